"""The world map, drawn here so that it works without script, prints, and goes into documents: Equal Earth, centred on the Pacific.

Projection: Šavrič, Patterson and Jenny (2019), "The Equal Earth map projection", doi:10.1080/13658816.2018.1504949.
Land: Natural Earth 1:110m (public domain), made by frontend/land.py. No borders are drawn.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from math import asin, cos, radians, sin, sqrt
from typing import Final

from seoulution.drawing.svg import Drawing, text_width

CENTRE: Final = 150.0
"""The meridian in the middle of the sheet; the cut runs through the Atlantic at 30° W."""
WIDTH: Final = 1000.0
NORTH, SOUTH = 83.5, -56.0
A1, A2, A3, A4 = 1.340264, -0.081106, 0.000893, 0.003796
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class MarkerKind:
    """One entry of the legend. `shape`: circle, square, diamond, triangle or ring, so that colour is never the only sign."""

    code: str
    label: str
    shape: str
    paint: str


@dataclass(frozen=True, slots=True)
class Marker:
    """A place. `detail` is said with the name, `named` writes the name beside the marker and not only on hover."""

    code: str
    label: str
    longitude: float
    latitude: float
    kind: str
    href: str = ""
    detail: str = ""
    named: bool = False


@dataclass(frozen=True, slots=True)
class WorldMap:
    """The drawing and its legend: each entry with a small drawing of its sign and the number of places."""

    svg: str
    legend: tuple[tuple[str, str, int], ...]


def world_map(
    markers: Sequence[Marker],
    kinds: Sequence[MarkerKind],
    *,
    title: str,
    description: str,
    standalone: bool = False,
    lettering: float = 1.0,
) -> WorldMap:
    """Places on the world. Standalone drawings carry names where there is room, and the legend inside.

    lettering : how much larger names, signs and legend are drawn, for a map that is printed small

    The latest drawings are kept by all that they are made of, so the same places are drawn once and a changed place is drawn anew.
    """
    return _drawn(tuple(markers), tuple(kinds), title, description, standalone, lettering)


LEGEND_ROW: Final = 20.0


@lru_cache(maxsize=64)
def _drawn(
    markers: tuple[Marker, ...], kinds: tuple[MarkerKind, ...], title: str, description: str, standalone: bool, lettering: float
) -> WorldMap:
    top, bottom = projected(CENTRE, NORTH)[1], projected(CENTRE, SOUTH)[1]
    counted = [(kind, sum(marker.kind == kind.code for marker in markers)) for kind in kinds]
    legend = _legend_rows(counted, lettering) if standalone else []
    legend_height = (14.0 + LEGEND_ROW * len(legend)) * lettering if standalone else 0.0
    drawing = Drawing(
        WIDTH,
        bottom - top + legend_height,
        title=title,
        description=description,
        name="map",
        standalone=standalone,
        linked=True,
        marks="data-world-map",
    )
    with drawing.group(transform=f"translate(0 {-top:.2f})"):
        drawing.add("path", fill="sea", d=_sea())
        drawing.add("path", fill="none", stroke="grat", stroke_width=0.8, d=_graticule())
        drawing.add("path", fill="land", d=_land())
        by_code = {kind.code: kind for kind in kinds}
        places = [(marker, projected(marker.longitude, marker.latitude)) for marker in markers]
        named = [(marker, at) for marker, at in places if marker.named or standalone]
        sides = _name_sides(named, [at for _, at in places], lettering)
        for marker, at in sorted(places, key=lambda place: place[1]):
            _draw_marker(drawing, marker, by_code[marker.kind], at, sides.get(marker.code), lettering)
    for number, row in enumerate(legend):
        _draw_legend(drawing, row, bottom - top + (22 + LEGEND_ROW * number) * lettering, lettering)
    return WorldMap(drawing.text(), tuple((kind.label, legend_sign(kind), count) for kind, count in counted if count))


def projected(longitude: float, latitude: float) -> Point:
    """Degrees to user units: x from 0 to WIDTH, y growing southwards from the equator."""
    lon = (longitude - CENTRE + 180.0) % 360.0 - 180.0
    return _equal_earth(lon, latitude)


def legend_sign(kind: MarkerKind) -> str:
    """The sign alone, for a legend in HTML."""
    drawing = Drawing(20, 20, title="", description="", name="map", standalone=False)
    _shape(drawing, kind, (10.0, 10.0), 7.0)
    return drawing.text()


def _equal_earth(lon: float, lat: float) -> Point:
    theta = asin(sqrt(3) / 2 * sin(radians(lat)))
    square = theta * theta
    sixth = square**3
    slope = 9 * A4 * sixth * square + 7 * A3 * sixth + 3 * A2 * square + A1
    x = 2 * sqrt(3) * radians(lon) * cos(theta) / (3 * slope)
    y = theta * (A1 + A2 * square + sixth * (A3 + A4 * square))
    scale = WIDTH / _full_width()
    return (WIDTH / 2 + x * scale, -y * scale)


@cache
def _full_width() -> float:
    return 2 * (2 * sqrt(3) * radians(180.0) / (3 * A1))


@cache
def _land() -> str:
    outlines: list[list[int]] = json.loads(files(__package__).joinpath("land_outlines.json").read_text(encoding="ascii"))
    parts = []
    for flat in outlines:
        ring = _unwrapped([(flat[i] / 100, flat[i + 1] / 100) for i in range(0, len(flat), 2)])
        for turn in (-360.0, 0.0, 360.0):
            inside = _between_edges([(lon + turn, lat) for lon, lat in ring])
            if len(inside) > 2:
                parts.append(_path([_equal_earth(lon, lat) for lon, lat in inside]) + "z")
    return "".join(parts)


def _unwrapped(ring: Sequence[Point]) -> list[Point]:
    """Longitudes from the centre, without jumps along the ring."""
    points: list[Point] = []
    for longitude, latitude in ring:
        lon = longitude - CENTRE
        if points:
            lon += 360.0 * round((points[-1][0] - lon) / 360.0)
        points.append((lon, latitude))
    return points


def _between_edges(ring: Sequence[Point]) -> list[Point]:
    """The part of the ring on the sheet (Sutherland and Hodgman, at both edges)."""
    clipped = list(ring)
    for edge, sign in ((-180.0, 1.0), (180.0, -1.0)):
        kept: list[Point] = []
        for (lon, lat), (next_lon, next_lat) in zip(clipped, clipped[1:] + clipped[:1], strict=True):
            here, there = sign * (lon - edge) >= 0, sign * (next_lon - edge) >= 0
            if here:
                kept.append((lon, lat))
            if here != there:
                kept.append((edge, lat + (next_lat - lat) * (edge - lon) / (next_lon - lon)))
        clipped = kept
        if not clipped:
            break
    return clipped


@cache
def _sea() -> str:
    east = [_equal_earth(180.0, lat) for lat in range(-56, 84, 4)]
    west = [_equal_earth(-180.0, lat) for lat in range(83, -57, -4)]
    return (
        _path(
            [
                _equal_earth(180.0, SOUTH),
                *east,
                _equal_earth(180.0, NORTH),
                _equal_earth(-180.0, NORTH),
                *west,
                _equal_earth(-180.0, SOUTH),
            ]
        )
        + "z"
    )


@cache
def _graticule() -> str:
    meridians = [[_equal_earth(float(lon), float(lat)) for lat in range(-56, 84, 4)] for lon in range(-150, 180, 30)]
    parallels = [[_equal_earth(float(lon), float(lat)) for lon in (-180, 180)] for lat in (-30, 0, 30, 60)]
    return "".join(_path(line) for line in meridians + parallels)


def _path(points: Sequence[Point]) -> str:
    """Steps in tenths of a unit, relative: half the size of absolute coordinates."""
    whole = [(round(10 * x), round(10 * y)) for x, y in points]
    (x, y), *rest = whole
    text = [f"M{_tenth(x)} {_tenth(y)}"]
    for next_x, next_y in rest:
        if (next_x, next_y) != (x, y):
            text.append(f"l{_tenth(next_x - x)} {_tenth(next_y - y)}")
            x, y = next_x, next_y
    return "".join(text)


def _tenth(number: int) -> str:
    return f"{number / 10:g}"


def _draw_marker(drawing: Drawing, marker: Marker, kind: MarkerKind, at: Point, side: str | None, lettering: float) -> None:
    label = " · ".join(part for part in (marker.label, kind.label, marker.detail) if part)
    with drawing.link(marker.href, label, data_place=marker.code, data_x=at[0], data_y=at[1]):
        if not drawing.standalone:
            drawing.add("circle", fill="none", cx=at[0], cy=at[1], r=12, pointer_events="all")
        _shape(drawing, kind, at, 6.0 * lettering)
        if side is not None or not drawing.standalone:
            _draw_name(drawing, marker.label, at, side, lettering)


def _draw_name(drawing: Drawing, name: str, at: Point, side: str | None, lettering: float) -> None:
    anchor, (dx, dy) = _SIDES[side or ("start" if at[0] < WIDTH - 140 else "end")]
    drawing.add(
        "text",
        name,
        fill="ink",
        stroke="ground",
        extra="d-name d-name--always" if side else "d-name",
        x=at[0] + dx * lettering,
        y=at[1] + dy * lettering,
        text_anchor=anchor,
        font_size=13 * lettering,
        font_weight=600,
        stroke_width=3.5,
        stroke_linejoin="round",
        paint_order="stroke",
    )


_SIDES: Final[Mapping[str, tuple[str, Point]]] = {
    "start": ("start", (10.0, 4.5)),
    "end": ("end", (-10.0, 4.5)),
    "above": ("middle", (0.0, -11.0)),
    "below": ("middle", (0.0, 20.0)),
}


def _name_sides(named: Sequence[tuple[Marker, Point]], taken: Sequence[Point], lettering: float = 1.0) -> dict[str, str]:
    """For each name the first side where it covers neither a marker nor a name placed before; none when there is no room."""
    room = 7 * lettering
    boxes = [(x - room, y - room, x + room, y + room) for x, y in taken]
    sides: dict[str, str] = {}
    for marker, at in named:
        for side in _SIDES:
            box = _name_box(marker, at, side, lettering)
            if box[0] >= 0 and box[2] <= WIDTH and not any(_overlap(box, other) for other in boxes):
                sides[marker.code] = side
                boxes.append(box)
                break
    return sides


def _name_box(marker: Marker, at: Point, side: str, lettering: float = 1.0) -> tuple[float, float, float, float]:
    anchor, (dx, dy) = _SIDES[side]
    width = text_width(marker.label, 13 * lettering) + 2
    left = at[0] + dx * lettering - {"start": 0.0, "middle": width / 2, "end": width}[anchor]
    foot = at[1] + dy * lettering
    return (left, foot - 12 * lettering, left + width, foot + 4 * lettering)


def _overlap(one: tuple[float, float, float, float], two: tuple[float, float, float, float]) -> bool:
    return one[0] < two[2] and two[0] < one[2] and one[1] < two[3] and two[1] < one[3]


def _shape(drawing: Drawing, kind: MarkerKind, at: Point, size: float) -> None:
    x, y = at
    look = {"fill": kind.paint, "stroke": "ground", "extra": "d-mark"}
    if kind.shape == "circle":
        drawing.add("circle", **look, cx=x, cy=y, r=size, stroke_width=1.5)
    elif kind.shape == "square":
        drawing.add(
            "rect", **look, x=x - size * 0.9, y=y - size * 0.9, width=size * 1.8, height=size * 1.8, rx=1, stroke_width=1.5
        )
    elif kind.shape == "ring":
        drawing.add("circle", fill="ground", stroke=kind.paint, cx=x, cy=y, r=size - 1.0, stroke_width=3)
    else:
        corners = {
            "diamond": [(x, y - size * 1.25), (x + size * 1.25, y), (x, y + size * 1.25), (x - size * 1.25, y)],
            "triangle": [(x, y - size * 1.2), (x + size * 1.15, y + size * 0.8), (x - size * 1.15, y + size * 0.8)],
        }[kind.shape]
        drawing.add("path", **look, d="M" + "L".join(f"{a:.2f} {b:.2f}" for a, b in corners) + "z", stroke_width=1.5)


def _legend_rows(counted: Sequence[tuple[MarkerKind, int]], lettering: float) -> list[list[tuple[MarkerKind, str, float]]]:
    """Each kind that is there with its words and its x, in as many rows as the drawing is too narrow for one."""
    rows: list[list[tuple[MarkerKind, str, float]]] = []
    x = WIDTH
    for kind, count in counted:
        words = f"{kind.label} ({count})"
        width = (40 + text_width(words, 14)) * lettering
        if not count:
            continue
        if not rows or x + width - 27 * lettering > WIDTH:
            rows.append([])
            x = 10.0 * lettering
        rows[-1].append((kind, words, x))
        x += width
    return rows


def _draw_legend(drawing: Drawing, row: Sequence[tuple[MarkerKind, str, float]], y: float, lettering: float) -> None:
    for kind, words, x in row:
        _shape(drawing, kind, (x, y - 5 * lettering), 6.0 * lettering)
        drawing.add("text", words, fill="ink", x=x + 13 * lettering, y=y, font_size=14 * lettering)
