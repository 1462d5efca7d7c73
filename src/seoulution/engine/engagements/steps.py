"""The steps ahead: per stage what is done for which money, who may lawfully lead, what must be ready, and who helps."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from seoulution.engine.engagements.course import FinanceSource, stages_of_plan
from seoulution.engine.engagements.facts import Approval, Document, EngagementFacts
from seoulution.engine.engagements.legal_routes import Basis, LegalAnswer, LegalRoute, answers_for, legal_answer
from seoulution.engine.engagements.stages import findings_before
from seoulution.engine.findings import Finding
from seoulution.engine.vocabulary import Activity, MoneyFlow, NetworkFlow, Party, Sector, Stage


@dataclass(frozen=True, slots=True)
class StepRule:
    """What is typically done in a stage, and who is asked for, first choice first."""

    activity: Activity
    money_flow: MoneyFlow
    actors: tuple[Party, ...]


STEPS: Final[Mapping[Stage, tuple[StepRule, ...]]] = {
    Stage.EXCHANGE: (StepRule(Activity.DISPATCH_SHORT, MoneyFlow.OWN_BUDGET, (Party.CITY_HALL, Party.INSTITUTE)),),
    Stage.OPPORTUNITY: (StepRule(Activity.ADVICE, MoneyFlow.OWN_BUDGET, (Party.CITY_HALL, Party.INSTITUTE)),),
    Stage.TRAINING: (
        StepRule(Activity.TEACHING, MoneyFlow.OWN_BUDGET, (Party.CITY_HALL, Party.INSTITUTE, Party.MUNICIPAL_CORPORATION)),
    ),
    Stage.CONSULTING: (
        StepRule(Activity.ADVICE, MoneyFlow.OWN_BUDGET, (Party.CITY_HALL, Party.INSTITUTE)),
        StepRule(
            Activity.PAID_CONSULTING, MoneyFlow.COST_RECOVERY, (Party.INSTITUTE, Party.MUNICIPAL_CORPORATION, Party.CITY_HALL)
        ),
    ),
    Stage.FEASIBILITY: (
        StepRule(
            Activity.PAID_CONSULTING,
            MoneyFlow.COST_RECOVERY,
            (Party.INSTITUTE, Party.MUNICIPAL_CORPORATION, Party.PRIVATE_CONSORTIUM, Party.CITY_HALL),
        ),
    ),
    Stage.MAIN_PROJECT: (
        StepRule(
            Activity.TENDER, MoneyFlow.FOR_PROFIT, (Party.PRIVATE_CONSORTIUM, Party.MUNICIPAL_CORPORATION, Party.CITY_HALL)
        ),
        StepRule(
            Activity.SUPPLY, MoneyFlow.FOR_PROFIT, (Party.PRIVATE_CONSORTIUM, Party.MUNICIPAL_CORPORATION, Party.CITY_HALL)
        ),
    ),
    Stage.OPERATION: (StepRule(Activity.OPERATION, MoneyFlow.OWN_BUDGET, (Party.PARTNER_CITY,)),),
    Stage.FEEDBACK: (StepRule(Activity.ADVICE, MoneyFlow.NONE, (Party.PARTNER_CITY, Party.CITY_HALL, Party.INSTITUTE)),),
}
"""Our reading of the stages; the city hall is asked last where profit is meant, so that the plan says why it may not lead."""

FLOW_STAGES: Final[Mapping[NetworkFlow, frozenset[Stage]]] = {
    NetworkFlow.FUNDING: frozenset({Stage.TRAINING, Stage.CONSULTING, Stage.FEASIBILITY, Stage.MAIN_PROJECT}),
    NetworkFlow.PROPOSAL: frozenset({Stage.OPPORTUNITY, Stage.CONSULTING, Stage.FEASIBILITY}),
    NetworkFlow.INFORMATION: frozenset({Stage.OPPORTUNITY, Stage.MAIN_PROJECT}),
    NetworkFlow.COOPERATION: frozenset({Stage.EXCHANGE, Stage.OPPORTUNITY, Stage.TRAINING, Stage.CONSULTING}),
    NetworkFlow.CONSORTIUM: frozenset({Stage.FEASIBILITY, Stage.MAIN_PROJECT}),
    NetworkFlow.NETWORK_USE: frozenset({Stage.EXCHANGE, Stage.OPPORTUNITY, Stage.FEEDBACK}),
}
"""In which stages a partner helps, from what flows along its edge of the cooperation chart; our reading."""


@dataclass(frozen=True, slots=True)
class Partner:
    """A body or firm of the network, with what flows on its edges. No sectors means all."""

    code: str
    party: Party
    flows: frozenset[NetworkFlow]
    sectors: frozenset[Sector] = frozenset()

    def helps_in(self, stage: Stage, sector: Sector | None) -> bool:
        """True where one of its flows serves the stage and the sector is not outside its own."""
        in_sector = not self.sectors or sector is None or sector in self.sectors
        return in_sector and any(stage in FLOW_STAGES[flow] for flow in self.flows)


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """One step of the plan.

    answers : the legal answer for each actor asked, lawful ones first
    documents, approvals : still to be obtained before the stage
    training_first : training has to come before this step and was not held
    findings : what the gate would say today if the first of `answers` led
    """

    stage: Stage
    activity: Activity
    money_flow: MoneyFlow
    answers: tuple[LegalAnswer, ...]
    finance: tuple[FinanceSource, ...]
    documents: tuple[Document, ...]
    approvals: tuple[Approval, ...]
    training_first: bool
    agencies: tuple[str, ...]
    firms: tuple[str, ...]
    findings: tuple[Finding, ...]

    @property
    def leads(self) -> tuple[LegalAnswer, ...]:
        """Who may lead on a basis that exists."""
        return tuple(answer for answer in self.answers if answer.is_lawful)

    @property
    def refused(self) -> tuple[LegalAnswer, ...]:
        """Who has no basis to lead, each with its lawful alternatives."""
        return tuple(answer for answer in self.answers if answer.answer is Basis.NO_BASIS)


def plan_steps(
    facts: EngagementFacts, *, partners: Sequence[Partner] = (), proposed: Mapping[Stage, LegalRoute] | None = None
) -> tuple[PlannedStep, ...]:
    """The steps of the stages ahead, in order; a route proposed for a stage is judged in place of the typical ones."""
    return tuple(
        _step(stage, rule, facts, partners)
        for stage in stages_of_plan(facts)
        if stage not in facts.done
        for rule in _rules(stage, facts, proposed or {})
    )


def _rules(stage: Stage, facts: EngagementFacts, proposed: Mapping[Stage, LegalRoute]) -> tuple[StepRule, ...]:
    if stage not in proposed:
        return STEPS[stage]
    route = proposed[stage]
    others = tuple(party for party in facts.programme.stages[stage].leads if party is not route.actor)
    return (StepRule(route.activity, route.money_flow, (route.actor, *others)),)


def _step(stage: Stage, rule: StepRule, facts: EngagementFacts, partners: Iterable[Partner]) -> PlannedStep:
    helping = [partner for partner in partners if partner.helps_in(stage, facts.sector)]
    table = facts.programme.stages[stage]
    answers = answers_for(rule.actors, rule.activity, rule.money_flow, facts.rules, facts.on)
    as_led = replace(facts, lead=answers[0].route.actor, activity=rule.activity, money_flow=rule.money_flow)
    return PlannedStep(
        stage=stage,
        activity=rule.activity,
        money_flow=rule.money_flow,
        answers=answers,
        finance=table.finance,
        documents=tuple(document for document in table.documents if document not in facts.documents),
        approvals=tuple(approval for approval in table.approvals if approval not in facts.approvals.get(stage, ())),
        training_first=stage in (Stage.CONSULTING, Stage.MAIN_PROJECT) and not facts.training_held,
        agencies=tuple(partner.code for partner in helping if partner.party is not Party.PRIVATE_CONSORTIUM),
        firms=tuple(partner.code for partner in helping if partner.party is Party.PRIVATE_CONSORTIUM),
        findings=findings_before(stage, as_led),
    )


def first_lawful(step: PlannedStep, facts: EngagementFacts) -> LegalAnswer | None:
    """The first actor with a basis; otherwise the nearest lawful alternative of a refused one, judged itself."""
    if step.leads:
        return step.leads[0]
    for answer in step.refused:
        for other in answer.alternatives:
            return legal_answer(other.route.actor, other.route.activity, other.route.money_flow, facts.rules, facts.on)
    return None
