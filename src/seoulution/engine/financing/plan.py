"""A financing plan: per stage the funds that could pay, their caps, and the gap left as far as it can be known.

Nothing is invented: without a cost the gap is unknown; a fund whose limit is not stated makes the gap a range. No fund has promised
anything, so every amount is the most that the terms would allow.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from seoulution.engine.engagements.course import STAGES, FinanceSource
from seoulution.engine.financing.stacking import NOTHING, Payer, Slice, stacked
from seoulution.engine.financing.terms import Eligibility, Eligible, FundingAsk, FundTerms, eligibility, eligible_funds
from seoulution.engine.findings import Finding, Severity
from seoulution.engine.vocabulary import Stage


@dataclass(frozen=True, slots=True)
class CostRange:
    """What a stage may cost, low and high, in one currency."""

    low: Decimal
    high: Decimal
    currency: str

    def __post_init__(self) -> None:
        if not NOTHING <= self.low <= self.high:
            raise ValueError(f"a cost range runs from a low of at least 0 to a high, not from {self.low} to {self.high}")


@dataclass(frozen=True, slots=True)
class Gap:
    """What is left to find: `least` if every candidate pays all it may, `most` if only stated limits count."""

    least: Decimal
    most: Decimal
    currency: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A fund that could pay for a stage.

    stated : the most it may pay for the whole project by its own rules; None where they state no limit
    bound : the same, or else the fund's whole size; None where neither is known
    """

    eligibility: Eligibility
    stated: Decimal | None
    bound: Decimal | None


@dataclass(frozen=True, slots=True)
class StagePlan:
    """The money of one stage.

    stack : slices of the largest stack at the high cost, of eligible funds with a stated limit only
    gap : None where the cost is not known
    refused : the funds that may not pay, with why
    """

    stage: Stage
    sources: tuple[FinanceSource, ...]
    cost: CostRange | None
    candidates: tuple[Candidate, ...]
    refused: tuple[Eligibility, ...]
    stack: tuple[Slice, ...]
    gap: Gap | None
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class FinancingPlan:
    """All stages, and the gap of those whose cost is known. A fund's cap is spent once over all stages."""

    stages: tuple[StagePlan, ...]
    gap: Gap | None
    findings: tuple[Finding, ...]


def financing_plan(
    stages: Sequence[Stage], funds: Sequence[FundTerms], ask: FundingAsk, costs: Mapping[Stage, CostRange] | None = None
) -> FinancingPlan:
    """The plan for the stages; `ask` gives sector, country and day, `costs` what is known of the cost.

    Raises ValueError where costs are in different currencies: convert them first, with the date of the rate.
    """
    known = {stage: cost for stage, cost in (costs or {}).items() if stage in stages}
    currency = _one_currency(known.values())
    project_cost = sum((cost.high for cost in known.values()), NOTHING) if known else None
    candidates = {stage: _candidates(stage, funds, ask, project_cost, currency) for stage in stages}
    low = {stage: cost.low for stage, cost in known.items()}
    high = {stage: cost.high for stage, cost in known.items()}
    stack = stacked(_payers(candidates, high, surely=True), high)
    plans = tuple(_stage_plan(stage, funds, ask, candidates[stage], known.get(stage), stack) for stage in stages)
    gap = None
    if known:
        best = _paid(stacked(_payers(candidates, low, surely=False), low))
        gap = Gap(sum(low.values(), NOTHING) - best, sum(high.values(), NOTHING) - _paid(stack), currency)
    uncosted = [stage for stage in stages if stage not in known and asks_funds(stage)]
    findings = (Finding("plan.cost-unknown", Severity.WARNING, parameters={"stages": ",".join(uncosted)}),) if uncosted else ()
    return FinancingPlan(plans, gap, findings)


def asks_funds(stage: Stage) -> bool:
    """Stages paid from the own budget or by the partner city alone ask no fund."""
    return bool(set(STAGES[stage].finance) - {FinanceSource.OWN_BUDGET, FinanceSource.PARTNER_CITY})


def _one_currency(costs: Collection[CostRange]) -> str:
    currencies = sorted({cost.currency for cost in costs})
    if len(currencies) > 1:
        raise ValueError(f"costs are in {', '.join(currencies)}: convert them to one currency first")
    return currencies[0] if currencies else ""


def states_a_limit(fund: FundTerms) -> bool:
    """True where the fund's rules hold a ceiling or a share per project."""
    return fund.share is not None or (fund.per_project is not None and fund.per_project.most is not None)


def stated_limit(fund: FundTerms, project_cost: Decimal | None, currency: str) -> Decimal | None:
    """The most a fund may pay for one project by its own rules and never more than it has.

    None where it states no limit, or one in another currency. Without a cost the ceiling stays in the fund's own currency.
    """
    limits: list[Decimal] = []
    if fund.per_project is not None and fund.per_project.most is not None and currency in ("", fund.per_project.currency):
        limits.append(fund.per_project.most)
    if fund.share is not None and project_cost is not None:
        limits.append(fund.share.at_most * project_cost)
    if limits and fund.size is not None and fund.size.currency == currency:
        limits.append(fund.size.amount)
    return min(limits, default=None)


def _candidates(
    stage: Stage, funds: Sequence[FundTerms], ask: FundingAsk, project_cost: Decimal | None, currency: str
) -> tuple[Candidate, ...]:
    if not asks_funds(stage):
        return ()
    found = eligible_funds(funds, replace(ask, stage=stage, amount=None))
    return tuple(_candidate(answer, project_cost, currency) for answer in found)


def _candidate(answer: Eligibility, project_cost: Decimal | None, currency: str) -> Candidate:
    stated = stated_limit(answer.fund, project_cost, currency)
    size = answer.fund.size
    whole = size.amount if size is not None and size.currency == currency else None
    return Candidate(answer, stated, whole if stated is None else stated)


def _payers(candidates: Mapping[Stage, Sequence[Candidate]], costs: Mapping[Stage, Decimal], *, surely: bool) -> list[Payer]:
    """One payer per fund with the stages it may pay for; `surely` keeps eligible funds with a stated limit only."""
    stages: dict[str, set[Stage]] = {}
    caps: dict[str, Decimal | None] = {}
    for stage in costs:
        for candidate in candidates[stage]:
            if surely and (candidate.stated is None or candidate.eligibility.answer is not Eligible.YES):
                continue
            code = candidate.eligibility.fund.code
            stages.setdefault(code, set()).add(stage)
            caps[code] = candidate.stated if surely else candidate.bound
    return [Payer(code, frozenset(held), caps[code]) for code, held in stages.items()]


def _paid(slices: Iterable[Slice]) -> Decimal:
    return sum((piece.amount for piece in slices), NOTHING)


def _stage_plan(
    stage: Stage,
    funds: Sequence[FundTerms],
    ask: FundingAsk,
    candidates: tuple[Candidate, ...],
    cost: CostRange | None,
    stack: Sequence[Slice],
) -> StagePlan:
    own = tuple(piece for piece in stack if piece.stage is stage)
    answers = [eligibility(fund, replace(ask, stage=stage, amount=None)) for fund in funds] if asks_funds(stage) else []
    return StagePlan(
        stage=stage,
        sources=STAGES[stage].finance,
        cost=cost,
        candidates=candidates,
        refused=tuple(answer for answer in answers if answer.answer is Eligible.NO),
        stack=own,
        gap=None if cost is None else Gap(_least(cost.low, candidates), cost.high - _paid(own), cost.currency),
        findings=tuple(_findings(stage, candidates)),
    )


def _least(low: Decimal, candidates: Sequence[Candidate]) -> Decimal:
    """The gap if every candidate spent all it may on this stage alone."""
    if any(candidate.bound is None for candidate in candidates):
        return NOTHING
    return max(NOTHING, low - sum((candidate.bound or NOTHING for candidate in candidates), NOTHING))


def _findings(stage: Stage, candidates: Sequence[Candidate]) -> Iterator[Finding]:
    if asks_funds(stage) and not candidates:
        yield Finding("plan.no-fund", Severity.WARNING, stage.value)
    unlimited = [candidate.eligibility.fund.code for candidate in candidates if not states_a_limit(candidate.eligibility.fund)]
    if unlimited:
        yield Finding("plan.limit-not-stated", Severity.NOTE, stage.value, {"funds": ",".join(unlimited)})
