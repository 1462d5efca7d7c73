"""A city beside Seoul: the year it resembles, line by line, and one indicator of both on aligned years."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

import numpy as np
from django.http import QueryDict
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from seoulution.apps.cities.models import City, Indicator
from seoulution.apps.publishing.compose.seoul_then import verdict
from seoulution.apps.publishing.units import unit_words
from seoulution.drawing.charts import Point, Series, aligned_chart
from seoulution.engine.cities.comparison import Compared, Position, ProviderSeries
from seoulution.engine.cities.profile import Observation
from seoulution.engine.cities.terms import TERMS, unscaled
from seoulution.engine.cities.trajectory import TrajectoryMatch, match
from seoulution.engine.provenance import Sourced
from seoulution.web.shared.tags.records import named

DRAWN_FIRST: Final = ("population", "gdp-per-head")
"""Which indicator the chart opens with, where both sides have it."""


@dataclass(frozen=True, slots=True)
class Line:
    """One indicator: the city's figure, and Seoul's (or Korea's) value in the year laid beside it."""

    compared: Compared
    name: str
    then: float | None
    unit: str


@dataclass(frozen=True, slots=True)
class Beside:
    """Everything the section shows. `year` is Seoul's year laid beside the city; None where there is no comparison at all."""

    match: TrajectoryMatch
    verdict: str
    year: int | None
    chosen: bool
    as_of: int | None
    first: int | None
    last: int | None
    lines: tuple[Line, ...]
    by_country: tuple[str, ...]
    chart: str
    drawable: tuple[tuple[str, str, bool], ...]


def beside(
    city: City,
    observations: Sequence[Observation],
    past: Sequence[ProviderSeries],
    names: dict[str, Indicator],
    asked: QueryDict,
) -> Beside:
    """The comparison for the address: `year` lays another year of Seoul beside, `as_of` takes the city's earlier figures."""
    as_of = _year(asked.get("as_of"))
    found = match(observations, past, as_of=as_of)
    wanted = _year(asked.get("year"))
    readable = found.first is not None and found.last is not None
    year = wanted if readable and wanted is not None else _own(found)
    if year is not None and found.first is not None and found.last is not None:
        year = min(max(year, found.first), found.last)
    by_indicator = {series.indicator: series for series in past}
    lines = tuple(_line(each, by_indicator, names, year) for each in found.compared)
    drawable = _drawable(found, observations, by_indicator)
    indicator = _chosen(asked.get("indicator"), drawable)
    drawn = next((each for each in found.compared if each.indicator == indicator), None)
    chart = _chart(city, drawn, by_indicator[indicator], observations, names, year) if drawn and year is not None else ""
    return Beside(
        match=found,
        verdict=verdict(found) if found.compared else _("No figure of the city can be compared with Seoul's past."),
        year=year,
        chosen=wanted is not None and year != _own(found),
        as_of=as_of,
        first=found.first,
        last=found.last,
        lines=lines,
        by_country=tuple(named(names[code]) for code in found.by_country),
        chart=chart,
        drawable=tuple((code, named(names[code]), code == indicator) for code in drawable),
    )


def _year(written: str | None) -> int | None:
    """A year from the address; anything else counts as not given."""
    text = (written or "").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) == 4 else None


def _own(found: TrajectoryMatch) -> int | None:
    if found.position is Position.WITHIN and found.year is not None:
        return round(found.year)
    return found.last if found.position is Position.AFTER else found.first


def _line(each: Compared, series: dict[str, ProviderSeries], names: dict[str, Indicator], year: int | None) -> Line:
    then = None
    if year is not None:
        term = TERMS[each.indicator]
        read = float(series[each.indicator].path(term).at(np.asarray([float(year)]))[0])
        then = unscaled(read, term.scale) if np.isfinite(read) else None
    return Line(each, named(names[each.indicator]), _rounded(then), unit_words(each.figure.unit))


def _rounded(value: float | None) -> float | None:
    """Three figures are as many as an interpolated value can bear; large ones are whole."""
    if value is None or value == 0:
        return value
    return float(round(value)) if abs(value) >= 100 else float(f"{value:.3g}")


def _drawable(
    found: TrajectoryMatch, observations: Sequence[Observation], series: dict[str, ProviderSeries]
) -> tuple[str, ...]:
    codes = [each.indicator for each in found.compared if len(_points(each.indicator, each.figure, observations)) >= 2]
    return tuple(sorted(codes, key=lambda code: (DRAWN_FIRST.index(code) if code in DRAWN_FIRST else 9, code)))


def _points(indicator: str, figure: Sourced[Decimal | str], observations: Sequence[Observation]) -> list[Point]:
    """One boundary and one source make a line; figures of others are never joined into it."""
    points = {
        each.figure.year: Point(each.figure.year, float(each.figure.value))
        for each in observations
        if each.indicator == indicator
        and each.figure.boundary is figure.boundary
        and each.figure.source == figure.source
        and each.figure.unit == figure.unit
        and each.figure.year is not None
        and not isinstance(each.figure.value, str)
    }
    return [points[year] for year in sorted(points)]


def _chosen(asked: str | None, drawable: Sequence[str]) -> str:
    if asked is not None and asked in drawable:
        return asked
    return drawable[0] if drawable else ""


def _chart(
    city: City,
    compared: Compared,
    one: ProviderSeries,
    observations: Sequence[Observation],
    names: dict[str, Indicator],
    year: int,
) -> str:
    figure = compared.figure
    return aligned_chart(
        Series(
            named(city.country) if compared.by_country else named(city), tuple(_points(one.indicator, figure, observations))
        ),
        Series(_("Korea") if compared.by_country else _("Seoul"), tuple(Point(p.year, p.value) for p in one.points)),
        offset=(figure.year or year) - year,
        title=named(names[one.indicator]),
        unit=unit_words(one.unit),
        language=get_language() or "en",
    )
