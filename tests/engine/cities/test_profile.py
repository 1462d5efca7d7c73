"""Which figure speaks, how old it is, and what is missing."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seoulution.engine.cities.profile import (
    CLOSENESS,
    TRUST,
    Freshness,
    Indicator,
    Observation,
    as_of,
    freshness,
    in_order,
    profile,
    ratio,
)
from seoulution.engine.findings import Finding
from seoulution.engine.provenance import Sourced
from seoulution.engine.vocabulary import Boundary, Confidence, Sector

TODAY = date(2026, 1, 15)
NRW = Indicator("non-revenue-water", "%", frozenset({Sector.WATER}))
SPEED = Indicator("car-speed", "km/h", frozenset({Sector.TRANSPORT}))
POPULATION = Indicator("population", "thousand persons")


def figure(
    value: Decimal | str = Decimal(50),
    year: int | None = 2013,
    boundary: Boundary = Boundary.CITY,
    confidence: Confidence = Confidence.PRIMARY,
    unit: str = "%",
) -> Sourced[Decimal | str]:
    return Sourced(value, unit, year, boundary, "cit-ph1", confidence)


@pytest.mark.parametrize(
    ("year", "expected"),
    [(2026, "fresh"), (2021, "fresh"), (2020, "ageing"), (2016, "ageing"), (2015, "stale"), (None, "undated")],
)
def test_a_figure_is_fresh_then_ageing_then_stale(year: int | None, expected: str) -> None:
    assert freshness(year, 5, TODAY) == expected


def test_the_city_speaks_before_a_later_figure_of_its_country() -> None:
    city, country = figure(year=2010), figure(year=2024, boundary=Boundary.COUNTRY)
    assert in_order([country, city]) == (city, country)


def test_of_one_boundary_the_latest_speaks_and_of_one_year_the_firmest() -> None:
    old, press, official = figure(year=2010), figure(confidence=Confidence.SECONDARY), figure()
    assert in_order([old, press, official]) == (official, press, old)


def test_a_number_speaks_before_words() -> None:
    words, number = figure("about one hour at a time", 2014), figure(year=2010)
    assert in_order([words, number])[0] is number


def test_a_profile_names_what_is_missing_and_what_a_country_stands_in_for() -> None:
    held = [Observation("population", figure(boundary=Boundary.COUNTRY)), Observation("non-revenue-water", figure())]
    result = profile(held, [POPULATION, NRW, SPEED], today=TODAY)
    assert result.missing == ("car-speed",)
    assert result.stand_ins == ("population",)
    assert result.readings["population"].stands_in
    assert result.readings["non-revenue-water"].freshness is Freshness.STALE


def test_only_indicators_of_the_sectors_asked_for_count_as_missing() -> None:
    result = profile([], [POPULATION, NRW, SPEED], today=TODAY, sectors=frozenset({Sector.WATER}))
    assert result.missing == ("population", "non-revenue-water")


def test_the_other_figures_stay_beside_the_one_that_speaks() -> None:
    east, west = figure(Decimal(11), 2010, Boundary.UTILITY), figure(Decimal(51), 2010, Boundary.UTILITY)
    reading = profile([Observation("non-revenue-water", each) for each in (east, west)], [NRW], today=TODAY).readings[NRW.code]
    assert {reading.best.value, *(each.value for each in reading.others)} == {Decimal(11), Decimal(51)}


def test_a_view_as_of_2014_knows_nothing_later_or_undated() -> None:
    kept = as_of([Observation("population", figure(year=year)) for year in (2013, 2014, 2015, None)], 2014)
    assert [each.figure.year for each in kept] == [2013, 2014]


def test_a_ratio_within_one_boundary_is_derived_and_says_from_what() -> None:
    # Metro Manila 2010: 1.904 million vehicles, 11.856 million people (facts-cities, PH1) = 160.6 per 1,000.
    vehicles = figure(Decimal(1904), 2010, unit="thousand vehicles")
    people = figure(Decimal("11.856"), 2010, unit="million persons")
    result = ratio(vehicles, people, "per 1,000 persons")
    assert isinstance(result, Sourced) and isinstance(result.value, Decimal)
    assert round(result.value, 1) == Decimal("160.6")
    assert result.confidence is Confidence.DERIVED
    assert result.note is not None and "1904 thousand vehicles ÷ 11.856 million persons" in result.note["en"]


@pytest.mark.parametrize(
    ("by", "code"),
    [
        (figure(boundary=Boundary.AGGLOMERATION), "profile.boundaries-differ"),
        (figure(year=2001), "profile.years-differ"),
        (figure(year=None), "profile.years-differ"),
        (figure("many"), "profile.not-a-number"),
        (figure(Decimal(0)), "profile.not-a-number"),
    ],
)
def test_a_ratio_is_refused_where_it_would_describe_no_place(by: Sourced[Decimal | str], code: str) -> None:
    result = ratio(figure(), by, "%")
    assert isinstance(result, Finding)
    assert result.code == code


def test_every_boundary_and_confidence_has_its_place_in_the_order() -> None:
    assert set(CLOSENESS) == set(Boundary)
    assert set(TRUST) == set(Confidence)


figures = st.builds(
    figure,
    value=st.decimals(0, 1000, places=1),
    year=st.none() | st.integers(1950, 2026),
    boundary=st.sampled_from(Boundary),
    confidence=st.sampled_from(Confidence),
)


@given(st.lists(figures, min_size=1, max_size=8))
def test_the_order_loses_nothing_and_no_farther_boundary_speaks_first(held: list[Sourced[Decimal | str]]) -> None:
    ordered = in_order(held)
    assert sorted(map(repr, ordered)) == sorted(map(repr, held))
    assert CLOSENESS[ordered[0].boundary] == min(CLOSENESS[each.boundary] for each in held)
