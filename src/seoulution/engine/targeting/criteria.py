"""The six criteria for target cities, what each is measured by, and which end of the measure speaks for a city."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class TargetCriterion(StrEnum):
    """The briefing's fifth answer, in its order."""

    PROXIMITY = "proximity"
    URBAN_PROBLEMS = "urban-problems"
    AFFINITY = "affinity"
    OPENNESS = "openness"
    DEVELOPMENT_STAGE = "development-stage"
    APPLICABILITY = "applicability"


class Preferred(StrEnum):
    """Which end of a measure speaks for a city."""

    LESS = "less"
    MORE = "more"


PREFERRED: Final[Mapping[TargetCriterion, Preferred]] = {
    TargetCriterion.PROXIMITY: Preferred.LESS,
    TargetCriterion.URBAN_PROBLEMS: Preferred.MORE,
    TargetCriterion.AFFINITY: Preferred.MORE,
    TargetCriterion.OPENNESS: Preferred.MORE,
    TargetCriterion.DEVELOPMENT_STAGE: Preferred.LESS,
    TargetCriterion.APPLICABILITY: Preferred.MORE,
}
"""Measured by: km from the provider; growth of the population in % a year; 0 no tie, 1 friendship, 2 sister city; requests on
record; distance to the year of the provider's past that fits best (0 = the same); share of the solutions' conditions that hold, of those
that the city's own figures decide. The briefing names the criteria, the measures are our reading."""


@dataclass(frozen=True, slots=True)
class Alternative:
    """A city with a measure per criterion in native units; None where nobody knows it."""

    code: str
    measures: Mapping[TargetCriterion, float | None]

    @property
    def missing(self) -> tuple[TargetCriterion, ...]:
        """The criteria without a measure."""
        return tuple(criterion for criterion in TargetCriterion if self.measures.get(criterion) is None)
