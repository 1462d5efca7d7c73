"""Cities by any name, and the year in which Seoul stood where a city stands."""

from datetime import date
from decimal import Decimal

import pytest

from seoulution.apps.cities.models import City, CityName
from seoulution.apps.cities.queries import (
    cities_suggested,
    city_named,
    engine_observations,
    exchange_rates,
    next_steps_of_provider,
    observation_rows,
    profile_of,
    provider_past,
    sourced,
    trajectory_of,
)
from seoulution.engine.vocabulary import Boundary, Confidence, Sector
from seoulution.reference.schema import base

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 22)


@pytest.fixture
def manila(db: None) -> City:
    return City.objects.get(code="metro-manila")


@pytest.mark.parametrize("name", ["metro-manila", "Metro Manila", "  METRO  MANILA ", "metro manila"])
def test_a_city_answers_to_its_code_and_its_names_however_they_are_typed(name: str, manila: City) -> None:
    assert city_named(name) == manila


def test_every_city_answers_to_its_korean_and_its_english_name_unless_two_share_it() -> None:
    for row in City.objects.filter(withdrawn_on=None):
        for name in (row.name_ko, row.name_en):
            shared = CityName.objects.filter(name__iexact=name).values("city").distinct().count()
            assert city_named(name) == row or shared > 1, name


@pytest.mark.parametrize("name", ["", "   ", "Atlantis", "🏙", "'; DROP TABLE cities_city; --", "a" * 10_000])
def test_a_name_that_no_city_goes_by_finds_none(name: str) -> None:
    assert city_named(name) is None


@pytest.mark.parametrize("name", ["Metro Manilla", "Metro Manla"])
def test_a_near_miss_suggests_the_city_that_was_meant_first(name: str, manila: City) -> None:
    assert city_named(name) is None
    assert cities_suggested(name)[0] == manila


def test_nothing_is_suggested_for_a_known_name_or_for_one_that_is_near_to_none() -> None:
    assert cities_suggested("Metro Manila") == []
    assert cities_suggested("xxqq") == []


def test_a_withdrawn_city_is_neither_found_nor_suggested(manila: City) -> None:
    City.objects.filter(pk=manila.pk).update(withdrawn_on=TODAY)
    assert city_named("Metro Manila") is None
    assert manila not in cities_suggested("Metro Manilla")


def test_in_2014_manila_stood_where_seoul_stood_in_the_middle_of_the_1980s(manila: City) -> None:
    """1984.5 as of 2014 by the figures that ship, measured when they were loaded; a slip of a series or a weight moves it further."""
    found = trajectory_of(manila, as_of=2014)
    assert found.year == pytest.approx(1984.5, abs=0.6)


def test_what_seoul_did_next_is_later_than_that_year_and_of_the_sector(manila: City) -> None:
    found = trajectory_of(manila, as_of=2014)
    steps = next_steps_of_provider(found, (Sector.TRANSPORT,))
    assert steps
    assert all(found.year is not None and step.year >= int(found.year) for step in steps)
    assert all(Sector.TRANSPORT in step.sectors for step in steps)


def test_figures_of_a_city_are_its_own_and_those_of_its_country_marked_as_such(manila: City) -> None:
    rows = observation_rows(manila)
    assert {row.city_id for row in rows} == {manila.pk, None}
    assert {row.country_id for row in rows if row.city_id is None} == {manila.country_id}
    values = engine_observations(manila)
    assert len(values) == len(rows)
    assert all(value.figure.stands_in for value, row in zip(values, rows, strict=True) if row.boundary == "country")


def test_a_profile_keeps_to_the_sectors_asked_for_and_names_what_is_missing(manila: City) -> None:
    whole, water = profile_of(manila, today=TODAY), profile_of(manila, today=TODAY, sectors=frozenset({Sector.WATER}))
    assert set(water.missing) < set(whole.missing)


def test_the_past_of_seoul_runs_forward_in_every_series() -> None:
    past = provider_past()
    assert past
    for series in past:
        years = [point.year for point in series.points]
        assert years == sorted(years)


def test_a_figure_comes_over_with_all_that_a_reader_needs() -> None:
    figure = base.Figure(
        value=Decimal("55.1"), unit="%", year=1989, boundary=Boundary.CITY, source="briefing", confidence=Confidence.PRIMARY
    )
    value = sourced(figure)
    assert (value.value, value.unit, value.year, value.source) == (Decimal("55.1"), "%", 1989, "briefing")
    assert not value.stands_in


def test_the_yearly_rates_on_record_are_positive_and_each_names_its_source() -> None:
    rates = exchange_rates()
    won = {rate.year: rate.per_dollar for rate in rates if rate.currency == "KRW"}
    assert won[2013] == Decimal("1094.67") and {*range(1990, 2017)} <= set(won)
    assert len({(rate.currency, rate.year) for rate in rates}) == len(rates)
    assert all(rate.per_dollar > 0 and rate.source == "fed-g5a" for rate in rates)
