"""What a gate may ask of an engagement: small named checks, facts in, a finding or nothing out."""

from collections.abc import Callable, Mapping
from typing import Final, TypeAlias

from seoulution.engine.engagements.course import PLACE, course_of, is_skipped
from seoulution.engine.engagements.facts import Approval, Document, EngagementFacts
from seoulution.engine.engagements.legal_routes import Basis, legal_answer
from seoulution.engine.engagements.programme import Ask, ProgrammeVersion
from seoulution.engine.findings import Finding, Severity
from seoulution.engine.vocabulary import Party, SolutionKind, Stage

Check: TypeAlias = Callable[[EngagementFacts], Finding | None]

MISSING_DOCUMENT: Final[Mapping[Document, str]] = {
    Document.REQUEST: "gate.no-request",
    Document.VIABILITY_REVIEW: "gate.no-viability-review",
    Document.PARTNER_LETTER: "gate.no-partner-letter",
    Document.TRAINING_PROGRAMME: "gate.no-training-programme",
    Document.TERMS_OF_REFERENCE: "gate.no-terms-of-reference",
    Document.FEASIBILITY_REPORT: "gate.no-feasibility-report",
    Document.CONSORTIUM_AGREEMENT: "gate.no-consortium-agreement",
    Document.CONTRACT: "gate.no-contract",
    Document.HANDOVER_RECORD: "gate.no-handover-record",
    Document.SERVICE_LEVELS: "gate.no-service-levels",
    Document.RESULTS_REPORT: "gate.no-results-report",
}
MISSING_APPROVAL: Final[Mapping[Approval, str]] = {
    Approval.OWN_BUDGET: "gate.no-own-budget",
    Approval.OFFICIAL_TRAVEL: "gate.no-travel-approval",
    Approval.PROGRAMME_DECISION: "gate.no-programme-decision",
    Approval.FUND_DECISION: "gate.no-fund-decision",
    Approval.PARTNER_DECISION: "gate.no-partner-decision",
}


def contact_recorded(facts: EngagementFacts) -> Finding | None:
    """Nobody can be understood whom nobody has met: a contact or a request is on record."""
    known = facts.contact_recorded or Document.REQUEST in facts.documents
    return None if known else Finding("gate.no-contact")


def sector_named(facts: EngagementFacts) -> Finding | None:
    """The sector decides which bureau answers."""
    return None if facts.sector is not None else Finding("gate.sector-open")


def need_confirmed(facts: EngagementFacts) -> Finding | None:
    """The city said that the need was understood rightly."""
    return None if facts.need_confirmed else Finding("gate.need-unconfirmed")


def solution_linked(facts: EngagementFacts) -> Finding | None:
    """Advice is about at least one solution of the catalogue."""
    return None if facts.solutions else Finding("gate.no-solution-linked")


def solution_chosen(facts: EngagementFacts) -> Finding | None:
    """A study or a project is about a solution that both sides chose."""
    return None if facts.solution_chosen and facts.solutions else Finding("gate.solution-not-chosen")


def something_to_deliver(facts: EngagementFacts) -> Finding | None:
    """Pure know-how cannot be delivered under contract: the article asks to tell the two tracks apart."""
    if SolutionKind.EXPORTABLE in facts.kinds:
        return None
    return Finding("gate.knowledge-only" if facts.solutions else "gate.no-solution-to-deliver")


def training_planned(facts: EngagementFacts) -> Finding | None:
    """Invited training is planned before it is held."""
    return None if facts.training_planned or facts.training_held else Finding("gate.training-not-planned")


def training_first(facts: EngagementFacts) -> Finding | None:
    """The people who will run it learn first; leaving that out warns unless a reason is recorded."""
    if facts.training_held or is_skipped(Stage.TRAINING, facts):
        return None
    return Finding("gate.training-first", Severity.WARNING, Stage.TRAINING.value)


def city_runs_it(facts: EngagementFacts) -> Finding | None:
    """운영관리 is public: the partner city, or a body it names, runs what was built."""
    if facts.operator is None:
        return Finding("gate.no-operator")
    if facts.operator is not Party.PARTNER_CITY:
        return Finding("gate.operator-not-partner-city", Severity.WARNING, facts.operator.value)
    return None


def lawful_route(facts: EngagementFacts) -> Finding | None:
    """The step has a basis on that day, or the basis it lacked was decided and recorded."""
    route = facts.route
    if route is None:
        return Finding("route.open")
    answer = legal_answer(route.actor, route.activity, route.money_flow, facts.rules, facts.on)
    if answer.answer is Basis.NEEDS_BASIS and answer.rule in facts.bases_decided:
        return None
    found = answer.finding
    return None if found is None else Finding(found.code, Severity.BLOCKING, found.subject, found.parameters)


def document_held(document: Document) -> Check:
    """The named paper is on file."""

    def check(facts: EngagementFacts) -> Finding | None:
        return None if document in facts.documents else Finding(MISSING_DOCUMENT[document], subject=document.value)

    return check


def approval_given(approval: Approval, stage: Stage) -> Check:
    """The named decision was taken for this very stage."""

    def check(facts: EngagementFacts) -> Finding | None:
        return (
            None if approval in facts.approvals.get(stage, ()) else Finding(MISSING_APPROVAL[approval], subject=approval.value)
        )

    return check


def papers(stage: Stage, programme: ProgrammeVersion) -> tuple[Check, ...]:
    """Every document and approval that the table asks for before the stage."""
    rule = programme.stages[stage]
    return (*map(document_held, rule.documents), *(approval_given(approval, stage) for approval in rule.approvals))


def funding_named(stage: Stage) -> Check:
    """Somebody's money is named for the stage: a fund, or the own budget."""

    def check(facts: EngagementFacts) -> Finding | None:
        return None if facts.funding.get(stage) else Finding("gate.no-funding", subject=stage.value)

    return check


def earlier_stages_settled(stage: Stage) -> Check:
    """Each earlier stage of the course is done, may run beside, or was skipped with a reason.

    The present one is left by entering the next; whether it may instead go on beside it, the service asks.
    """

    def check(facts: EngagementFacts) -> Finding | None:
        left = {facts.stage} if facts.begun else set()
        open_stages = [
            earlier
            for earlier in course_of(facts)
            if PLACE[earlier] < PLACE[stage]
            and earlier not in facts.done | left
            and earlier not in facts.programme.stages[stage].beside
            and not is_skipped(earlier, facts)
        ]
        if not open_stages:
            return None
        return Finding("stage.earlier-open", subject=stage.value, parameters={"stages": ",".join(open_stages)})

    return check


def still_open(facts: EngagementFacts) -> Finding | None:
    """What has ended enters no stage; it is opened again first."""
    return None if facts.ending is None else Finding("stage.ended", subject=facts.ending.value)


def skips_reasoned(facts: EngagementFacts) -> Finding | None:
    """Whatever was skipped may be skipped, and says why."""
    for stage in sorted(facts.skipped, key=PLACE.__getitem__):
        if not facts.programme.stages[stage].may_skip:
            return Finding("stage.may-not-be-skipped", subject=stage.value)
        if not facts.skipped[stage].strip():
            return Finding("stage.skipped-without-reason", subject=stage.value)
    return None


def may_be_entered_again(stage: Stage) -> Check:
    """A stage that is done is entered again only where the table allows it."""

    def check(facts: EngagementFacts) -> Finding | None:
        if stage in facts.done and not facts.programme.stages[stage].may_reenter:
            return Finding("stage.not-reentered", subject=stage.value)
        return None

    return check


CHECKS: Final[Mapping[Ask, Check]] = {
    Ask.CONTACT_RECORDED: contact_recorded,
    Ask.SECTOR_NAMED: sector_named,
    Ask.NEED_CONFIRMED: need_confirmed,
    Ask.SOLUTION_LINKED: solution_linked,
    Ask.SOLUTION_CHOSEN: solution_chosen,
    Ask.SOMETHING_TO_DELIVER: something_to_deliver,
    Ask.TRAINING_PLANNED: training_planned,
    Ask.TRAINING_FIRST: training_first,
    Ask.CITY_RUNS_IT: city_runs_it,
    Ask.LAWFUL_ROUTE: lawful_route,
}
CHECKS_OF_A_STAGE: Final[Mapping[Ask, Callable[[Stage], Check]]] = {Ask.FUNDING_NAMED: funding_named}
"""What is asked of one stage and not of the whole engagement."""


def asked(stage: Stage, programme: ProgrammeVersion) -> tuple[Check, ...]:
    """What the table asks before the stage, in its order."""
    return tuple(CHECKS[ask] if ask in CHECKS else CHECKS_OF_A_STAGE[ask](stage) for ask in programme.stages[stage].asks)
