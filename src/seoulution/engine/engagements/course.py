"""The stages of a cooperation as one table, and which of them a cooperation of a given kind would take."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from seoulution.engine.engagements.facts import Approval, Document, EngagementFacts
from seoulution.engine.vocabulary import Party, SolutionKind, Stage

ORDER: Final[tuple[Stage, ...]] = tuple(Stage)
PLACE: Final[Mapping[Stage, int]] = {stage: place for place, stage in enumerate(ORDER)}


class FinanceSource(StrEnum):
    """Whose money the briefing's flow chart puts under a stage."""

    OWN_BUDGET = "own_budget"
    KOICA = "koica"
    KOREA_FOUNDATION = "kf"
    DEVELOPMENT_BANK = "development_bank"
    EDCF = "edcf"
    PARTNER_CITY = "partner_city"


@dataclass(frozen=True, slots=True)
class StageRule:
    """One row of the flow.

    leads : who typically leads, first choice first
    finance : whose money the stage typically needs; empty where none is needed
    documents, approvals : what must lie on the table before the stage is entered
    may_skip : may be left out, always with a reason
    beside : stages that may run at the same time, so that they need not be over first
    may_reenter : may be entered again after it was done
    """

    leads: tuple[Party, ...]
    finance: tuple[FinanceSource, ...]
    documents: tuple[Document, ...] = ()
    approvals: tuple[Approval, ...] = ()
    may_skip: bool = True
    beside: frozenset[Stage] = frozenset()
    may_reenter: bool = True


STAGES: Final[Mapping[Stage, StageRule]] = {
    Stage.EXCHANGE: StageRule(
        leads=(Party.CITY_HALL,),
        finance=(FinanceSource.OWN_BUDGET,),
    ),
    Stage.OPPORTUNITY: StageRule(
        leads=(Party.CITY_HALL, Party.INSTITUTE),
        finance=(FinanceSource.OWN_BUDGET,),
        may_skip=False,
        beside=frozenset({Stage.EXCHANGE}),
    ),
    Stage.TRAINING: StageRule(
        leads=(Party.CITY_HALL, Party.INSTITUTE),
        finance=(FinanceSource.KOICA, FinanceSource.KOREA_FOUNDATION, FinanceSource.OWN_BUDGET),
        documents=(Document.TRAINING_PROGRAMME,),
        beside=frozenset({Stage.EXCHANGE, Stage.OPPORTUNITY, Stage.CONSULTING}),
    ),
    Stage.CONSULTING: StageRule(
        leads=(Party.CITY_HALL, Party.INSTITUTE, Party.MUNICIPAL_CORPORATION),
        finance=(FinanceSource.DEVELOPMENT_BANK, FinanceSource.KOICA, FinanceSource.OWN_BUDGET),
        documents=(Document.VIABILITY_REVIEW, Document.PARTNER_LETTER, Document.TERMS_OF_REFERENCE),
        approvals=(Approval.PROGRAMME_DECISION, Approval.OFFICIAL_TRAVEL),
        beside=frozenset({Stage.EXCHANGE, Stage.TRAINING}),
    ),
    Stage.FEASIBILITY: StageRule(
        leads=(Party.PRIVATE_CONSORTIUM, Party.MUNICIPAL_CORPORATION, Party.INSTITUTE),
        finance=(FinanceSource.DEVELOPMENT_BANK, FinanceSource.KOICA),
        documents=(Document.PARTNER_LETTER, Document.TERMS_OF_REFERENCE),
        approvals=(Approval.PROGRAMME_DECISION, Approval.FUND_DECISION),
        beside=frozenset({Stage.EXCHANGE, Stage.TRAINING, Stage.CONSULTING}),
    ),
    Stage.MAIN_PROJECT: StageRule(
        leads=(Party.PRIVATE_CONSORTIUM, Party.MUNICIPAL_CORPORATION),
        finance=(FinanceSource.DEVELOPMENT_BANK, FinanceSource.EDCF),
        documents=(Document.FEASIBILITY_REPORT, Document.CONSORTIUM_AGREEMENT, Document.CONTRACT),
        approvals=(Approval.PARTNER_DECISION, Approval.FUND_DECISION),
        beside=frozenset({Stage.EXCHANGE, Stage.TRAINING, Stage.CONSULTING}),
    ),
    Stage.OPERATION: StageRule(
        leads=(Party.PARTNER_CITY,),
        finance=(FinanceSource.PARTNER_CITY,),
        documents=(Document.HANDOVER_RECORD, Document.SERVICE_LEVELS),
        approvals=(Approval.PARTNER_DECISION,),
        beside=frozenset({Stage.EXCHANGE, Stage.TRAINING}),
        may_reenter=False,
    ),
    Stage.FEEDBACK: StageRule(
        leads=(Party.PARTNER_CITY, Party.CITY_HALL, Party.INSTITUTE),
        finance=(),
        documents=(Document.RESULTS_REPORT,),
        may_skip=False,
        beside=frozenset({Stage.EXCHANGE, Stage.OPERATION}),
    ),
}
"""After the table "The flow" of the programme's mission and the briefing's flow chart; documents and approvals are our reading."""

ADVISORY: Final = (Stage.EXCHANGE, Stage.OPPORTUNITY, Stage.TRAINING, Stage.CONSULTING)
DELIVERY: Final = (Stage.FEASIBILITY, Stage.MAIN_PROJECT, Stage.OPERATION)
NO_LESS_THAN: Final[Mapping[Stage, Stage]] = {Stage.EXCHANGE: Stage.OPPORTUNITY, Stage.MAIN_PROJECT: Stage.OPERATION}
"""A tie is asked what it could lead to, and what is built has to be run."""


def course_of(facts: EngagementFacts) -> tuple[Stage, ...]:
    """The whole course before anything is skipped.

    Advice ends at consulting, and most engagements do; a deliverable solution goes on to a study, a main project and public
    operation. An aim stated by the city shortens or lengthens the course, which always seeks the opportunity. Feedback closes it.
    """
    before_feedback = (*ADVISORY, *DELIVERY)
    if facts.aim is not None and facts.aim is not Stage.FEEDBACK:
        last = NO_LESS_THAN.get(facts.aim, facts.aim)
        taken = tuple(stage for stage in before_feedback if PLACE[stage] <= PLACE[last])
    else:
        taken = before_feedback if SolutionKind.EXPORTABLE in facts.kinds else ADVISORY
    return (*taken, Stage.FEEDBACK)


def is_skipped(stage: Stage, facts: EngagementFacts) -> bool:
    """A stage is skipped only where it may be, and a reason was written down."""
    return STAGES[stage].may_skip and bool(facts.skipped.get(stage, "").strip())


def stages_of_plan(facts: EngagementFacts) -> tuple[Stage, ...]:
    """The stages a cooperation of this kind would take, without those skipped for a recorded reason."""
    return tuple(stage for stage in course_of(facts) if not is_skipped(stage, facts))
