"""The money of an engagement: what is known of its cost, which funds could pay for the stages ahead, and the gap."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from seoulution.apps.engagements.models import Engagement
from seoulution.apps.financing.models import Fund
from seoulution.apps.financing.queries import fund_terms, with_country
from seoulution.apps.publishing.labels import label
from seoulution.drawing.charts import Part, Rung, ladder_chart
from seoulution.engine.engagements.course import PLACE, stages_of_plan
from seoulution.engine.engagements.facts import EngagementFacts
from seoulution.engine.financing.plan import Candidate, CostRange, FinancingPlan, StagePlan, financing_plan
from seoulution.engine.financing.terms import FundingAsk
from seoulution.engine.vocabulary import Sector, Stage
from seoulution.reference.schema import programme
from seoulution.web.shared.tags.records import named


@dataclass(frozen=True, slots=True)
class Money:
    """`stages` pairs each stage's plan with its candidates and their fund rows; `ladder` is empty while no cost is known."""

    plan: FinancingPlan
    stages: tuple[tuple[StagePlan, tuple[tuple[Candidate, Fund], ...]], ...]
    ladder: str
    cost_stage: Stage | None


def money_of(row: Engagement, facts: EngagementFacts, *, today: date) -> Money:
    """The financing plan of the present stage and those ahead, under every fund's own terms."""
    present = Stage(row.stage)
    stages = tuple(
        stage for stage in Stage if stage is present or (stage in stages_of_plan(facts) and PLACE[stage] > PLACE[present])
    )
    ask = with_country(FundingAsk(Sector(row.sector), present, today), row.city.country)
    costs = _costs(row, present)
    plan = financing_plan(stages, fund_terms(), ask, costs)
    funds = {fund.code: fund for fund in Fund.objects.select_related("administrator")}
    shown = tuple(
        (each, tuple((candidate, funds[candidate.eligibility.fund.code]) for candidate in each.candidates))
        for each in plan.stages
        if each.sources
    )
    return Money(plan, shown, _ladder(plan, funds), present if costs else None)


def _costs(row: Engagement, present: Stage) -> dict[Stage, CostRange]:
    """The sum on record is read as the cost of the present stage; without one nothing is assumed. A sum people wrote goes first."""
    if row.amount is not None:
        return {present: CostRange(row.amount, row.amount, row.currency)}
    record: programme.Engagement | None = row.told
    amount = record.amount if record else None
    if amount is None or not isinstance(amount.value, Decimal) or len(amount.unit) != 3 or not amount.unit.isupper():
        return {}
    low, high = amount.low or amount.value, amount.high or amount.value
    return {present: CostRange(low, high, amount.unit)}


def _ladder(plan: FinancingPlan, funds: dict[str, Fund]) -> str:
    rungs = [
        Rung(
            label(Stage, each.stage),
            float(each.cost.high),
            tuple(Part(named(funds[piece.fund]), float(piece.amount)) for piece in each.stack),
        )
        for each in plan.stages
        if each.cost is not None
    ]
    if not rungs or plan.gap is None:
        return ""
    return ladder_chart(rungs, currency=plan.gap.currency, title=_("Financing ladder"), language=get_language() or "en")
