"""What fund terms say of one asking."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from seoulution.engine.financing.terms import (
    CHECKS,
    AmountLimit,
    Eligible,
    FundingAsk,
    FundTerms,
    Instrument,
    Region,
    ShareLimit,
    eligibility,
    eligible_funds,
)
from seoulution.engine.findings import Severity
from seoulution.engine.provenance import Money, Validity
from seoulution.engine.vocabulary import Sector, Stage

AS_OF = date(2014, 5, 31)
ON = date(2014, 6, 1)
MDPTF = FundTerms(
    code="mdptf",
    administrator="idb",
    sectors=frozenset({Sector.PLANNING}),
    stages=frozenset({Stage.CONSULTING, Stage.FEASIBILITY, Stage.MAIN_PROJECT}),
    region=Region.LATIN_AMERICA_CARIBBEAN,
    dac_recipients_only=True,
    instrument=Instrument.TRUST_FUND,
    as_of=AS_OF,
    words="규모: 149억(사업당 100억 미만, 사업비 30%이내)",
    source="seoul-briefing",
    per_project=AmountLimit("KRW", "사업당 100억 미만", below=Decimal(10_000_000_000)),
    share=ShareLimit(Decimal("0.30"), "사업비 30%이내"),
)
PERU = FundingAsk(Sector.PLANNING, Stage.FEASIBILITY, ON, "PE", dac_recipient=True, adb_member=False, idb_member=True)


def codes(fund: FundTerms, ask: FundingAsk) -> list[str]:
    return [finding.code for finding in eligibility(fund, ask).findings]


def test_a_fund_within_its_terms_is_open_and_says_that_it_pays_a_share_only() -> None:
    answer = eligibility(MDPTF, PERU)
    assert answer.answer is Eligible.YES
    assert codes(MDPTF, PERU) == ["fund.share-only"]
    assert answer.findings[0].parameters["words"] == "사업비 30%이내"


def test_every_refusal_is_given_at_once_with_the_funds_own_words() -> None:
    ask = FundingAsk(Sector.WATER, Stage.TRAINING, ON, "AE", dac_recipient=False, adb_member=False, idb_member=False)
    answer = eligibility(MDPTF, ask)
    assert answer.answer is Eligible.NO
    assert set(codes(MDPTF, ask)) >= {
        "fund.sector-outside",
        "fund.stage-outside",
        "fund.region-outside",
        "fund.not-aid-recipient",
    }
    assert all(finding.parameters["words"] for finding in answer.findings)


def test_what_is_not_known_of_the_country_leaves_the_answer_unknown() -> None:
    ask = replace(PERU, dac_recipient=None, idb_member=None)
    assert eligibility(MDPTF, ask).answer is Eligible.UNKNOWN
    assert {"fund.recipient-unknown", "fund.membership-unknown"} <= set(codes(MDPTF, ask))


def test_an_unknown_beside_a_refusal_stays_a_refusal() -> None:
    assert eligibility(MDPTF, replace(PERU, dac_recipient=None, sector=Sector.WATER)).answer is Eligible.NO


def test_below_a_hundred_hundred_million_excludes_that_amount_itself() -> None:
    limit = MDPTF.per_project
    assert limit is not None
    assert limit.most == Decimal(9_999_999_999)


def test_more_than_the_ceiling_warns_but_does_not_refuse() -> None:
    ask = replace(PERU, amount=Money(Decimal(10_000_000_000), "KRW"))
    answer = eligibility(MDPTF, ask)
    assert answer.answer is Eligible.YES
    assert "fund.amount-above-ceiling" in codes(MDPTF, ask)


def test_less_than_the_smallest_amount_is_refused() -> None:
    idf = replace(MDPTF, per_project=AmountLimit("KRW", "사업당 5천만원~7억5천만원", Decimal(50_000_000), Decimal(750_000_000)))
    assert eligibility(idf, replace(PERU, amount=Money(Decimal(49_999_999), "KRW"))).answer is Eligible.NO
    assert eligibility(idf, replace(PERU, amount=Money(Decimal(50_000_000), "KRW"))).answer is Eligible.YES


def test_another_currency_leaves_a_minimum_open() -> None:
    idf = replace(MDPTF, per_project=AmountLimit("KRW", "사업당 5천만원~7억5천만원", Decimal(50_000_000), Decimal(750_000_000)))
    assert eligibility(idf, replace(PERU, amount=Money(Decimal(60_000), "USD"))).answer is Eligible.UNKNOWN


def test_a_closed_and_a_coming_fund_are_refused_with_their_date() -> None:
    closed = replace(MDPTF, validity=Validity(None, date(2014, 5, 1)))
    coming = replace(MDPTF, validity=Validity(date(2015, 1, 1), None))
    assert "fund.closed" in codes(closed, PERU)
    assert "fund.not-yet-open" in codes(coming, PERU)
    assert eligibility(closed, PERU).answer is eligibility(coming, PERU).answer is Eligible.NO


def test_terms_of_2014_are_questioned_in_2026_and_not_in_2014() -> None:
    later = replace(PERU, on=date(2026, 3, 1))
    (finding,) = [finding for finding in eligibility(MDPTF, later).findings if finding.code == "fund.terms-dated"]
    assert (finding.severity, finding.parameters["year"]) == (Severity.WARNING, "2014")
    assert "fund.terms-dated" not in codes(MDPTF, PERU)


def test_funds_that_surely_may_pay_come_first_and_gifts_before_loans() -> None:
    loan = replace(MDPTF, code="loan", instrument=Instrument.CONCESSIONAL_LOAN)
    asia = replace(MDPTF, code="asia", region=Region.ASIA_PACIFIC)
    unknown = replace(MDPTF, code="unknown", region=Region.ASIA_PACIFIC)
    found = eligible_funds((loan, asia, MDPTF), PERU)
    assert [answer.fund.code for answer in found] == ["mdptf", "loan"]
    found = eligible_funds((unknown, loan, MDPTF), replace(PERU, adb_member=None))
    assert [answer.fund.code for answer in found] == ["mdptf", "loan", "unknown"]


ASKS = st.builds(
    FundingAsk,
    st.sampled_from(Sector),
    st.sampled_from(Stage),
    st.dates(date(2010, 1, 1), date(2030, 1, 1)),
    dac_recipient=st.none() | st.booleans(),
    adb_member=st.none() | st.booleans(),
    idb_member=st.none() | st.booleans(),
    amount=st.none() | st.builds(Money, st.decimals(1, 10**11, places=0), st.sampled_from(["KRW", "USD"])),
)


@given(ASKS)
def test_every_check_of_the_table_is_asked(ask: FundingAsk) -> None:
    expected = [finding for check in CHECKS if (finding := check(MDPTF, ask)) is not None]
    assert list(eligibility(MDPTF, ask).findings) == expected


@given(ASKS)
def test_no_answer_is_yes_while_a_finding_blocks(ask: FundingAsk) -> None:
    answer = eligibility(MDPTF, ask)
    blocked = any(finding.severity is Severity.BLOCKING for finding in answer.findings)
    assert (answer.answer is Eligible.NO) == blocked
