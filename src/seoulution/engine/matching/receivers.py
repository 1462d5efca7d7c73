"""Places that received a solution, the one most like the reader's city first, and in what they are alike."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import log2
from typing import Final

NOT_KNOWN: Final = 2.0
"""A figure that is missing counts like one four times as large or small: unlikeness is assumed, not likeness (our judgement)."""
OTHER_REGION: Final = 1.0
"""Another part of the world counts like a figure twice as large (our judgement)."""


@dataclass(frozen=True, slots=True)
class Place:
    """What places are compared by. `income` : GDP per head of its country; figures that are not known are None."""

    code: str
    region: str
    population: float | None
    income: float | None


@dataclass(frozen=True, slots=True)
class Likeness:
    """How like a place is: the other's figure divided by the reader's own; None where one of them is missing."""

    code: str
    same_region: bool
    population: float | None
    income: float | None

    @property
    def distance(self) -> float:
        """Doublings between the two, added up; 0 is the same size, income and region."""
        figures = (abs(log2(ratio)) if ratio else NOT_KNOWN for ratio in (self.population, self.income))
        return sum(figures) + (0 if self.same_region else OTHER_REGION)


def most_alike(reader: Place, others: Iterable[Place]) -> tuple[Likeness, ...]:
    """The others, most alike first; the reader's own place is left out."""
    found = [
        Likeness(
            other.code,
            other.region == reader.region,
            _ratio(other.population, reader.population),
            _ratio(other.income, reader.income),
        )
        for other in others
        if other.code != reader.code
    ]
    return tuple(sorted(found, key=lambda likeness: (likeness.distance, likeness.code)))


def _ratio(other: float | None, own: float | None) -> float | None:
    return other / own if other and own else None
