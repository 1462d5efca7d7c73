"""The financing plan: candidates, caps, and a gap that is only as narrow as what is known."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seoulution.engine.financing.plan import CostRange, FinancingPlan, Gap, StagePlan, asks_funds, financing_plan, stated_limit
from seoulution.engine.financing.stacking import Slice
from seoulution.engine.financing.terms import AmountLimit, FundingAsk, FundTerms, Instrument, Region, ShareLimit
from seoulution.engine.provenance import Money
from seoulution.engine.vocabulary import Sector, Stage

ON = date(2014, 6, 1)
ASK = FundingAsk(Sector.PLANNING, Stage.CONSULTING, ON, "PE", dac_recipient=True, adb_member=False, idb_member=True)
STUDIES = frozenset({Stage.CONSULTING, Stage.FEASIBILITY})


def fund(code: str, stages: frozenset[Stage] = STUDIES, **more: object) -> FundTerms:
    terms = FundTerms(
        code=code,
        administrator="idb",
        sectors=frozenset(),
        stages=stages,
        region=Region.LATIN_AMERICA_CARIBBEAN,
        dac_recipients_only=False,
        instrument=Instrument.TRUST_FUND,
        as_of=date(2014, 5, 31),
        words="words of the fund",
        source="seoul-briefing",
    )
    return replace(terms, **more)  # type: ignore[arg-type]


SHARE = fund("share", share=ShareLimit(Decimal("0.30"), "사업비 30%이내"))
CEILING = fund("ceiling", per_project=AmountLimit("KRW", "사업당 10억", at_most=Decimal(1_000_000_000)))
UNLIMITED = fund("unlimited")


def won(low: int, high: int | None = None) -> CostRange:
    return CostRange(Decimal(low), Decimal(low if high is None else high), "KRW")


def of(plan: FinancingPlan, stage: Stage) -> StagePlan:
    return next(part for part in plan.stages if part.stage is stage)


def test_without_a_cost_the_gap_is_unknown_and_said_to_be() -> None:
    plan = financing_plan((Stage.CONSULTING,), (CEILING,), ASK)
    assert plan.gap is None
    assert of(plan, Stage.CONSULTING).gap is None
    assert [finding.code for finding in plan.findings] == ["plan.cost-unknown"]
    assert of(plan, Stage.CONSULTING).candidates[0].stated == Decimal(1_000_000_000)


def test_thirty_percent_of_the_cost_leaves_seventy() -> None:
    plan = financing_plan((Stage.CONSULTING,), (SHARE,), ASK, {Stage.CONSULTING: won(1_000_000_000)})
    assert of(plan, Stage.CONSULTING).stack == (Slice("share", Stage.CONSULTING, Decimal("300000000.00")),)
    assert plan.gap == Gap(Decimal("700000000.00"), Decimal("700000000.00"), "KRW")


def test_caps_are_spent_once_over_all_stages() -> None:
    costs = {Stage.CONSULTING: won(800_000_000), Stage.FEASIBILITY: won(800_000_000)}
    plan = financing_plan((Stage.CONSULTING, Stage.FEASIBILITY), (CEILING,), ASK, costs)
    assert plan.gap == Gap(Decimal(600_000_000), Decimal(600_000_000), "KRW")
    assert of(plan, Stage.CONSULTING).gap == Gap(Decimal(0), Decimal(0), "KRW")
    assert of(plan, Stage.FEASIBILITY).gap == Gap(Decimal(0), Decimal(600_000_000), "KRW")


def test_a_fund_without_a_stated_limit_makes_the_gap_a_range() -> None:
    plan = financing_plan((Stage.CONSULTING,), (SHARE, UNLIMITED), ASK, {Stage.CONSULTING: won(1_000)})
    assert plan.gap == Gap(Decimal(0), Decimal(700), "KRW")
    assert [finding.code for finding in of(plan, Stage.CONSULTING).findings] == ["plan.limit-not-stated"]
    assert of(plan, Stage.CONSULTING).findings[0].parameters["funds"] == "unlimited"


def test_the_whole_size_of_a_fund_bounds_but_is_no_limit_per_project() -> None:
    small = fund("small", size=Money(Decimal(400), "KRW"))
    plan = financing_plan((Stage.CONSULTING,), (small,), ASK, {Stage.CONSULTING: won(1_000)})
    (candidate,) = of(plan, Stage.CONSULTING).candidates
    assert (candidate.stated, candidate.bound) == (None, Decimal(400))
    assert plan.gap == Gap(Decimal(600), Decimal(1_000), "KRW")


def test_a_fund_whose_eligibility_is_unknown_narrows_only_the_best_case() -> None:
    plan = financing_plan((Stage.CONSULTING,), (CEILING,), replace(ASK, idb_member=None), {Stage.CONSULTING: won(900)})
    assert plan.gap == Gap(Decimal(0), Decimal(900), "KRW")
    assert of(plan, Stage.CONSULTING).stack == ()


def test_refused_funds_are_kept_with_their_reasons() -> None:
    plan = financing_plan((Stage.CONSULTING,), (CEILING,), replace(ASK, idb_member=False), {Stage.CONSULTING: won(900)})
    part = of(plan, Stage.CONSULTING)
    assert [answer.findings[0].code for answer in part.refused] == ["fund.region-outside"]
    assert [finding.code for finding in part.findings] == ["plan.no-fund"]
    assert part.gap == Gap(Decimal(900), Decimal(900), "KRW")


def test_stages_paid_from_the_own_budget_ask_no_fund() -> None:
    plan = financing_plan((Stage.EXCHANGE, Stage.OPERATION, Stage.FEEDBACK), (UNLIMITED,), ASK)
    assert all(part.candidates == () and part.findings == () for part in plan.stages)
    assert plan.findings == ()
    assert not any(asks_funds(stage) for stage in (Stage.EXCHANGE, Stage.OPPORTUNITY, Stage.OPERATION, Stage.FEEDBACK))


def test_a_limit_in_another_currency_counts_as_not_stated() -> None:
    dollars = fund("dollars", per_project=AmountLimit("USD", "up to USD 1 m", at_most=Decimal(1_000_000)))
    assert stated_limit(dollars, Decimal(100), "KRW") is None


def test_costs_in_two_currencies_are_refused_with_what_to_do() -> None:
    costs = {Stage.CONSULTING: won(1), Stage.FEASIBILITY: CostRange(Decimal(1), Decimal(1), "USD")}
    with pytest.raises(ValueError, match="KRW, USD: convert them to one currency first"):
        financing_plan(tuple(costs), (SHARE,), ASK, costs)


def test_a_cost_range_runs_from_low_to_high() -> None:
    with pytest.raises(ValueError, match="from a low"):
        won(5, 4)


AMOUNTS = st.integers(0, 10**6)
FUNDS = st.lists(st.tuples(st.none() | AMOUNTS, st.none() | st.integers(1, 100), st.none() | AMOUNTS), max_size=4).map(
    lambda drawn: tuple(
        fund(
            f"fund-{place}",
            per_project=None if cap is None else AmountLimit("KRW", "cap", at_most=Decimal(cap)),
            share=None if share is None else ShareLimit(Decimal(share) / 100, "share"),
            size=None if size is None else Money(Decimal(size), "KRW"),
        )
        for place, (cap, share, size) in enumerate(drawn)
    )
)
COSTS = st.dictionaries(
    st.sampled_from([Stage.CONSULTING, Stage.FEASIBILITY]),
    st.tuples(AMOUNTS, AMOUNTS).map(lambda pair: won(min(pair), max(pair))),
    min_size=1,
)


@given(FUNDS, COSTS)
def test_the_gap_lies_between_nothing_and_the_high_cost(funds: tuple[FundTerms, ...], costs: dict[Stage, CostRange]) -> None:
    plan = financing_plan(tuple(costs), funds, ASK, costs)
    assert plan.gap is not None
    assert 0 <= plan.gap.least <= plan.gap.most <= sum(cost.high for cost in costs.values())
    for part in plan.stages:
        assert part.gap is not None
        assert part.cost is not None
        assert 0 <= part.gap.least <= part.gap.most <= part.cost.high
    assert plan.gap.most == sum(part.gap.most for part in plan.stages if part.gap is not None)


@given(FUNDS, COSTS)
def test_one_more_fund_never_widens_the_gap(funds: tuple[FundTerms, ...], costs: dict[Stage, CostRange]) -> None:
    without = financing_plan(tuple(costs), funds, ASK, costs).gap
    with_more = financing_plan(tuple(costs), (*funds, CEILING), ASK, costs).gap
    assert without is not None
    assert with_more is not None
    assert with_more.least <= without.least
    assert with_more.most <= without.most
