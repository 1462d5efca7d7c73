"""One indicator of a place held against one series of the provider's past, on equal terms."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from seoulution.engine.cities.paths import Path
from seoulution.engine.cities.profile import Observation, Value
from seoulution.engine.cities.terms import Scale, Term, scaled, unscaled
from seoulution.engine.provenance import Sourced
from seoulution.engine.vocabulary import Boundary, Confidence


class Position(StrEnum):
    """Where a place stands against the provider's past."""

    WITHIN = "within"
    BEFORE = "before"
    AFTER = "after"
    NO_ANALOGUE = "no_analogue"


@dataclass(frozen=True, slots=True)
class SeriesPoint:
    """One year of the provider's past."""

    year: int
    value: float
    source: str
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class ProviderSeries:
    """One indicator of the provider's past within one boundary."""

    indicator: str
    unit: str
    boundary: Boundary
    points: tuple[SeriesPoint, ...]

    def path(self, term: Term) -> Path:
        """The series on the term's scale, as a path through time."""
        values = scaled(np.asarray([point.value for point in self.points], dtype=np.float64), term.scale)
        return Path.through([point.year for point in self.points], values, term.breaks)


@dataclass(frozen=True, slots=True)
class Compared:
    """One indicator of the comparison: the place's figure, and the provider's year and value that go with it.

    own_year : the year in which the provider passed this value alone; None where `position` is not within
    provider_value : what the provider's series reads in the matched year; None where it has no value there
    """

    indicator: str
    figure: Sourced[Value]
    series_boundary: Boundary
    series_sources: tuple[str, ...]
    weight: float
    position: Position
    own_year: float | None
    provider_value: float | None

    @property
    def by_country(self) -> bool:
        """The two countries were compared, not the two cities."""
        return self.series_boundary is Boundary.COUNTRY


@dataclass(frozen=True, slots=True)
class Pair:
    """A series and the place's figure that may be held against it, with that figure on the scale of the term."""

    series: ProviderSeries
    figure: Sourced[Value]
    term: Term
    value: float


def comparable(series: ProviderSeries, observations: Iterable[Observation], as_of: int | None) -> Sourced[Value] | None:
    """The place's figure to hold against a series: same kind of boundary, same source first, then the latest.

    The same source counts boundaries and dates alike, which matters more than a year or two.
    """
    sources = {point.source for point in series.points}
    country = series.boundary is Boundary.COUNTRY
    fitting = [
        each.figure
        for each in observations
        if each.indicator == series.indicator
        and each.figure.unit == series.unit
        and (each.figure.boundary is Boundary.COUNTRY) is country
        and each.figure.year is not None
        and (as_of is None or each.figure.year <= as_of)
    ]
    return max(
        fitting,
        key=lambda figure: (figure.source in sources, not isinstance(figure.value, str), figure.year or 0),
        default=None,
    )


def on_scale(figure: Sourced[Value], term: Term) -> float | None:
    """A figure on the scale of its term; None where the source gives words, or nothing above zero on a logarithmic scale."""
    if isinstance(figure.value, str) or (term.scale is Scale.LOG and figure.value <= 0):
        return None
    return float(scaled(np.asarray([float(figure.value)]), term.scale)[0])


def compare(pair: Pair, weight: float, year: float) -> Compared:
    """One line of the comparison; of several own years the one nearest the matched year is told."""
    series, figure, term, value = pair.series, pair.figure, pair.term, pair.value
    path = series.path(term)
    crossings = path.crossings(value)
    own = float(crossings[np.argmin(np.abs(crossings - year))]) if len(crossings) else None
    read = float(path.at(np.asarray([year]))[0])
    return Compared(
        indicator=series.indicator,
        figure=figure,
        series_boundary=series.boundary,
        series_sources=tuple(dict.fromkeys(point.source for point in series.points)),
        weight=weight,
        position=Position.WITHIN if own is not None else side(path, value),
        own_year=own,
        provider_value=unscaled(read, term.scale) if np.isfinite(read) else None,
    )


def side(path: Path, value: float) -> Position:
    """On which side of the provider's past a value lies, by whether the series rose or fell; inside its range: a gap."""
    if path.values.min() <= value <= path.values.max():
        return Position.NO_ANALOGUE
    rising = path.values[-1] >= path.values[0]
    return Position.AFTER if (value > path.values.max()) == bool(rising) else Position.BEFORE
