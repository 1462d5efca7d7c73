"""Seoul's own past as it ships, and the years in which it stood where the target cities stood in 2013."""

from collections import Counter

import pytest

from seoulution.engine.cities.comparison import Position, ProviderSeries, SeriesPoint
from seoulution.engine.cities.milestones import milestones_after
from seoulution.engine.cities.profile import Observation
from seoulution.engine.cities.terms import TERMS
from seoulution.engine.cities.trajectory import TrajectoryMatch, match
from seoulution.engine.provenance import Sourced
from seoulution.engine.vocabulary import Boundary, Sector
from seoulution.reference.load import SHAPES, known_codes, read
from seoulution.reference.schema.base import Source
from seoulution.reference.schema.cities import City, Country, Indicator, Milestone, Series

SERIES = read("provider/series", Series)[0]
MILESTONES = read("provider/milestones", Milestone)[0]
MATCHING = [
    ProviderSeries(
        each.indicator,
        each.unit,
        each.boundary,
        tuple(SeriesPoint(point.year, point.value, point.source, point.confidence) for point in each.points),
    )
    for each in SERIES
    if each.matching
]
CITIES = {each.code: each for each in read("cities", City)[0]}
COUNTRIES = {each.code: each for each in read("countries", Country)[0]}


def stood(code: str, as_of: int = 2014) -> TrajectoryMatch:
    city = CITIES[code]
    held = [
        Observation(
            each.indicator,
            Sourced(
                each.figure.value,
                each.figure.unit,
                each.figure.year,
                each.figure.boundary,
                each.figure.source,
                each.figure.confidence,
            ),
        )
        for each in (*city.observations, *COUNTRIES[city.country].observations)
    ]
    return match(held, MATCHING, as_of=as_of)


@pytest.mark.parametrize("kind", ["provider/series", "provider/milestones", "provider/conflicts"])
def test_every_record_fits_its_shape_and_names_a_known_source(kind: str) -> None:
    records, problems = read(kind, SHAPES[kind])
    sources = {each.code for each in read("sources", Source)[0]}
    assert records and not problems
    assert {code for record in records for _, code in known_codes(record)} <= sources


def test_every_series_is_of_a_known_indicator_in_its_unit_with_one_value_a_year() -> None:
    units = {each.code: each.unit for each in read("indicators", Indicator)[0]}
    for each in SERIES:
        unit = units[each.indicator]
        if unit.startswith("local currency"):
            assert each.unit == "KRW" + unit.removeprefix("local currency"), each.indicator
        else:
            assert each.unit == unit, each.indicator
        years = [point.year for point in each.points]
        assert years == sorted(set(years)), each.indicator
        if each.unit == "%":
            assert all(0 <= point.value <= 100 for point in each.points), each.indicator


def test_no_two_series_are_told_apart_by_nothing() -> None:
    assert max(Counter((each.indicator, each.variant, each.boundary) for each in SERIES).values()) == 1


def test_one_series_at_most_is_matched_for_each_indicator_and_each_has_its_terms() -> None:
    matched = Counter(each.indicator for each in MATCHING)
    assert max(matched.values()) == 1
    assert set(matched) <= set(TERMS)
    assert {code for code, term in TERMS.items() if term.weight} <= set(matched)


@pytest.mark.parametrize(
    ("indicator", "year", "value"),
    [
        # facts-seoul-past §10, the matching vector.
        ("gdp-per-head", 1960, 1038),
        ("gdp-per-head", 1990, 9673),
        ("urban-share", 1970, 40.7),
        ("population", 1960, 2361),
        ("population", 2015, 9897),
        ("water-coverage", 1970, 85.6),
        ("revenue-water", 1989, 55.2),
        ("vehicles-per-1000", 1990, 113),
        ("landfill-share", 2005, 25.7),
    ],
)
def test_the_matched_series_hold_the_values_of_the_facts(indicator: str, year: int, value: float) -> None:
    series = next(each for each in MATCHING if each.indicator == indicator)
    assert next(point.value for point in series.points if point.year == year) == value


@pytest.mark.parametrize(("year", "growth"), [(1955, 8.7), (1970, 9.0), (1980, 3.9), (1990, 2.4), (2000, -0.7), (2015, 0.2)])
def test_growth_is_that_of_the_facts(year: int, growth: float) -> None:
    series = next(each for each in MATCHING if each.indicator == "population-growth")
    assert next(point.value for point in series.points if point.year == year) == pytest.approx(growth, abs=0.06)


def test_income_and_urban_share_are_koreas_and_say_so() -> None:
    country = {each.indicator for each in MATCHING if each.boundary is Boundary.COUNTRY}
    assert {"gdp-per-head", "urban-share", "internet-users"} <= country
    assert {each.indicator for each in SERIES if each.boundary is Boundary.COUNTRY and each.note is None} == set()


def test_metro_manila_of_2013_stands_where_seoul_stood_in_the_seventies_or_eighties() -> None:
    result = stood("metro-manila")
    assert result.position is Position.WITHIN
    assert result.year is not None and 1970 < result.year < 1990
    assert set(result.by_country) == {"gdp-per-head", "urban-share"}
    assert {each.figure.year for each in result.compared if each.weight} == {2013}
    vehicles = next(each for each in result.compared if each.indicator == "vehicles-per-1000")
    assert vehicles.own_year == pytest.approx(1993, abs=1.5)  # 160.6 per 1,000 lies between 113 (1990) and 193 (1995)
    steps = milestones_after(result, MILESTONES, {Sector.TRANSPORT, Sector.URBAN_RAIL})
    assert any("Line 2" in step.policy.en for step in steps)


@pytest.mark.parametrize(
    "code", ["bangkok", "hanoi", "ho-chi-minh-city", "jakarta", "metro-manila", "da-nang", "vientiane", "hue"]
)
def test_target_cities_stand_within_seouls_past(code: str) -> None:
    result = stood(code)
    assert result.position is Position.WITHIN, (result.position, result.distance)
    assert result.year is not None and 1960 <= result.year <= 2000


def test_the_poorest_target_city_stands_at_the_beginning_of_the_record() -> None:
    result = stood("yangon")
    assert result.position in (Position.BEFORE, Position.WITHIN)
    assert result.year is None or result.year < 1985


def test_singapore_is_not_given_a_year_of_growth_like_seouls() -> None:
    result = stood("singapore")
    assert result.position in (Position.AFTER, Position.NO_ANALOGUE)


def test_every_milestone_is_in_order_and_tells_its_story_in_both_languages() -> None:
    for each in MILESTONES:
        assert each.until is None or each.until > each.year
        assert each.followed or each.limits, each.policy.en
    assert {sector for each in MILESTONES for sector in each.sectors} == set(Sector)
