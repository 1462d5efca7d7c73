"""How a line runs between two boxes of the programme map: out of the side that faces the other, as one calm curve."""

from dataclasses import dataclass
from math import atan2, degrees
from typing import Final

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
    """From source to target. `number` spreads lines that run level into the same side a little."""
    across, down = target.middle_x - source.middle_x, target.middle_y - source.middle_y
    apart_x = max(target.x - source.right, source.x - target.right)
    apart_y = max(target.y - source.bottom, source.y - target.bottom)
    if apart_y > 0 and apart_x < 20:
        return _upright(source, target, down)
    if apart_y > 0 and down > 0 and source.height > SQUAT:
        start, end = (source.middle_x, source.bottom), (_facing(target, -across), target.middle_y)
        return _corner(start, (start[0], end[1]), end)
    if apart_y > 0 and target.height > SQUAT:
        start, end = (_facing(source, across), source.middle_y), (target.middle_x, target.y if down > 0 else target.bottom)
        return _corner(start, (end[0], start[1]), end)
    lean = max(-0.3, min(0.3, down / 600)) if apart_y > 0 else (number % 3 - 1) * 0.12
    start = (_facing(source, across), source.middle_y + lean * source.height)
    end = (_facing(target, -across), target.middle_y - lean * target.height)
    middle = (start[0] + end[0]) / 2
    return _curve(start, (middle, start[1]), (middle, end[1]), end, 0.5)


SQUAT: Final = 150.0
"""Boxes taller than this stand at the ends of the flow; lines reach them round a corner."""


def _upright(source: Box, target: Box, down: float) -> Route:
    """Straight when the target stands above or below the source; the label stays near the source, clear of the flow."""
    inset = min(26.0, source.width / 4)
    x = min(max(target.middle_x, source.x + inset), source.right - inset)
    start = (x, source.bottom if down > 0 else source.y)
    end = (target.middle_x, target.y if down > 0 else target.bottom)
    middle = (start[1] + end[1]) / 2
    return _curve(start, (start[0], middle), (end[0], middle), end, 0.34 if abs(end[1] - start[1]) > 120 else 0.5)


def _facing(box: Box, across: float) -> float:
    return box.right if across > 0 else box.x


def _corner(start: Point, corner: Point, end: Point) -> Route:
    """Along, round one corner, and in."""
    before, after = _towards(corner, start, 40.0), _towards(corner, end, 40.0)
    path = f"M{_at(start)}L{_at(before)}Q{_at(corner)} {_at(after)}L{_at(end)}"
    first, second = abs(corner[0] - start[0]) + abs(corner[1] - start[1]), abs(end[0] - corner[0]) + abs(end[1] - corner[1])
    longer = (start, corner) if first >= second else (corner, end)
    label = ((longer[0][0] + longer[1][0]) / 2, (longer[0][1] + longer[1][1]) / 2)
    return Route(path, end, degrees(atan2(end[1] - after[1], end[0] - after[0])), label)


def _towards(start: Point, end: Point, distance: float) -> Point:
    length = abs(end[0] - start[0]) + abs(end[1] - start[1])
    part = min(1.0, distance / length) if length else 0.0
    return (start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part)


def _curve(start: Point, one: Point, two: Point, end: Point, label_after: float) -> Route:
    path = f"M{_at(start)}C{_at(one)} {_at(two)} {_at(end)}"
    angle = degrees(atan2(end[1] - two[1], end[0] - two[0]))
    t, u = label_after, 1 - label_after
    weights = (u**3, 3 * u * u * t, 3 * u * t * t, t**3)
    x, y = (sum(weight * point[axis] for weight, point in zip(weights, (start, one, two, end), strict=True)) for axis in (0, 1))
    return Route(path, end, angle, (x, y))


def _at(point: Point) -> str:
    return f"{point[0]:.1f} {point[1]:.1f}"
