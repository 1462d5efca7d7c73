"""The catalogue as it ships: no blank section, no undated late figure, no harm left out, no word that a city should not read."""

import re
from collections.abc import Iterator
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from seoulution.engine.vocabulary import Confidence, Sector, SolutionKind
from seoulution.reference.load import SHAPES, known_codes, read
from seoulution.reference.schema.base import Words
from seoulution.reference.schema.catalogue import Claim, PolicySolution, SectionKey

LAST_YEAR_OF_THE_PAPERS = 2014
# The article's table 1 with the briefing's further fields: each named policy has an entry, and so have sewage and waste.
NAMED_IN_THE_PAPERS = {
    Sector.PLANNING: {"digital-media-city", "cheonggyecheon", "downtown-regeneration"},
    Sector.HOUSING: {"long-term-lease-housing", "hanok-conservation", "apartment-community"},
    Sector.WATER: {"revenue-water", "advanced-water-treatment", "membrane-filtration", "tap-water-quality", "ozone-contactor"},
    Sector.URBAN_RAIL: {"rail-radio-network", "platform-screen-doors", "tunnel-monitoring", "automatic-train-operation"},
    Sector.TRANSPORT: {"topis", "integrated-fare", "median-bus-lanes", "bus-management-system"},
    Sector.E_GOVERNMENT: {"mobile-seoul", "dasan-call-centre", "oasis", "open-information", "free-wifi", "gis-portal"},
    Sector.ENVIRONMENT: {"one-less-nuclear-plant", "renewable-energy"},
    Sector.SEWAGE: {"sewage-system"},
    Sector.WASTE: {"volume-based-waste-fee", "food-waste", "nanjido-park"},
}
# The article's awards by sector (■ 상수도, 교통, 도시철도), each as printed, without blanks.
PRINTED_AWARDS = {
    "tap-water-quality": ["2009UN공공행정서비스대상수상(2009.6)"],
    "revenue-water": [
        "2010글로벌물산업혁신상(ProjectInnovationAward)수상(2010.9)",
        "2010국제비지니스상(InternationalBusinessAwards)수상(2010.9)",
        "2012글로벌물산업혁신상(ProjectInnovationAward)수상(2012.9)",
    ],
    "advanced-water-treatment": ["2012국제위생재단(NSF)품질인증(2012.8)"],
    "bus-reform": [
        "2005SustainableTransportationAward수상…(2006)",
        "2006세계대중교통협회(UITP)혁신정책우수상",
        "2007동아시아교통학회우수프로젝트상",
        "2011GoldenChariotAwards",
    ],
    "median-bus-lanes": ["2011세계대중교통협회(UITP)PTx2지역상(RegionalAward)"],
    "bus-management-system": ["2011세계대중교통협회(UITP)PTx2전시상(ShowcaseAward)"],
    "tunnel-monitoring": [
        "2011제59회세계대중교통협회(UITP)‘신기술혁신분야최우수상’수상",
        "2011제11회세계대중교통협회(UITP)아태회의‘기술혁신및대중교통발전공헌인증상’수상",
    ],
    "ballast-to-slab": [
        "2011메트로레일최우수아·태메트로상(BestMetroAsiaPacific)…수상",
        "최우수에너지효율상(MostEnergyEfficientMetro)수상",
        "2009메트로레일수송효율화부문에서최우수기관선정",
    ],
    "rail-radio-network": ["2013CNN선정세계9대명품지하철(2013.1.10.)"],
}
WORDS_NOT_FOR_A_CITY = re.compile(r"수출|진출(?!입)|\bexport", re.IGNORECASE)


@cache
def solutions() -> dict[str, PolicySolution]:
    records, _ = read("solutions", SHAPES["solutions"])
    return {record.code: record for record in records if isinstance(record, PolicySolution)}


@cache
def codes_of(kind: str) -> frozenset[str]:
    return frozenset(str(getattr(record, "code", "")) for record in read(kind, SHAPES[kind])[0])


def claims() -> Iterator[tuple[PolicySolution, Claim]]:
    return ((solution, claim) for solution in solutions().values() for claim in solution.claims)


def claim(solution: str, code: str) -> Claim:
    return next(held for held in solutions()[solution].claims if held.code == code)


def texts(value: object) -> Iterator[Words]:
    """Every text in two languages that a record holds; what a paper printed is no such text."""
    if isinstance(value, Words):
        yield value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from texts(getattr(value, name))
    elif isinstance(value, dict):
        for held in value.values():
            yield from texts(held)
    elif isinstance(value, tuple):
        for held in value:
            yield from texts(held)


def test_every_solution_file_is_read_without_a_problem() -> None:
    assert read("solutions", SHAPES["solutions"])[1] == []


@pytest.mark.parametrize(("sector", "codes"), NAMED_IN_THE_PAPERS.items(), ids=str)
def test_every_policy_that_the_papers_name_has_an_entry_in_its_sector(sector: Sector, codes: set[str]) -> None:
    assert codes <= {code for code, solution in solutions().items() if solution.sector is sector}


def test_no_solution_has_a_blank_section() -> None:
    for code, solution in solutions().items():
        known = set(solution.sections) | {key for key in SectionKey if key.value in {gap.about for gap in solution.gaps}}
        assert known == set(SectionKey), code


@given(st.data())
def test_a_solution_that_loses_a_filled_section_is_refused(data: st.DataObject) -> None:
    solution = data.draw(st.sampled_from(sorted(solutions().values(), key=lambda held: held.code)))
    questioned = {gap.about for gap in solution.gaps}
    lost = data.draw(st.sampled_from(sorted(key for key in solution.sections if key.value not in questioned)))
    raw = solution.model_dump()
    del raw["sections"][lost]
    with pytest.raises(ValidationError, match=f"neither filled nor named as a gap: .*{lost}"):
        PolicySolution.model_validate(raw)


def test_korean_text_is_korean_and_english_text_is_english() -> None:
    for code, solution in solutions().items():
        for text in (solution.name, solution.result, *solution.sections.values(), *solution.symptoms):
            assert re.search(r"[가-힣]", text.ko), f"{code}: {text.ko}"
            beside_original_names = re.sub(r"\([^)]*\)", "", text.en)
            assert not re.search(r"[가-힣]", beside_original_names), f"{code}: {text.en}"


def test_no_text_for_a_city_says_export() -> None:
    for code, solution in solutions().items():
        for text in texts(solution):
            assert not WORDS_NOT_FOR_A_CITY.search(text.ko), f"{code}: {text.ko}"
            assert not WORDS_NOT_FOR_A_CITY.search(text.en), f"{code}: {text.en}"


def test_every_source_that_a_solution_cites_is_known() -> None:
    for code, solution in solutions().items():
        assert {source for _, source in known_codes(solution)} <= codes_of("sources"), code


def test_owners_and_the_bodies_to_ask_are_known_agencies() -> None:
    for code, solution in solutions().items():
        assert {solution.owner, *(gap.ask for gap in solution.gaps)} <= codes_of("agencies"), code


def test_the_places_that_received_a_solution_are_known_cities() -> None:
    for code, solution in solutions().items():
        assert {place.city for place in solution.shared if place.city} <= codes_of("cities"), code


def test_the_engagements_behind_a_shared_solution_are_known() -> None:
    for code, solution in solutions().items():
        assert {place.engagement for place in solution.shared if place.engagement} <= codes_of("engagements"), code


def test_checkable_conditions_speak_the_units_of_known_indicators() -> None:
    units = {
        str(getattr(record, "code", "")): getattr(record, "unit", "") for record in read("indicators", SHAPES["indicators"])[0]
    }
    for code, solution in solutions().items():
        for condition in solution.conditions:
            if condition.indicator is not None:
                assert units.get(condition.indicator) == condition.unit, f"{code}: {condition.code}"


def test_figures_later_than_the_papers_are_marked_as_later() -> None:
    for solution, held in claims():
        year = held.figure.year
        assert year is None or year <= LAST_YEAR_OF_THE_PAPERS or held.after_2014, f"{solution.code}: {held.code}"


def test_claims_marked_as_later_carry_a_year_that_may_be_later() -> None:
    for solution, held in claims():
        if held.after_2014:
            year = held.figure.year
            assert (year is None and held.figure.note is not None) or (year or 0) >= LAST_YEAR_OF_THE_PAPERS, (
                f"{solution.code}: {held.code}"
            )


def test_places_reached_later_than_the_papers_are_marked_as_later() -> None:
    for code, solution in solutions().items():
        for place in solution.shared:
            first = int(place.year[:4])
            assert first <= LAST_YEAR_OF_THE_PAPERS or place.after_2014, f"{code}: {place.place.en} {place.year}"


def test_a_series_is_one_measure_at_different_times() -> None:
    for code, solution in solutions().items():
        for series in {held.series for held in solution.claims if held.series}:
            points = [held.figure for held in solution.claims if held.series == series]
            assert len(points) >= 2, f"{code}: {series} has one point"
            assert len({(point.unit, point.boundary) for point in points}) == 1, f"{code}: {series} mixes units or boundaries"
            repeated = [point for point in points if [other.year for other in points].count(point.year) > 1]
            assert not repeated or any(point.note for point in repeated), (
                f"{code}: {series} has two values in one year and no date"
            )
            assert not any(isinstance(point.value, str) for point in points), f"{code}: {series} has a point that is no number"


def test_levels_climb_from_where_a_city_starts() -> None:
    for code, solution in solutions().items():
        numbers = [level.level for level in solution.levels]
        assert numbers == list(range(1, len(numbers) + 1)), code
        assert len(numbers) >= 2, code


def test_every_solution_says_how_a_city_would_describe_the_problem() -> None:
    for code, solution in solutions().items():
        assert 4 <= len(solution.symptoms) <= 8, code


def test_every_solution_is_know_how_or_deliverable() -> None:
    for code, solution in solutions().items():
        assert set(solution.kinds) <= set(SolutionKind), code
        assert len(solution.kinds) == len(set(solution.kinds)), code


def test_nothing_in_the_catalogue_is_unverified() -> None:
    for code, solution in solutions().items():
        bases = [text.basis for text in (solution.result, *solution.sections.values())]
        bases += [level.basis for level in solution.levels]
        bases += [condition.basis for condition in solution.conditions]
        assert Confidence.UNVERIFIED not in bases, code


@pytest.mark.parametrize(("code", "printed"), [(code, award) for code, awards in PRINTED_AWARDS.items() for award in awards])
def test_every_award_that_the_article_lists_for_water_transport_and_rail_is_kept_as_printed(code: str, printed: str) -> None:
    kept = {re.sub(r"\s", "", award.printed or "") for award in solutions()[code].awards}
    assert printed in kept


def test_the_printed_revenue_water_ratio_keeps_its_year() -> None:
    """Item 1 of the corrections to the facts: the article prints 94.5 % without a year; the city used it of 2012, and 94.4 for 2013."""
    printed = claim("revenue-water", "rwr-2012").figure
    assert (str(printed.value), printed.year, printed.printed) == ("94.5", 2012, "94.5%")
    assert str(claim("revenue-water", "rwr-2013").figure.value) == "94.4"


def test_the_revenue_water_series_runs_from_the_founding_of_the_utility() -> None:
    series = {
        held.figure.year: str(held.figure.value)
        for held in solutions()["revenue-water"].claims
        if held.series == "revenue-water"
    }
    assert (series[1989], series[1999], series[2009], series[2013]) == ("55.2", "68.2", "93", "94.4")


def test_the_united_nations_award_is_credited_to_real_time_disclosure() -> None:
    """The 2009 award was for real-time disclosure, not for home inspection."""
    (award,) = solutions()["tap-water-quality"].awards
    assert award.note is not None
    assert "disclosure" in award.note.en


def test_advanced_treatment_is_not_presented_as_city_wide() -> None:
    share = claim("advanced-water-treatment", "share-march-2014")
    assert (str(share.figure.value), share.after_2014) == ("18", False)


@pytest.mark.parametrize(
    ("code", "harm"),
    [
        ("median-bus-lanes", "pedestrian deaths"),
        ("platform-screen-doors", "killed"),
        ("automatic-train-operation", "2 May 2014"),
        ("bus-reform", "never amended"),
        ("food-waste", "collection faltered"),
    ],
)
def test_harm_and_failure_are_told_to_the_receiving_city(code: str, harm: str) -> None:
    assert harm in solutions()[code].sections[SectionKey.OBSTACLES].en


def test_the_buses_of_kuala_lumpur_keep_the_printed_number_beside_the_true_one() -> None:
    """The article prints 1,500; the press of 2010 says 1,091."""
    buses = claim("integrated-fare", "kl-buses").figure
    assert (str(buses.value), buses.printed) == ("1091", "1,500대")
