"""How a line runs between two boxes of the programme map: out of the side that faces the other, as one calm curve."""

from dataclasses import dataclass
from math import atan2, degrees

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    @property
    def middle_x(self) -> float:
        return self.x + self.width / 2

    @property
    def middle_y(self) -> float:
        return self.y + self.height / 2


@dataclass(frozen=True, slots=True)
class Route:
    """An SVG path, where it ends and at what angle (degrees), and where its label stands."""

    path: str
    end: Point
    angle: float
    label_at: Point


def route(source: Box, target: Box, number: int) -> Route:
    """From source to target. `number` spreads lines that leave the same side a little."""
    across, down = target.middle_x - source.middle_x, target.middle_y - source.middle_y
    apart_x = max(target.x - source.right, source.x - target.right)
    apart_y = max(target.y - source.bottom, source.y - target.bottom)
    spread = (number % 3 - 1) * 0.16
    if apart_y > 0 and apart_x > 60:
        start = _leave(source, (0.0, down), spread)
        end = _leave(target, (-across, 0.0), 0.0)
        bend = (start[0], end[1])
        return _curve(start, bend, bend, end)
    if apart_y > 0:
        start, end = _leave(source, (0.0, down), spread), _leave(target, (0.0, -down), spread)
        middle = (start[1] + end[1]) / 2
        return _curve(start, (start[0], middle), (end[0], middle), end)
    start, end = _leave(source, (across, 0.0), spread), _leave(target, (-across, 0.0), spread)
    middle = (start[0] + end[0]) / 2
    return _curve(start, (middle, start[1]), (middle, end[1]), end)


def _leave(box: Box, towards: Point, spread: float) -> Point:
    if towards[0]:
        return (box.right if towards[0] > 0 else box.x, box.middle_y + spread * box.height)
    return (box.middle_x + spread * box.width, box.bottom if towards[1] > 0 else box.y)


def _curve(start: Point, one: Point, two: Point, end: Point) -> Route:
    path = f"M{start[0]:.1f} {start[1]:.1f}C{one[0]:.1f} {one[1]:.1f} {two[0]:.1f} {two[1]:.1f} {end[0]:.1f} {end[1]:.1f}"
    angle = degrees(atan2(end[1] - two[1], end[0] - two[0]))
    half = tuple((a + 3 * b + 3 * c + d) / 8 for a, b, c, d in zip(start, one, two, end, strict=True))
    return Route(path, end, angle, (half[0], half[1]))
