"""What ships of the programme: whole, joined up, and as the two papers print it."""

import re
from collections import Counter
from datetime import date
from decimal import Decimal
from functools import cache
from typing import TypeVar

import pytest

from seoulution.engine.engagements.legal_routes import Basis, legal_answer
from seoulution.engine.vocabulary import Language, NetworkFlow, Party, Sector, Stage, Standing, TieKind
from seoulution.reference.load import SHAPES, read
from seoulution.reference.rules import legal_rules
from seoulution.reference.schema.base import Correction
from seoulution.reference.schema.cities import City, Membership, Tie
from seoulution.reference.schema.network import Agency, Agreement, Edge, Firm, Node, OdaShare, Responsibility
from seoulution.reference.schema.programme import (
    Criterion,
    Difficulty,
    Engagement,
    Fund,
    KindNote,
    LegalRule,
    SharingRequest,
    StageNote,
)

PROGRAMME_DAY = date(2014, 5, 31)
R = TypeVar("R")


@cache
def shipped(name: str) -> tuple[object, ...]:
    records, problems = read(name, SHAPES[name])
    assert not problems
    return tuple(records)


def of(name: str, shape: type[R]) -> list[R]:
    return [record for record in shipped(name) if isinstance(record, shape)]


def codes(name: str) -> set[str]:
    return {record.code for record in shipped(name)}  # type: ignore[attr-defined]


AGENCIES = of("agencies", Agency)
ENGAGEMENTS = of("engagements", Engagement)
FUNDS = of("funds", Fund)
CORRECTIONS = of("corrections", Correction)
TIES = of("ties", Tie)
EDGES = of("network/edges", Edge)
NODES = of("network/nodes", Node)


def test_the_sixty_six_slips_are_numbered_without_a_gap() -> None:
    assert [correction.number for correction in CORRECTIONS] == list(range(1, 67))


def test_a_settled_slip_says_what_is_right_or_why_nothing_can_replace_it() -> None:
    for correction in CORRECTIONS:
        assert correction.corrected or correction.confidence != "settled" or correction.number in (33, 46)


def test_whatever_a_slip_touches_is_a_record() -> None:
    known = set().union(*(codes(name) for name in SHAPES if name not in ("corrections",) and _has_codes(name)))
    for correction in CORRECTIONS:
        assert set(correction.touches) <= known, correction.number


def _has_codes(name: str) -> bool:
    return "code" in SHAPES[name].model_fields


def test_there_are_twenty_three_sister_and_nineteen_friendship_ties_in_the_printed_order() -> None:
    for kind, count in ((TieKind.SISTER, 23), (TieKind.FRIENDSHIP, 19)):
        assert [tie.number for tie in TIES if tie.kind is kind] == list(range(1, count + 1))


def test_every_tie_leads_to_a_place_and_no_place_is_tied_twice() -> None:
    cities = {city.code for city in of("cities", City)}
    assert {tie.city for tie in TIES} <= cities
    assert len({tie.city for tie in TIES}) == len(TIES) == 42


def test_the_sister_cities_are_in_twenty_one_countries_as_the_article_says() -> None:
    """신종철, first page: 21개국 23개 도시."""
    country = {city.code: city.country for city in of("cities", City)}
    assert len({country[tie.city] for tie in TIES if tie.kind is TieKind.SISTER}) == 21


def test_what_a_tie_prints_differently_names_its_slip() -> None:
    slips = {correction.number: correction for correction in CORRECTIONS}
    for tie in TIES:
        if tie.correction is not None:
            assert tie.city in slips[tie.correction].touches


def test_the_sixteen_rows_of_table_two_are_complete_and_in_order() -> None:
    rows = sorted((engagement for engagement in ENGAGEMENTS if engagement.row is not None), key=lambda row: row.row or 0)
    assert [row.row for row in rows] == list(range(1, 17))
    assert len({row.country for row in rows}) == 14
    assert len({row.city for row in rows}) == 15
    assert all(row.printed_article and row.printed_briefing for row in rows)


def test_the_engagements_outside_the_table_are_quoted_from_the_text() -> None:
    outside = [engagement for engagement in ENGAGEMENTS if engagement.row is None]
    assert {"baku-traffic-centre", "auckland-fare-card", "singapore-ballast-to-slab", "thailand-signalling"} <= {
        engagement.code for engagement in outside
    }
    assert all(engagement.printed_article for engagement in outside)


def test_what_is_under_review_or_planned_is_never_shown_as_won() -> None:
    standing = {engagement.code: engagement.standing for engagement in ENGAGEMENTS}
    assert standing["mumbai-transport-consulting"] is Standing.UNDER_REVIEW
    assert standing["basra-stadium-operation"] is Standing.UNDER_REVIEW
    assert standing["metro-manila-transport-advice"] is Standing.UNDER_REVIEW
    assert standing["trinidad-meter-supervision"] is Standing.BIDDING
    assert standing["singapore-ballast-to-slab"] is Standing.PLANNED
    assert standing["hcmc-metro-track-design"] is Standing.RUNNING


@pytest.mark.parametrize("engagement", ENGAGEMENTS, ids=[engagement.code for engagement in ENGAGEMENTS])
def test_an_engagement_leads_only_to_records_that_ship(engagement: Engagement) -> None:
    assert engagement.city in codes("cities")
    assert set(engagement.solutions) <= codes("solutions")
    assert set(engagement.corrections) <= {correction.number for correction in CORRECTIONS}
    for participant in engagement.participants:
        assert participant.agency is None or participant.agency in codes("agencies")
        assert participant.firm is None or participant.firm in codes("firms")


@pytest.mark.parametrize("engagement", ENGAGEMENTS, ids=[engagement.code for engagement in ENGAGEMENTS])
def test_no_engagement_is_recorded_on_a_route_without_a_basis(engagement: Engagement) -> None:
    rules = legal_rules(of("legal", LegalRule))
    answer = legal_answer(engagement.lead, engagement.activity, engagement.money_flow, rules, PROGRAMME_DAY)
    assert answer.answer is Basis.HAS_BASIS


def test_the_requests_of_the_documents_are_there_with_their_engagements() -> None:
    requests = {request.code: request for request in of("requests", SharingRequest)}
    assert {"sharjah-2012", "buenos-aires-2012", "yangon-2012", "metro-manila-2013"} <= set(requests)
    assert set(requests["buenos-aires-2012"].sectors) == {Sector.E_GOVERNMENT, Sector.TRANSPORT, Sector.WATER, Sector.SEWAGE}
    for request in requests.values():
        assert request.city in codes("cities")
        assert request.engagement is None or request.engagement in codes("engagements")


WON = {"조": 10**12, "억": 10**8, "만": 10**4, "천만": 10**7}


def printed_won(words: str) -> list[Decimal]:
    """Amounts such as 149억 or 5천만원 in won."""
    return [Decimal(number) * WON[unit] for number, unit in re.findall(r"(\d+)(조|억|천만|만)", words)]


@pytest.mark.parametrize("fund", FUNDS, ids=[fund.code for fund in FUNDS])
def test_a_funds_parsed_terms_equal_its_printed_words(fund: Fund) -> None:
    if fund.size is not None:
        assert fund.size.printed is not None
        assert fund.size.printed in fund.words
        assert printed_won(fund.size.printed) == [fund.size.value]
    limit = fund.amount_per_project
    if limit is not None:
        assert limit.words in fund.words.replace("규모: ", "")
        amounts = {amount for amount in (limit.at_least, limit.at_most, limit.below, limit.average) if amount is not None}
        words = re.sub(r"7억5천만", "75천만", limit.words)
        assert set(printed_won(words)) == amounts
    if fund.share_of_project_cost is not None:
        (percent,) = re.findall(r"(\d+)%", fund.share_of_project_cost.words)
        assert Decimal(percent) / 100 == fund.share_of_project_cost.at_most


def test_the_twelve_funds_of_the_banks_are_there_and_every_administrator_is_a_body() -> None:
    by_bank = Counter(fund.administrator for fund in FUNDS)
    assert (by_bank["world-bank"], by_bank["adb"], by_bank["idb"]) == (4, 5, 3)
    assert set(by_bank) <= codes("agencies")


def test_every_fund_carries_the_date_of_its_terms_and_a_question() -> None:
    assert all(fund.as_of <= date(2014, 12, 31) and fund.open_questions for fund in FUNDS)


def test_a_fund_of_the_americas_or_asia_belongs_to_that_bank() -> None:
    for fund in FUNDS:
        assert (fund.region == "asia_pacific") == (fund.administrator == "adb")
        assert (fund.region == "latin_america_caribbean") == (fund.administrator == "idb")


PRINTED_TELEPHONES = {
    "mosf": {"044-215-7742"},
    "koica": {"031-740-0222", "031-740-0249"},
    "molit": {"044-201-3519"},
    "edcf": {"02-3779-5351"},
    "mospa": {"02-2100-8528"},
    "kotra": {"02-3460-7761"},
    "icak": {"02-3406-1065"},
    "iuc": {"02-738-3784"},
    "kf": {"02-3779-5351"},
    "gdpc": {"031-380-0164"},
    "dak": {"031-740-0249"},
}
"""From the briefing's list of 유관기관, line by line."""


def test_the_printed_contacts_are_complete_and_dated() -> None:
    held = {agency.code: {contact.telephone for contact in agency.contacts} for agency in AGENCIES if agency.contacts}
    assert held == PRINTED_TELEPHONES
    assert all(contact.as_of == PROGRAMME_DAY for agency in AGENCIES for contact in agency.contacts)


def test_the_contact_copied_from_another_body_says_so() -> None:
    kf = next(agency for agency in AGENCIES if agency.code == "kf")
    assert all(contact.note is not None for contact in kf.contacts)


def test_every_firm_with_an_uncertain_name_is_flagged_and_not_corrected() -> None:
    flagged = {firm.printed for firm in of("firms", Firm) if firm.flagged}
    assert flagged == {"GTX건설", "KMS 크레비저", "갑골건설"}


def test_firms_and_agreements_lead_to_bodies() -> None:
    assert {forum for firm in of("firms", Firm) for forum in firm.forums} <= codes("agencies")
    agreements = of("agreements", Agreement)
    assert {agreement.partner for agreement in agreements} <= codes("agencies")
    assert Counter((agreement.year, agreement.status) for agreement in agreements) == {
        (1994, "signed"): 1,
        (2013, "signed"): 3,
        (2014, "planned"): 3,
    }


def test_the_network_joins_known_boxes_of_known_bodies() -> None:
    boxes = {node.code for node in NODES}
    assert {end for edge in EDGES for end in (edge.tail, edge.head)} == boxes
    assert {agency for node in NODES for agency in node.agencies} <= codes("agencies")
    assert all(node.agencies or node.shows != "agencies" for node in NODES)


def test_the_charts_twelve_printed_labels_are_each_used_as_often_as_printed() -> None:
    """The briefing prints 자금활용, 사업제안 four times, 자금활용 and 협력추진 twice, the others once."""
    labels = {edge.printed for edge in EDGES}
    partners = {(edge.printed, edge.head if edge.tail == "seoul" else edge.tail) for edge in EDGES}
    times = Counter(printed for printed, _ in partners)
    assert times["자금활용, 사업제안"] == 4
    assert times["자금활용"] == times["협력추진"] == 2
    assert {"사업제안, 네트워크 활용", "사업제안, 정보공유", "정보공유", "컨소시엄 진출"} <= labels
    assert all(edge.reading for edge in EDGES if edge.printed in ("자금활용", "협력추진", "정보공유"))


def test_every_kind_of_flow_is_on_the_chart() -> None:
    assert {edge.flow for edge in EDGES} == set(NetworkFlow)


def test_the_one_known_share_of_the_citys_oda_is_that_of_training() -> None:
    shares = {share.code: share.share for share in of("oda", OdaShare)}
    assert len(shares) == 5
    known = {code: figure for code, figure in shares.items() if figure is not None}
    assert list(known) == ["invited-training"]
    assert (known["invited-training"].value, known["invited-training"].year) == (Decimal("73.9"), 2013)


def test_stages_kinds_and_criteria_are_whole() -> None:
    assert [note.stage for note in of("stages", StageNote)] == list(Stage)
    assert len(of("kinds", KindNote)) == 2
    assert len(of("criteria", Criterion)) == 6
    assert {difficulty.part for difficulty in of("difficulties", Difficulty)} == {
        "actor",
        "content_and_recipient",
        "institution",
    }


def test_who_owns_what_names_known_bodies() -> None:
    assert {duty.agency for duty in of("responsibilities", Responsibility)} <= codes("agencies")
    assert {membership.body for membership in of("memberships", Membership)} <= codes("agencies")


def test_a_local_enterprise_is_told_apart_from_the_city_hall_and_from_firms() -> None:
    party = {agency.code: agency.party for agency in AGENCIES}
    assert party["office-of-waterworks"] is Party.CITY_HALL
    assert party["seoul-metro"] is Party.MUNICIPAL_CORPORATION
    assert party["korea-smart-card"] is Party.PRIVATE_CONSORTIUM


def test_toward_cities_nothing_of_the_network_speaks_of_export() -> None:
    for engagement in ENGAGEMENTS:
        told = [engagement.name, engagement.standing_text, *engagement.notes]
        assert not any("export" in text.en.lower() or "수출" in text.ko.replace("수출입은행", "") for text in told)


def test_a_fund_says_in_which_language_its_own_words_are() -> None:
    english = [fund.code for fund in FUNDS if fund.words_language is Language.EN]
    assert english == ["seoul-external-cooperation-fund"]
    record = next(fund for fund in FUNDS if fund.code == "ksp").model_dump(mode="json")
    with pytest.raises(ValueError, match="the words are Korean"):
        Fund.model_validate(record | {"words_language": "en"})
    with pytest.raises(ValueError, match="the words are not Korean"):
        Fund.model_validate(record | {"words": "Knowledge Sharing Programme"})
