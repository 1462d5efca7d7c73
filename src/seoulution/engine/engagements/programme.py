"""The programme's stages and what each gate asks, as one literal table per dated version.

Another programme, or this one from a later day, is another value beside it: nothing else in the code knows the table's content.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from seoulution.engine.engagements.codes import Approval, Document
from seoulution.engine.provenance import Validity
from seoulution.engine.vocabulary import Party, Stage


class FinanceSource(StrEnum):
    """Whose money the briefing's flow chart puts under a stage."""

    OWN_BUDGET = "own_budget"
    KOICA = "koica"
    KOREA_FOUNDATION = "kf"
    DEVELOPMENT_BANK = "development_bank"
    EDCF = "edcf"
    PARTNER_CITY = "partner_city"


class Ask(StrEnum):
    """What a gate can ask of an engagement beyond papers, decisions and order; `checks.CHECKS` answers each."""

    CONTACT_RECORDED = "contact_recorded"
    SECTOR_NAMED = "sector_named"
    NEED_CONFIRMED = "need_confirmed"
    SOLUTION_LINKED = "solution_linked"
    SOLUTION_CHOSEN = "solution_chosen"
    SOMETHING_TO_DELIVER = "something_to_deliver"
    TRAINING_PLANNED = "training_planned"
    TRAINING_FIRST = "training_first"
    CITY_RUNS_IT = "city_runs_it"
    FUNDING_NAMED = "funding_named"
    LAWFUL_ROUTE = "lawful_route"


@dataclass(frozen=True, slots=True)
class StageRule:
    """One row of the flow.

    leads : who typically leads, first choice first
    finance : whose money the stage typically needs; empty where none is needed
    asks : what the gate asks beyond papers, decisions and an orderly course
    documents, approvals : what must lie on the table before the stage is entered
    may_skip : may be left out, always with a reason
    beside : stages that may run at the same time, so that they need not be over first
    may_reenter : may be entered again after it was done
    """

    leads: tuple[Party, ...]
    finance: tuple[FinanceSource, ...]
    asks: tuple[Ask, ...] = ()
    documents: tuple[Document, ...] = ()
    approvals: tuple[Approval, ...] = ()
    may_skip: bool = True
    beside: frozenset[Stage] = frozenset()
    may_reenter: bool = True


@dataclass(frozen=True, slots=True)
class ProgrammeVersion:
    """A programme's flow from a day on: its stages in order, each with its gate.

    advisory, delivery : the stages of a cooperation that ends at advice, and those that follow where something is delivered
    no_less_than : what an aim brings with it
    """

    code: str
    validity: Validity
    stages: Mapping[Stage, StageRule] = field(hash=False)
    advisory: tuple[Stage, ...]
    delivery: tuple[Stage, ...]
    no_less_than: Mapping[Stage, Stage] = field(hash=False)


SEOUL_2014: Final = ProgrammeVersion(
    code="seoul-2014",
    validity=Validity(date(2014, 1, 1), None),
    stages={
        Stage.EXCHANGE: StageRule(
            leads=(Party.CITY_HALL,),
            finance=(FinanceSource.OWN_BUDGET,),
        ),
        Stage.OPPORTUNITY: StageRule(
            leads=(Party.CITY_HALL, Party.INSTITUTE),
            finance=(FinanceSource.OWN_BUDGET,),
            asks=(Ask.CONTACT_RECORDED,),
            may_skip=False,
            beside=frozenset({Stage.EXCHANGE}),
        ),
        Stage.TRAINING: StageRule(
            leads=(Party.CITY_HALL, Party.INSTITUTE),
            finance=(FinanceSource.KOICA, FinanceSource.KOREA_FOUNDATION, FinanceSource.OWN_BUDGET),
            asks=(Ask.SECTOR_NAMED, Ask.TRAINING_PLANNED, Ask.FUNDING_NAMED, Ask.LAWFUL_ROUTE),
            documents=(Document.TRAINING_PROGRAMME,),
            beside=frozenset({Stage.EXCHANGE, Stage.OPPORTUNITY, Stage.CONSULTING}),
        ),
        Stage.CONSULTING: StageRule(
            leads=(Party.CITY_HALL, Party.INSTITUTE, Party.MUNICIPAL_CORPORATION),
            finance=(FinanceSource.DEVELOPMENT_BANK, FinanceSource.KOICA, FinanceSource.OWN_BUDGET),
            asks=(
                Ask.SECTOR_NAMED,
                Ask.NEED_CONFIRMED,
                Ask.SOLUTION_LINKED,
                Ask.TRAINING_FIRST,
                Ask.FUNDING_NAMED,
                Ask.LAWFUL_ROUTE,
            ),
            documents=(Document.VIABILITY_REVIEW, Document.PARTNER_LETTER, Document.TERMS_OF_REFERENCE),
            approvals=(Approval.PROGRAMME_DECISION, Approval.OFFICIAL_TRAVEL),
            beside=frozenset({Stage.EXCHANGE, Stage.TRAINING}),
        ),
        Stage.FEASIBILITY: StageRule(
            leads=(Party.PRIVATE_CONSORTIUM, Party.MUNICIPAL_CORPORATION, Party.INSTITUTE),
            finance=(FinanceSource.DEVELOPMENT_BANK, FinanceSource.KOICA),
            asks=(Ask.NEED_CONFIRMED, Ask.SOLUTION_CHOSEN, Ask.FUNDING_NAMED, Ask.LAWFUL_ROUTE),
            documents=(Document.PARTNER_LETTER, Document.TERMS_OF_REFERENCE),
            approvals=(Approval.PROGRAMME_DECISION, Approval.FUND_DECISION),
            beside=frozenset({Stage.EXCHANGE, Stage.TRAINING, Stage.CONSULTING}),
        ),
        Stage.MAIN_PROJECT: StageRule(
            leads=(Party.PRIVATE_CONSORTIUM, Party.MUNICIPAL_CORPORATION),
            finance=(FinanceSource.DEVELOPMENT_BANK, FinanceSource.EDCF),
            asks=(Ask.SOLUTION_CHOSEN, Ask.SOMETHING_TO_DELIVER, Ask.TRAINING_FIRST, Ask.FUNDING_NAMED, Ask.LAWFUL_ROUTE),
            documents=(Document.FEASIBILITY_REPORT, Document.CONSORTIUM_AGREEMENT, Document.CONTRACT),
            approvals=(Approval.PARTNER_DECISION, Approval.FUND_DECISION),
            beside=frozenset({Stage.EXCHANGE, Stage.TRAINING, Stage.CONSULTING}),
        ),
        Stage.OPERATION: StageRule(
            leads=(Party.PARTNER_CITY,),
            finance=(FinanceSource.PARTNER_CITY,),
            asks=(Ask.CITY_RUNS_IT, Ask.FUNDING_NAMED),
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
    },
    advisory=(Stage.EXCHANGE, Stage.OPPORTUNITY, Stage.TRAINING, Stage.CONSULTING),
    delivery=(Stage.FEASIBILITY, Stage.MAIN_PROJECT, Stage.OPERATION),
    no_less_than={Stage.EXCHANGE: Stage.OPPORTUNITY, Stage.MAIN_PROJECT: Stage.OPERATION},
)
"""After the table "The flow" of the programme's mission and the briefing's flow chart; asks, documents and approvals are our reading.
It dates from January 2014, when the article has the control tower set up. A tie is asked what it could lead to (`no_less_than`), and
what is built has to be run.
"""

VERSIONS: Final[tuple[ProgrammeVersion, ...]] = (SEOUL_2014,)
"""Oldest first."""


def version_on(day: date, versions: tuple[ProgrammeVersion, ...] = VERSIONS) -> ProgrammeVersion:
    """The version in force on the day, the latest to begin where several are; before the first began, the first."""
    in_force = [version for version in versions if version.validity.holds_on(day)]
    return max(in_force, key=lambda version: version.validity.valid_from or date.min, default=versions[0])
