"""Change through years: one line or a few, what happened marked, and a city beside Seoul in the years it resembles."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from seoulution.drawing.charts.scale import Scale, bounds, ticks, year_ticks
from seoulution.drawing.numbers import readable_number
from seoulution.drawing.svg import Drawing, text_width

WIDTH: Final = 600.0
PAINTS: Final = ("one", "two", "three", "four")
DASHES: Final = (None, "7 4", "2 4", "10 3 2 3")
"""Lines differ in dash and mark as well as in colour."""
MOST_LABELS: Final = 10
"""Points of a line up to which each carries its value."""
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Point:
    year: int
    value: float
    label: str = ""
    """What to write at the point instead of the value."""


@dataclass(frozen=True, slots=True)
class Series:
    name: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened in a year, drawn as an upright line: the policy between before and after."""

    year: int
    label: str


def line_chart(
    series: Sequence[Series],
    *,
    title: str,
    unit: str,
    language: str,
    description: str = "",
    events: Sequence[Event] = (),
    standalone: bool = False,
    height: float = 300.0,
) -> str:
    """Lines over years, each point with its value where there is room; before and after of the events are told apart."""
    years = [point.year for line in series for point in line.points] + [event.year for event in events]
    top = 54.0 if events else 36.0
    drawing, across, up = _frame(
        series, title, unit, language, description or _in_words(series, unit, language), standalone, height, top, years
    )
    for event in events:
        x = across.at(event.year)
        drawing.add(
            "path", stroke="axis", d=f"M{x:.1f} {top - 14:.1f}V{up.start:.1f}", stroke_width=1.5, stroke_dasharray="3 3"
        )
        anchor = "end" if x > WIDTH - 140 else "start" if x < 140 else "middle"
        drawing.add(
            "text",
            f"{event.year} {event.label}",
            fill="ink",
            x=x,
            y=top - 20,
            text_anchor=anchor,
            font_size=13,
            font_weight=700,
        )
    _axis_years(drawing, across, up.start, min(years), max(years))
    _lines(drawing, series, across, up, language, (0,) * len(series))
    return drawing.text()


def aligned_chart(
    city: Series,
    seoul: Series,
    *,
    offset: int,
    title: str,
    unit: str,
    language: str,
    description: str = "",
    standalone: bool = False,
) -> str:
    """A city's series over Seoul's of `offset` years earlier: the city's years stand below, Seoul's above.

    offset : city year − Seoul year that it resembles, e.g. 2020 − 1975 = 45
    """
    height, top = 360.0, 66.0
    shifted = Series(seoul.name, tuple(Point(point.year + offset, point.value, point.label) for point in seoul.points))
    years = [point.year for line in (city, shifted) for point in line.points]
    words = description or _in_words((city, seoul), unit, language)
    drawing, across, up = _frame((city, shifted), title, unit, language, words, standalone, height, top, years)
    first, last = min(years), max(years)
    _axis_years(drawing, across, up.start, first, last, city.name)
    drawing.add("path", stroke="axis", d=f"M{across.start:.1f} {up.end:.1f}H{across.end:.1f}", stroke_width=1)
    for year in year_ticks(first - offset, last - offset, 9):
        x = across.at(year + offset)
        drawing.add("text", str(year), fill="two", x=x, y=up.end - 8, text_anchor="middle", font_size=12)
    drawing.add("text", seoul.name, fill="two", x=across.end, y=up.end - 26, text_anchor="end", font_size=12, font_weight=700)
    _lines(drawing, (city, shifted), across, up, language, (0, offset))
    return drawing.text()


def _frame(
    series: Sequence[Series],
    title: str,
    unit: str,
    language: str,
    description: str,
    standalone: bool,
    height: float,
    top: float,
    years: Sequence[int],
) -> tuple[Drawing, Scale, Scale]:
    """Ground lines and the axis of values; returns the drawing and both scales."""
    levels = ticks(*bounds([point.value for line in series for point in line.points]))
    written = [readable_number(_plain(level), language) for level in levels]
    left = max(text_width(text, 12) for text in written) + 14
    right = max((text_width(line.name, 13) for line in series), default=0.0) + 22 if len(series) > 1 else 34.0
    drawing = Drawing(WIDTH, height, title=title, description=description, name="chart", standalone=standalone)
    across = Scale(min(years), max(years), left + 14, WIDTH - min(right, 200.0))
    up = Scale(levels[0], levels[-1], height - 46, top)
    for level, text in zip(levels, written, strict=True):
        y = up.at(level)
        base = level == levels[0]
        drawing.add("path", stroke="axis" if base else "rule", d=f"M{left:.1f} {y:.1f}H{across.end + 12:.1f}", stroke_width=1)
        drawing.add("text", text, fill="quiet", x=left - 8, y=y + 4, text_anchor="end", font_size=12)
    drawing.add("text", unit, fill="quiet", x=0, y=13, font_size=12)
    return drawing, across, up


def _axis_years(drawing: Drawing, across: Scale, y: float, first: int, last: int, name: str = "") -> None:
    for year in year_ticks(first, last, 9):
        x = across.at(year)
        drawing.add("path", stroke="axis", d=f"M{x:.1f} {y:.1f}v5", stroke_width=1)
        drawing.add("text", str(year), fill="one" if name else "quiet", x=x, y=y + 20, text_anchor="middle", font_size=12)
    if name:
        drawing.add("text", name, fill="one", x=across.start - 14, y=y + 37, font_size=12, font_weight=700)


def _lines(drawing: Drawing, series: Sequence[Series], across: Scale, up: Scale, language: str, shifts: Sequence[int]) -> None:
    taken: list[Box] = []
    for number, line in enumerate(series):
        places = [(across.at(point.year), up.at(point.value)) for point in line.points]
        path = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in places)
        paint = PAINTS[number % len(PAINTS)]
        drawing.add(
            "path",
            fill="none",
            stroke=paint,
            d=path,
            stroke_width=2.5,
            stroke_linejoin="round",
            stroke_dasharray=DASHES[number % len(DASHES)],
        )
        for (x, y), point in zip(places, line.points, strict=True):
            with drawing.group():
                drawing.add("title", f"{line.name} {point.year - shifts[number]}: {_value(point, language)}")
                drawing.add("circle", fill="ground" if number % 2 else paint, stroke=paint, cx=x, cy=y, r=4.5, stroke_width=2.5)
    for number, line in enumerate(series):
        last = len(line.points) - 1
        order = sorted(range(last + 1), key=lambda index: (index not in (0, last), index))
        for index in order if last < MOST_LABELS else _telling(line.points):
            point = line.points[index]
            _label(
                drawing,
                _value(point, language),
                (across.at(point.year), up.at(point.value)),
                taken,
                PAINTS[number % len(PAINTS)],
            )
        if len(series) > 1:
            point = line.points[-1]
            x, y = across.at(point.year) + 12, up.at(point.value) + 4.5
            drawing.add(
                "text", line.name, fill=PAINTS[number % len(PAINTS)], stroke="ground", x=x, y=_clear(y, taken, x, text_width(line.name, 13)),
                font_size=13, font_weight=700, stroke_width=4, stroke_linejoin="round", paint_order="stroke",
            )  # fmt: skip


def _telling(points: Sequence[Point]) -> list[int]:
    """The first, the last, the highest and the lowest: a value at each of many points hides the line."""
    by_value = sorted(range(len(points)), key=lambda index: points[index].value)
    return list(dict.fromkeys((0, len(points) - 1, by_value[-1], by_value[0])))


def _label(drawing: Drawing, text: str, at: tuple[float, float], taken: list[Box], paint: str) -> None:
    """The value above its point, else below, else not at all (its tooltip and the description still say it)."""
    width = text_width(text, 12.5)
    for dy in (-11.0, 20.0):
        x, y = min(max(at[0], width / 2), WIDTH - width / 2), at[1] + dy
        box = (x - width / 2 - 3, y - 11, x + width / 2 + 3, y + 3)
        if y > 20 and not any(
            box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3] for other in taken
        ):
            taken.append(box)
            drawing.add(
                "text", text, fill=paint, stroke="ground", x=x, y=y, text_anchor="middle", font_size=12.5, font_weight=600,
                stroke_width=3, stroke_linejoin="round", paint_order="stroke",
            )  # fmt: skip
            return


def _clear(y: float, taken: list[Box], x: float, width: float) -> float:
    """A series name moved down past what is written already."""
    while any(x < other[2] and other[0] < x + width and y - 11 < other[3] and other[1] < y + 3 for other in taken):
        y += 4
    taken.append((x, y - 11, x + width, y + 3))
    return y


def _value(point: Point, language: str) -> str:
    return point.label or readable_number(_plain(point.value), language)


def _plain(value: float) -> int | float:
    """12.0 is written 12."""
    return int(value) if float(value).is_integer() else round(float(value), 6)


def _in_words(series: Sequence[Series], unit: str, language: str) -> str:
    lines = (
        f"{line.name}: " + ", ".join(f"{point.year} {_value(point, language)}" for point in line.points) for line in series
    )
    return "; ".join(lines) + (f" ({unit})" if unit else "")
