"""A place's figures: which one speaks for an indicator, how old it is, and what is missing."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final

from seoulution.engine.findings import Finding, Severity
from seoulution.engine.provenance import Sourced
from seoulution.engine.vocabulary import Boundary, Confidence, Sector

Value = Decimal | str
"""A number, or the source's own words where it gives no number ("about one hour at a time")."""


class Freshness(StrEnum):
    """How far a figure may still be trusted to describe today."""

    FRESH = "fresh"
    AGEING = "ageing"
    STALE = "stale"
    UNDATED = "undated"


@dataclass(frozen=True, slots=True)
class Indicator:
    """What is measured: `sectors` need it, and a value stays fresh for `fresh_years`."""

    code: str
    unit: str
    sectors: frozenset[Sector] = frozenset()
    fresh_years: int = 5


@dataclass(frozen=True, slots=True)
class Observation:
    """One value of one indicator."""

    indicator: str
    figure: Sourced[Value]


@dataclass(frozen=True, slots=True)
class Reading:
    """The figure that speaks for an indicator, its age, and the other figures kept beside it (best first)."""

    indicator: str
    best: Sourced[Value]
    freshness: Freshness
    others: tuple[Sourced[Value], ...] = ()

    @property
    def stands_in(self) -> bool:
        """The whole country's figure is shown for the city: it wears a visible badge."""
        return self.best.stands_in


@dataclass(frozen=True, slots=True)
class CityProfile:
    """The readings of a place by indicator, and the indicators its sectors want that nobody has supplied."""

    readings: Mapping[str, Reading]
    missing: tuple[str, ...]
    stand_ins: tuple[str, ...]


CLOSENESS: Final[Mapping[Boundary, int]] = {
    Boundary.CITY: 0,
    Boundary.PREFECTURE: 1,
    Boundary.UTILITY: 2,
    Boundary.AGGLOMERATION: 3,
    Boundary.METRO: 4,
    Boundary.SITE: 5,
    Boundary.COUNTRY: 6,
    Boundary.PROGRAMME: 7,
    Boundary.WORLD: 8,
}
"""How close a boundary is to what a city government answers for; lower speaks first."""

TRUST: Final[Mapping[Confidence, int]] = {
    Confidence.PRIMARY: 0,
    Confidence.DERIVED: 1,
    Confidence.SECONDARY: 2,
    Confidence.JUDGEMENT: 3,
    Confidence.UNVERIFIED: 4,
}
"""Of two figures of one boundary and year, the lower speaks first."""


def freshness(year: int | None, fresh_years: int, today: date) -> Freshness:
    """Fresh up to `fresh_years` old, ageing up to twice that, stale beyond; a figure without a year is undated."""
    if year is None:
        return Freshness.UNDATED
    age = today.year - year
    if age <= fresh_years:
        return Freshness.FRESH
    return Freshness.AGEING if age <= 2 * fresh_years else Freshness.STALE


def in_order(figures: Iterable[Sourced[Value]]) -> tuple[Sourced[Value], ...]:
    """Best first: closest boundary, then a number before words, then the latest year, then the firmest source.

    Figures of different boundaries are never averaged or joined into one series: the order only says which one speaks.
    """
    return tuple(
        sorted(
            figures,
            key=lambda figure: (
                CLOSENESS[figure.boundary],
                isinstance(figure.value, str),
                -(figure.year or 0),
                TRUST[figure.confidence],
            ),
        )
    )


def as_of(observations: Iterable[Observation], year: int) -> tuple[Observation, ...]:
    """Only what a reader of that year could have known; a figure without a year is left out, for nobody can say."""
    return tuple(each for each in observations if each.figure.year is not None and each.figure.year <= year)


def profile(
    observations: Iterable[Observation],
    indicators: Sequence[Indicator],
    *,
    today: date,
    sectors: frozenset[Sector] = frozenset(),
) -> CityProfile:
    """The profile of a place for some sectors (all, when none are named).

    An observation of an indicator that is not in the list is kept out: its unit and life are not known.
    """
    known = {indicator.code: indicator for indicator in indicators}
    by_indicator: dict[str, list[Sourced[Value]]] = {}
    for each in observations:
        if each.indicator in known:
            by_indicator.setdefault(each.indicator, []).append(each.figure)
    readings: dict[str, Reading] = {}
    for code, figures in by_indicator.items():
        best, *others = in_order(figures)
        readings[code] = Reading(code, best, freshness(best.year, known[code].fresh_years, today), tuple(others))
    wanted = [each.code for each in indicators if wanted_by(each, sectors)]
    return CityProfile(
        readings=readings,
        missing=tuple(code for code in wanted if code not in readings),
        stand_ins=tuple(code for code in wanted if code in readings and readings[code].stands_in),
    )


def wanted_by(indicator: Indicator, sectors: frozenset[Sector]) -> bool:
    """An indicator tied to no sector describes every place, so every sector wants it."""
    return not sectors or not indicator.sectors or bool(indicator.sectors & sectors)


def ratio(of: Sourced[Value], by: Sourced[Value], unit: str) -> Sourced[Value] | Finding:
    """One figure divided by another, derived; refused across boundaries, more than two years apart, or without numbers.

    A utility's figure over a city's population would describe no place at all.
    """
    if of.boundary is not by.boundary:
        parameters = {"of": of.boundary.value, "by": by.boundary.value}
        return Finding("profile.boundaries-differ", Severity.BLOCKING, unit, parameters)
    if of.year is None or by.year is None or abs(of.year - by.year) > 2:
        parameters = {"of": str(of.year or "-"), "by": str(by.year or "-")}
        return Finding("profile.years-differ", Severity.BLOCKING, unit, parameters)
    if isinstance(of.value, str) or isinstance(by.value, str) or not by.value:
        return Finding("profile.not-a-number", Severity.BLOCKING, unit)
    return Sourced(
        value=of.value / by.value,
        unit=unit,
        year=of.year,
        boundary=of.boundary,
        source=of.source,
        confidence=Confidence.DERIVED,
        note={
            "ko": f"{of.value} {of.unit} ÷ {by.value} {by.unit} ({of.source}, {by.source})",
            "en": f"{of.value} {of.unit} ÷ {by.value} {by.unit} ({of.source}, {by.source})",
        },
    )
