"""Who signs what: kind of decision × stage × amount → the places of the signing block (결재란), as one table.

The amounts are our reading of how delegated decisions (전결) are usually graded; an office puts its own delegation rule (위임전결규칙) here.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from seoulution.engine.engagements.codes import Rank
from seoulution.engine.engagements.facts import Approval
from seoulution.engine.vocabulary import Stage

ABROAD: Final = frozenset({Approval.FUND_DECISION, Approval.PARTNER_DECISION})
"""Decisions of others: recorded with their paper, never signed here."""
NEEDS_AMOUNT: Final = frozenset({Approval.OWN_BUDGET, Approval.OFFICIAL_TRAVEL})
"""Decisions about money of ours: without an amount nobody can say who signs."""

EARLY: Final = frozenset({Stage.EXCHANGE, Stage.OPPORTUNITY, Stage.TRAINING, Stage.FEEDBACK})
ADVICE: Final = frozenset({Stage.CONSULTING, Stage.FEASIBILITY})
WORKS: Final = frozenset({Stage.MAIN_PROJECT, Stage.OPERATION})
ANY: Final = frozenset(Stage)

Step = tuple[Rank, ...]
OFFICER, TEAM, DIVISION, BUREAU, VICE, MAYOR = tuple(Rank)
_MILLION: Final = Decimal(1_000_000)


@dataclass(frozen=True, slots=True)
class SigningRow:
    """One row: decisions of `kind` in `stages` up to `up_to` won (None: any amount) are signed by `steps`, one after the other.

    A step of several ranks is signed side by side; the first step is the drafter's own place (기안자), the last one decides.
    """

    kind: Approval
    stages: frozenset[Stage]
    up_to: Decimal | None
    steps: tuple[Step, ...]


SIGNING: Final[tuple[SigningRow, ...]] = (
    SigningRow(Approval.OFFICIAL_TRAVEL, ANY, 10 * _MILLION, ((OFFICER,), (TEAM,), (DIVISION,))),
    SigningRow(Approval.OFFICIAL_TRAVEL, ANY, 50 * _MILLION, ((OFFICER,), (TEAM,), (DIVISION,), (BUREAU,))),
    SigningRow(Approval.OFFICIAL_TRAVEL, ANY, None, ((OFFICER,), (TEAM,), (DIVISION,), (BUREAU,), (VICE,))),
    SigningRow(Approval.OWN_BUDGET, ANY, 10 * _MILLION, ((OFFICER,), (TEAM,), (DIVISION,))),
    SigningRow(Approval.OWN_BUDGET, ANY, 100 * _MILLION, ((OFFICER,), (TEAM,), (DIVISION,), (BUREAU,))),
    SigningRow(Approval.OWN_BUDGET, ANY, 1_000 * _MILLION, ((OFFICER,), (TEAM,), (DIVISION, DIVISION), (BUREAU,), (VICE,))),
    SigningRow(Approval.OWN_BUDGET, ANY, None, ((OFFICER,), (TEAM,), (DIVISION, DIVISION), (BUREAU,), (VICE,), (MAYOR,))),
    SigningRow(Approval.PROGRAMME_DECISION, EARLY, 100 * _MILLION, ((OFFICER,), (TEAM,), (DIVISION,))),
    SigningRow(Approval.PROGRAMME_DECISION, EARLY, None, ((OFFICER,), (TEAM,), (DIVISION,), (BUREAU,))),
    SigningRow(Approval.PROGRAMME_DECISION, ADVICE, 1_000 * _MILLION, ((OFFICER,), (TEAM,), (DIVISION,), (BUREAU,))),
    SigningRow(Approval.PROGRAMME_DECISION, ADVICE, None, ((OFFICER,), (TEAM,), (DIVISION, DIVISION), (BUREAU,), (VICE,))),
    SigningRow(
        Approval.PROGRAMME_DECISION, WORKS, 1_000 * _MILLION, ((OFFICER,), (TEAM,), (DIVISION, DIVISION), (BUREAU,), (VICE,))
    ),
    SigningRow(
        Approval.PROGRAMME_DECISION, WORKS, None, ((OFFICER,), (TEAM,), (DIVISION, DIVISION), (BUREAU,), (VICE,), (MAYOR,))
    ),
)
"""Two heads of division side by side: the own division and the one that is consulted (협조), such as the budget division."""


def steps_for(kind: Approval, stage: Stage, won: Decimal | None) -> tuple[Step, ...]:
    """The steps of the first row that fits; empty for decisions of others. Without an amount no money is committed."""
    return next((row.steps for row in SIGNING if _fits(row, kind, stage, won)), ())


def _fits(row: SigningRow, kind: Approval, stage: Stage, won: Decimal | None) -> bool:
    return row.kind is kind and stage in row.stages and (row.up_to is None or (won or Decimal(0)) <= row.up_to)


def above_drafter(steps: Iterable[Step], drafter: Rank) -> tuple[Step, ...]:
    """The steps when a person of that rank drafts: ranks up to the drafter's fall away, and somebody above always decides.

    Empty when nobody is above the drafter.
    """
    ranks = tuple(Rank)
    place = ranks.index(drafter)
    kept = tuple(step for step in steps if ranks.index(step[0]) > place)
    if not kept and steps and place + 1 < len(ranks):
        kept = ((ranks[place + 1],),)
    return ((drafter,), *kept) if kept else ()
