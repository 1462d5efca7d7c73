"""Which figure of a place is held against which series."""

from decimal import Decimal

from seoulution.engine.cities.comparison import Position, ProviderSeries, SeriesPoint, comparable, on_scale, side
from seoulution.engine.cities.profile import Observation
from seoulution.engine.cities.terms import TERMS
from seoulution.engine.provenance import Sourced
from seoulution.engine.vocabulary import Boundary, Confidence

WUP = ProviderSeries(
    "population",
    "thousand persons",
    Boundary.CITY,
    tuple(SeriesPoint(year, value, "un-wup-2018", Confidence.PRIMARY) for year, value in ((1960, 2361), (1990, 10518))),
)


def observed(value: str, source: str, year: int, boundary: Boundary = Boundary.AGGLOMERATION) -> Observation:
    figure: Sourced[Decimal | str] = Sourced(Decimal(value), "thousand persons", year, boundary, source, Confidence.PRIMARY)
    return Observation("population", figure)


def test_the_same_source_is_held_against_a_series_even_where_another_is_later() -> None:
    held = [observed("11856", "cit-ph1", 2016, Boundary.CITY), observed("12462", "un-wup-2018", 2013)]
    chosen = comparable(WUP, held, None)
    assert chosen is not None and chosen.source == "un-wup-2018"


def test_without_the_same_source_the_latest_is_taken() -> None:
    chosen = comparable(WUP, [observed("11000", "cit-ph1", 2010), observed("11856", "cit-ph2", 2012)], None)
    assert chosen is not None and chosen.year == 2012


def test_a_country_figure_is_not_held_against_a_city_series() -> None:
    assert comparable(WUP, [observed("97000", "un-wup-2018", 2013, Boundary.COUNTRY)], None) is None


def test_nothing_has_no_place_on_a_logarithmic_scale() -> None:
    assert on_scale(observed("0", "x", 2013).figure, TERMS["population"]) is None


def test_beyond_a_falling_series_more_means_earlier() -> None:
    falling = ProviderSeries(
        "population-growth",
        "% a year",
        Boundary.CITY,
        tuple(SeriesPoint(year, value, "un-wup-2018", Confidence.DERIVED) for year, value in ((1970, 9.0), (2010, -0.1))),
    ).path(TERMS["population-growth"])
    assert side(falling, 12.0) is Position.BEFORE
    assert side(falling, -3.0) is Position.AFTER
