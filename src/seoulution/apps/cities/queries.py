"""Reading cities as the engine wants them: by any name, with sourced figures, beside the provider's past."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from django.db.models import Q

from seoulution.apps.cities.models import City, CityName, ExchangeRates, Indicator, Milestone, Observation, ProviderSeries
from seoulution.engine.cities import profile, trajectory
from seoulution.engine.cities.comparison import ProviderSeries as EngineSeries
from seoulution.engine.cities.comparison import SeriesPoint
from seoulution.engine.cities.milestones import milestones_after
from seoulution.engine.cities.names import Found, Named, Suggestions, find
from seoulution.engine.matching.amounts import Rate
from seoulution.engine.provenance import Sourced
from seoulution.engine.vocabulary import Boundary, Confidence, Sector
from seoulution.reference.schema import base, cities


def sourced(figure: base.Figure) -> Sourced[Decimal | str]:
    """A reference figure as the engine's value."""
    return Sourced(
        value=figure.value,
        unit=figure.unit,
        year=figure.year,
        boundary=figure.boundary,
        source=figure.source,
        confidence=figure.confidence,
        printed=figure.printed,
        note=figure.note.model_dump() if figure.note else None,
    )


def search_city(name: str) -> Found | Suggestions:
    """The city that goes by a code or any name, or the codes that may be meant."""
    by_code: dict[str, list[str]] = {}
    for code, written in CityName.objects.filter(city__withdrawn_on=None).values_list("city__code", "name"):
        by_code.setdefault(code, []).append(written)
    return find(name, [Named(code, tuple(names)) for code, names in by_code.items()])


def city_named(name: str) -> City | None:
    """The one city that goes by a name; None when there is none or several."""
    found = search_city(name)
    return City.objects.get(code=found.code) if isinstance(found, Found) else None


def cities_suggested(name: str) -> list[City]:
    """Cities that may have been meant, best first; empty when the name is known or nothing comes near."""
    found = search_city(name)
    if isinstance(found, Found):
        return []
    rows = {city.code: city for city in City.objects.filter(code__in=found.codes)}
    return [rows[code] for code in found.codes]


def observation_rows(city: City) -> list[Observation]:
    """A city's figures, then its country's, with indicator and source at hand."""
    rows = Observation.objects.filter(Q(city=city) | Q(country_id=city.country_id))
    return list(rows.select_related("indicator", "source").defer("indicator__data"))


def engine_observation(row: Observation) -> profile.Observation:
    figure: Sourced[Decimal | str] = Sourced(
        value=row.value if row.value is not None else row.words,
        unit=row.unit,
        year=row.year,
        boundary=Boundary(row.boundary),
        source=row.source.code,
        confidence=Confidence(row.confidence),
        printed=row.figure.get("printed"),
        note=row.figure.get("note"),
    )
    return profile.Observation(row.indicator.code, figure)


def engine_observations(city: City) -> tuple[profile.Observation, ...]:
    """All figures of a city and its country as engine values."""
    return tuple(engine_observation(row) for row in observation_rows(city))


def engine_indicators() -> tuple[profile.Indicator, ...]:
    """What is measured, for which sectors, and how long it stays fresh."""
    rows = Indicator.objects.filter(withdrawn_on=None).values_list("code", "unit", "data__sectors", "data__fresh_years")
    return tuple(profile.Indicator(code, unit, frozenset(map(Sector, sectors)), fresh) for code, unit, sectors, fresh in rows)


def profile_of(city: City, *, today: date, sectors: frozenset[Sector] = frozenset()) -> profile.CityProfile:
    """Readings, freshness and gaps of a city for some sectors."""
    return profile.profile(engine_observations(city), engine_indicators(), today=today, sectors=sectors)


def provider_past() -> Sequence[EngineSeries]:
    """The series of the provider that a city is compared with, one per indicator."""
    records: Iterable[cities.Series] = (
        row.record for row in ProviderSeries.objects.filter(for_matching=True, withdrawn_on=None).order_by("position")
    )
    return [
        EngineSeries(
            indicator=r.indicator,
            unit=r.unit,
            boundary=r.boundary,
            points=tuple(SeriesPoint(p.year, p.value, p.source, p.confidence) for p in sorted(r.points, key=lambda p: p.year)),
        )
        for r in records
    ]


def trajectory_of(city: City, *, as_of: int | None = None) -> trajectory.TrajectoryMatch:
    """The year in which the provider stood where the city stands, or stood in `as_of`."""
    return trajectory.match(engine_observations(city), provider_past(), as_of=as_of)


def next_steps_of_provider(match: trajectory.TrajectoryMatch, sectors: Sequence[Sector]) -> tuple[cities.Milestone, ...]:
    """What the provider did in the years after, in the sectors asked for."""
    records: list[cities.Milestone] = [row.record for row in Milestone.objects.filter(withdrawn_on=None)]
    return milestones_after(match, records, sectors)


def exchange_rates() -> tuple[Rate, ...]:
    """Every yearly rate on record."""
    records: Iterable[cities.ExchangeRates] = (row.record for row in ExchangeRates.objects.filter(withdrawn_on=None))
    return tuple(Rate(r.currency, year, value, r.source) for r in records for year, value in r.per_dollar.items())
