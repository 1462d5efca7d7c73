"""The city profiles that ship: every figure has a unit that its indicator knows, every gap somebody to ask."""

from collections import Counter
from decimal import Decimal

import pytest

from seoulution.engine.cities.names import Found, Named, NameIndex, Suggestions
from seoulution.engine.vocabulary import Boundary, Confidence, PlaceKind, Sector
from seoulution.reference.load import SHAPES, known_codes, read
from seoulution.reference.schema.base import Source
from seoulution.reference.schema.cities import City, Country, Indicator, Observation

INDICATORS = {each.code: each for each in read("indicators", Indicator)[0]}
COUNTRIES = {each.code: each for each in read("countries", Country)[0]}
CITIES = {each.code: each for each in read("cities", City)[0]}
TARGETS = {"bangkok", "hanoi", "ho-chi-minh-city", "jakarta", "metro-manila", "da-nang", "yangon", "vientiane", "hue"}
PROFILED = {code for code, city in CITIES.items() if city.gaps or city.issues}


def observations() -> list[tuple[str, Observation]]:
    return [(code, each) for code, place in (CITIES | COUNTRIES).items() for each in place.observations]


def value(code: str, indicator: str, year: int, source: str | None = None) -> Decimal | str:
    found = [
        each.figure.value
        for each in CITIES[code].observations
        if each.indicator == indicator and each.figure.year == year and source in (None, each.figure.source)
    ]
    assert len(found) == 1, (code, indicator, year, found)
    return found[0]


@pytest.mark.parametrize("kind", ["indicators", "countries", "cities"])
def test_every_record_fits_its_shape_and_names_a_known_source(kind: str) -> None:
    records, problems = read(kind, SHAPES[kind])
    sources = {each.code for each in read("sources", Source)[0]}
    assert not problems
    assert {code for record in records for _, code in known_codes(record)} <= sources
    codes = Counter(str(each.model_dump()["code"]) for each in records)
    assert max(codes.values()) == 1


def test_every_figure_is_in_the_unit_of_its_indicator_or_names_the_currency_in_its_place() -> None:
    for place, each in observations():
        unit = INDICATORS[each.indicator].unit
        if unit.startswith("local currency"):
            assert each.figure.unit.endswith(unit.removeprefix("local currency")), (place, each)
            assert len(each.figure.unit.split("/")[0].split(",")[0]) in (3, 4), (place, each)
        else:
            assert each.figure.unit == unit, (place, each)


def test_shares_lie_between_nothing_and_all_and_counts_are_not_negative() -> None:
    for place, each in observations():
        if isinstance(each.figure.value, Decimal) and each.indicator not in ("population-growth", "urban-growth"):
            assert each.figure.value >= 0, (place, each)
            if each.figure.unit == "%":
                assert each.figure.value <= 100, (place, each)


def test_a_figure_that_was_calculated_shows_its_arithmetic() -> None:
    assert [
        place for place, each in observations() if each.figure.confidence is Confidence.DERIVED and not each.figure.note
    ] == []


def test_every_city_lies_in_a_country_that_ships_and_on_the_map() -> None:
    for city in CITIES.values():
        assert city.country in COUNTRIES, city.code
        assert city.latitude is not None and city.longitude is not None, city.code


def test_every_country_figure_is_about_the_whole_country() -> None:
    assert {each.figure.boundary for country in COUNTRIES.values() for each in country.observations} == {Boundary.COUNTRY}


def test_all_partner_places_ship_and_regions_a_country_and_an_island_are_told_apart() -> None:
    assert len(PROFILED) == 28
    assert len(CITIES) == 28 + 35 + 2  # profiled, the ties without a profile, Abu Dhabi and Seoul
    kinds = {kind: {code for code, city in CITIES.items() if city.kind is kind} for kind in PlaceKind}
    # source-corrections #4: states and provinces, not cities; #29: a country; facts-cities: an island.
    assert kinds[PlaceKind.REGION] == {"new-south-wales", "shandong", "jiangsu", "guangdong", "zhejiang", "hokkaido"}
    assert kinds[PlaceKind.COUNTRY] == {"trinidad-and-tobago"}
    assert kinds[PlaceKind.SITE] == {"pulau-muara-besar"}


def test_the_nine_target_cities_are_marked_as_an_inference() -> None:
    # source-corrections #39: the article names four of nine at once; the union of the passage is nine.
    assert {code for code, city in CITIES.items() if city.target} == TARGETS
    assert {CITIES[code].target.basis for code in TARGETS} == {Confidence.JUDGEMENT}  # type: ignore[union-attr]


def test_the_expected_cities_of_the_briefing_are_all_there_by_sector() -> None:
    expected = {
        sector: {code for code, city in CITIES.items() if sector in {e.sector for e in city.expected}} for sector in Sector
    }
    assert expected[Sector.WATER] == {"trinidad-and-tobago", "ho-chi-minh-city", "hue", "vientiane"}
    assert expected[Sector.TRANSPORT] == {"hanoi", "ho-chi-minh-city", "yangon", "bangkok", "metro-manila", "vientiane"}
    assert expected[Sector.URBAN_RAIL] == {"singapore", "jeddah", "ho-chi-minh-city", "abidjan", "delhi", "jakarta"}
    assert expected[Sector.E_GOVERNMENT] == {"addis-ababa", "maputo"}


@pytest.mark.parametrize(
    ("code", "printed", "thousand"),
    [
        ("hanoi", "약 6 천 만명(연 3%증가)", 7700),  # source-corrections #22
        ("bangkok", "8,28만명", 8280),  # #23
        ("delhi", "2,200만명", 22000),  # #24
        ("maputo", "177만명", 1770),  # #25
        ("metro-manila", "1,186만명", 11860),
    ],
)
def test_what_was_printed_stays_beside_what_is_right(code: str, printed: str, thousand: int) -> None:
    figure = CITIES[code].expected[0].population
    assert figure is not None
    assert printed.startswith(figure.printed or "?")
    assert figure.value == thousand


def test_the_un_figures_are_those_of_the_city_facts() -> None:
    # facts-cities §2: WUP 2013 in thousands and growth 2010-15 in % a year.
    assert value("metro-manila", "population", 2013, "un-wup-2018") == 12462
    assert value("metro-manila", "population-growth", 2015) == Decimal("1.59")
    assert value("hanoi", "population-growth", 2015) == Decimal("5.40")
    assert value("sharjah", "population-growth", 2015) == Decimal("7.21")
    assert value("trinidad-and-tobago", "population-growth", 2015) == Decimal("-0.04")


def test_the_income_figures_are_those_of_the_country_facts() -> None:
    # facts-cities §3: GDP per head in constant US$, 2013 and 2024.
    income = {
        (code, each.figure.year): each.figure.value
        for code, country in COUNTRIES.items()
        for each in country.observations
        if each.indicator == "gdp-per-head"
    }
    assert [income["PH", 2013], income["PH", 2024]] == [2654, 3925]
    assert [income["ET", 2013], income["VN", 2013], income["SG", 2024]] == [518, 2320, 67707]


def test_donor_classes_are_yes_or_no_and_match_the_facts() -> None:
    for country in COUNTRIES.values():
        for each in (
            country.least_developed,
            country.dac_recipient_2014,
            country.adb_developing_member,
            country.idb_borrowing_member,
        ):
            assert each is not None and each.value in ("yes", "no"), country.code
    least = {code for code, each in COUNTRIES.items() if each.least_developed and each.least_developed.value == "yes"}
    assert least == {"MM", "LA", "ET", "MZ", "BD"}
    # facts-cities §3: not on the DAC list of 2014-16.
    off = {code for code, each in COUNTRIES.items() if each.dac_recipient_2014 and each.dac_recipient_2014.value == "no"}
    assert {"AE", "TT", "NZ", "SG", "SA", "BN"} <= off
    assert not off & {"PH", "VN", "ID", "MM", "TH", "LA", "ET", "MZ", "CO", "MY", "IN", "BD", "IQ", "AZ", "AR", "PE", "CI"}


def test_every_gap_names_something_that_is_missing_and_somebody_to_ask() -> None:
    for code in PROFILED:
        held = {each.indicator for each in CITIES[code].observations}
        for gap in CITIES[code].gaps:
            assert gap.about == "plans" or gap.about in INDICATORS, (code, gap.about)
            assert gap.about not in held, (code, gap.about)
            assert gap.ask in {code, "kotra", "koica"}, (code, gap.ask)


def test_what_came_after_the_papers_says_so() -> None:
    dated = [(code, each.year, each.text) for code, city in CITIES.items() for each in city.issues]
    dated += [(code, each.year, each.text) for code, city in CITIES.items() for each in city.plans]
    for code, year, text in dated:
        if year is not None and year > 2014:
            assert text.after_2014, (code, text.en)


INDEX = NameIndex(
    Named(code, (city.name.ko, city.name.en, city.local_name or "", *city.aliases)) for code, city in CITIES.items()
)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("마닐라", "metro-manila"),
        ("호치민", "ho-chi-minh-city"),
        ("호찌민시", "ho-chi-minh-city"),
        ("Saigon", "ho-chi-minh-city"),
        ("앙콘", "yangon"),
        ("후예", "hue"),
        ("비엔티엔", "vientiane"),
        ("찬찬마요", "chanchamayo"),
        ("양카라", "ankara"),
        ("동경", "tokyo"),
        ("서울시", "seoul"),
        ("Đà Nẵng", "da-nang"),
        ("กรุงเทพมหานคร", "bangkok"),
    ],
)
def test_the_names_of_the_papers_and_of_the_people_find_their_place(written: str, code: str) -> None:
    assert INDEX.find(written) == Found(code)


def test_no_name_belongs_to_two_places() -> None:
    for city in CITIES.values():
        for name in (city.code, city.name.ko, city.name.en, *city.aliases):
            found = INDEX.find(name)
            assert not isinstance(found, Suggestions), (name, found)
            assert found.code == city.code, name
