"""Round steps for an axis, and where values stand on it."""

from dataclasses import dataclass
from math import ceil, floor, log10

NICE = (1.0, 2.0, 2.5, 5.0, 10.0)


@dataclass(frozen=True, slots=True)
class Scale:
    """Values from `low` to `high`, drawn from `start` to `end` in user units."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """Where `value` stands."""
        if self.high == self.low:
            return (self.start + self.end) / 2
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)


def ticks(low: float, high: float, about: int = 4) -> list[float]:
    """Round values that enclose low to high in about so many steps; always at least two."""
    if high <= low:
        high = low + (abs(low) or 1.0)
    rough = (high - low) / about
    power = 10.0 ** floor(log10(rough))
    step = next(power * factor for factor in NICE if power * factor >= rough * 0.999)
    first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
    return [round(step * number, 10) for number in range(first, last + 1)]


def bounds(values: list[float]) -> tuple[float, float]:
    """The values' range, from zero unless they keep so far from it that their change would not be seen."""
    low, high = min(values), max(values)
    if low > 0 and low < 0.8 * high:
        low = 0.0
    if high < 0 and high > 0.8 * low:
        high = 0.0
    return low, high


def year_ticks(first: int, last: int, room: int) -> list[int]:
    """Years to write under an axis with room for so many: whole steps of 1, 2, 5, 10, 20, 50."""
    for step in (1, 2, 5, 10, 20, 50, 100):
        years = [year for year in range(first, last + 1) if year % step == 0]
        if len(years) <= room:
            return years or [first, last]
    return [first, last]
