"""What is known of an engagement when a gate judges it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from seoulution.engine.engagements.codes import Approval, Document
from seoulution.engine.engagements.legal_rules import LegalRoute, LegalRule
from seoulution.engine.engagements.programme import SEOUL_2014, ProgrammeVersion
from seoulution.engine.vocabulary import Activity, Ending, MoneyFlow, Party, Sector, SolutionKind, Stage

__all__ = ["Approval", "Document", "EngagementFacts"]


@dataclass(frozen=True, slots=True)
class EngagementFacts:
    """One engagement as recorded on a day. Nothing recorded is nothing known: a gate then asks for it.

    programme : the table of stages and gates that judges it
    lead, activity, money_flow : the step that would be taken in the stage to be entered
    rules : the legal rules that ship or were added; the gate asks them as of `on`
    bases_decided : codes of the rules whose missing basis the competent body has since decided
    approvals : decisions taken, each for its own stage: the fund's yes to a study says nothing of the project
    funding : per stage the codes of the funds, or `own-budget`, that are named for it
    stage : where it stands; nobody's guess where it is not known
    begun : False where that stage is only planned, under review or bid for
    done, skipped : stages behind us, and those left out with the reason recorded
    aim : the furthest stage that the city asks for, where it said so
    ending : how it ended; nothing is entered after that
    """

    on: date
    programme: ProgrammeVersion = field(default=SEOUL_2014, repr=False, hash=False)
    rules: tuple[LegalRule, ...] = field(default=(), repr=False)
    sector: Sector | None = None
    solutions: tuple[str, ...] = ()
    kinds: frozenset[SolutionKind] = frozenset()
    solution_chosen: bool = False
    need_confirmed: bool = False
    contact_recorded: bool = False
    lead: Party | None = None
    activity: Activity | None = None
    money_flow: MoneyFlow | None = None
    bases_decided: frozenset[str] = frozenset()
    training_planned: bool = False
    training_held: bool = False
    funding: Mapping[Stage, tuple[str, ...]] = field(default_factory=dict, hash=False)
    documents: frozenset[Document] = frozenset()
    approvals: Mapping[Stage, frozenset[Approval]] = field(default_factory=dict, hash=False)
    operator: Party | None = None
    aim: Stage | None = None
    stage: Stage | None = None
    begun: bool = True
    done: frozenset[Stage] = frozenset()
    skipped: Mapping[Stage, str] = field(default_factory=dict, hash=False)
    ending: Ending | None = None

    @property
    def route(self) -> LegalRoute | None:
        """Who would do what for which money; None while one of the three is open."""
        if self.lead is None or self.activity is None or self.money_flow is None:
            return None
        return LegalRoute(self.lead, self.activity, self.money_flow)
