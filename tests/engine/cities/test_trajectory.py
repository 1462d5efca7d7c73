"""The year in which Seoul, or Korea, stood where a place stands now."""

import time
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seoulution.engine.cities.comparison import Position, ProviderSeries, SeriesPoint
from seoulution.engine.cities.profile import Observation
from seoulution.engine.cities.terms import Scale, Term
from seoulution.engine.cities.trajectory import TrajectoryMatch, match
from seoulution.engine.provenance import Sourced
from seoulution.engine.vocabulary import Boundary, Confidence

# Korea's GDP per head, 2005 PPP US$, every five years from 1952 (methods §2, Gapminder table shipped with plotly).
KOREA_PPP = [1031, 1488, 1536, 2029, 3031, 4657, 5623, 8533, 12104, 15994, 19234, 23348]


def series(indicator: str, boundary: Boundary, points: dict[int, float], unit: str = "unit") -> ProviderSeries:
    held = tuple(SeriesPoint(year, value, "past-gap", Confidence.PRIMARY) for year, value in points.items())
    return ProviderSeries(indicator, unit, boundary, held)


def observed(indicator: str, value: float | str, boundary: Boundary, year: int = 2013, unit: str = "unit") -> Observation:
    held = value if isinstance(value, str) else Decimal(str(value))
    return Observation(indicator, Sourced(held, unit, year, boundary, "gapminder", Confidence.PRIMARY))


PPP = series("gdp-per-head", Boundary.COUNTRY, dict(zip(range(1952, 2008, 5), KOREA_PPP, strict=True)))

# Seoul and Korea by facts-seoul-past §10: income in constant 2015 US$, WUP growth, urban share of Korea, WUP population.
YEARS = [1960, 1965, 1970, 1975, 1980, 1985, 1990, 1995, 2000, 2005, 2010, 2015]
SEOUL = [
    series(
        "gdp-per-head",
        Boundary.COUNTRY,
        dict(zip(YEARS, [1038, 1286, 2001, 2955, 4140, 6106, 9673, 13924, 17763, 22124, 26623, 30172], strict=True)),
    ),
    series(
        "population-growth",
        Boundary.CITY,
        dict(zip(YEARS, [8.8, 7.9, 9.0, 5.1, 3.9, 2.5, 2.4, -0.5, -0.7, -0.1, -0.1, 0.2], strict=True)),
    ),
    series(
        "urban-share",
        Boundary.COUNTRY,
        dict(zip(YEARS, [27.7, 32.0, 40.7, 48.0, 56.7, 64.8, 74.0, 78.4, 79.6, 81.4, 82.0, 81.6], strict=True)),
    ),
    series(
        "population",
        Boundary.CITY,
        dict(zip(YEARS, [2361, 3452, 5312, 6808, 8244, 9334, 10518, 10256, 9879, 9822, 9796, 9897], strict=True)),
    ),
]


def by_income(value: float) -> TrajectoryMatch:
    return match([observed("gdp-per-head", value, Boundary.COUNTRY, 2007)], [PPP])


@pytest.mark.parametrize(
    ("country", "income", "year"),
    [("Viet Nam", 2442, 1969.3), ("Indonesia", 3541, 1973.8), ("Philippines", 3190, 1972.6), ("Thailand", 7458, 1985.4)],
)
def test_income_alone_gives_the_korean_year_of_the_methods_sheet(country: str, income: float, year: float) -> None:
    result = by_income(income)
    assert result.year is not None, country
    assert round(result.year, 1) == year
    assert result.compared[0].own_year == pytest.approx(result.year)
    assert result.by_country == ("gdp-per-head",)


def test_a_place_poorer_than_the_first_year_stands_before_it_and_gets_no_year() -> None:
    result = by_income(500)
    assert (result.position, result.year, result.low, result.first) == (Position.BEFORE, None, None, 1952)


def test_a_place_richer_than_the_last_year_stands_after_it() -> None:
    result = by_income(60000)
    assert (result.position, result.year, result.last) == (Position.AFTER, None, 2007)


def test_the_first_year_itself_is_within() -> None:
    result = by_income(1031)
    assert result.position is Position.WITHIN
    assert result.year == pytest.approx(1952)
    assert result.low_is_open


def place(income: float = 2654, growth: float = 1.59, urban: float = 45.3, people: float = 12462) -> list[Observation]:
    """Metro Manila 2013 (facts-cities §2, §3): the Philippines' income and urban share, WUP population and growth."""
    return [
        observed("gdp-per-head", income, Boundary.COUNTRY),
        observed("population-growth", growth, Boundary.AGGLOMERATION),
        observed("urban-share", urban, Boundary.COUNTRY),
        observed("population", people, Boundary.AGGLOMERATION),
    ]


def test_a_match_shows_what_it_rests_on_and_where_the_country_stands_in() -> None:
    result = match(place(), SEOUL)
    assert result.position is Position.WITHIN
    assert result.year is not None and result.low is not None and result.high is not None
    assert 1970 < result.year < 1990
    assert {each.indicator for each in result.compared} == {"gdp-per-head", "population-growth", "urban-share", "population"}
    assert sum(each.weight for each in result.compared) == pytest.approx(1)
    assert result.by_country == ("gdp-per-head", "urban-share")
    people = next(each for each in result.compared if each.indicator == "population")
    assert people.position is Position.AFTER and people.own_year is None
    assert result.spread is not None and result.spread > 10


def test_a_country_series_is_never_held_against_a_city_figure_nor_the_other_way_round() -> None:
    crossed = [observed("gdp-per-head", 2654, Boundary.CITY), observed("population-growth", 1.59, Boundary.COUNTRY)]
    result = match(crossed, SEOUL)
    assert result.position is Position.NO_ANALOGUE
    assert {finding.code for finding in result.left_out} == {"trajectory.no-figure"}
    assert len(result.left_out) == 4


def test_figures_in_another_unit_are_not_compared() -> None:
    assert match([observed("gdp-per-head", 2654, Boundary.COUNTRY, unit="PHP")], SEOUL).compared == ()


def test_words_and_nought_are_left_out_and_said() -> None:
    held = [observed("gdp-per-head", "low", Boundary.COUNTRY), observed("population", 0, Boundary.CITY)]
    codes = {finding.subject: finding.code for finding in match(held, SEOUL).left_out}
    assert codes["gdp-per-head"] == codes["population"] == "trajectory.not-comparable"


def test_a_match_as_of_a_year_uses_nothing_later() -> None:
    held = [observed("gdp-per-head", value, Boundary.COUNTRY, year) for value, year in ((2654, 2013), (3925, 2024))]
    assert match(held, SEOUL, as_of=2014).compared[0].figure.year == 2013
    assert match(held, SEOUL).compared[0].figure.year == 2024


def test_a_place_like_no_year_has_no_analogue() -> None:
    # The income of Korea in 1970 with the urban share of 2010 and a shrinking population: far from every year.
    strict = {"gdp-per-head": Term(Scale.LOG, 0.5, 0.3, 0.05), "urban-share": Term(Scale.LOGIT, 0.5, 0.3, 0.05)}
    result = match(place(income=2001, urban=95), SEOUL, terms=strict)
    assert result.position is Position.NO_ANALOGUE
    assert result.year is None and result.distance is not None and result.distance > 1.25


def test_an_area_based_series_is_not_read_across_the_annexation() -> None:
    coverage = series("water-coverage", Boundary.CITY, {1960: 59.8, 1970: 85.6, 1988: 98.8})
    held = [*place(), observed("water-coverage", 70, Boundary.CITY)]
    line = next(each for each in match(held, [*SEOUL, coverage]).compared if each.indicator == "water-coverage")
    assert (line.position, line.own_year, line.weight) == (Position.NO_ANALOGUE, None, 0)


def test_an_indicator_without_weight_does_not_move_the_year() -> None:
    vehicles = series("vehicles-per-1000", Boundary.CITY, {1970: 11, 1980: 25, 1990: 113, 2000: 235})
    with_vehicles = match([*place(), observed("vehicles-per-1000", 160, Boundary.CITY)], [*SEOUL, vehicles])
    assert with_vehicles.year == match(place(), SEOUL).year
    assert next(each for each in with_vehicles.compared if each.weight == 0).own_year == pytest.approx(1994.7, abs=0.1)


places = st.builds(place, st.floats(300, 60000), st.floats(-2, 10), st.floats(10, 98), st.floats(300, 40000))


@settings(max_examples=60, deadline=None)
@given(places)
def test_a_year_lies_in_its_interval_and_in_the_readable_years(held: list[Observation]) -> None:
    result = match(held, SEOUL, draws=200)
    if result.position is Position.WITHIN:
        assert result.year is not None and result.low is not None and result.high is not None
        assert 1960 <= result.low <= result.year <= result.high <= 2015
    else:
        assert result.year is result.low is result.high is None


@settings(max_examples=30, deadline=None)
@given(places)
def test_the_same_seed_gives_the_same_answer(held: list[Observation]) -> None:
    assert match(held, SEOUL, draws=200) == match(held, SEOUL, draws=200)


@settings(max_examples=60, deadline=None)
@given(st.floats(1040, 30000), st.floats(1.001, 1.5))
def test_more_income_alone_never_means_an_earlier_year(income: float, factor: float) -> None:
    earlier, later = (match(place(each)[:1], SEOUL, draws=50) for each in (income, income * factor))
    assert earlier.year is not None
    assert later.position is Position.AFTER or (later.year is not None and later.year >= earlier.year)


def test_a_match_takes_less_than_fifty_milliseconds_of_cpu() -> None:
    match(place(), SEOUL)
    begin = time.process_time()
    for _ in range(10):
        match(place(), SEOUL)
    assert (time.process_time() - begin) / 10 < 0.05
