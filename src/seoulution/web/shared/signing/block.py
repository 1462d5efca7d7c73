"""The signing block (결재란) as pages draw it: one column for each place, with rank, name, mark and day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from seoulution.apps.accounts.names import name_of
from seoulution.apps.engagements.models import ApprovalCase, Signature
from seoulution.apps.engagements.signing import block_of, place_of
from seoulution.engine.engagements.approvals import waiting


@dataclass(frozen=True, slots=True)
class Cell:
    """One place: whose it is, who signed for them, what was said and when. `beside` : signs side by side with the one before."""

    signature: Signature
    signatory: str
    acting: str
    is_turn: bool
    beside: bool
    last: bool

    @property
    def signed_at(self) -> datetime | None:
        return self.signature.signed_at


@dataclass(frozen=True, slots=True)
class Round:
    """A round of signing with its block."""

    number: int
    cells: tuple[Cell, ...]


def rounds_of(case: ApprovalCase) -> list[Round]:
    """Every round that was sent, the latest first."""
    numbers = case.signatures.order_by("-round").values_list("round", flat=True).distinct()
    return [Round(number, cells_of(block_of(case, number))) for number in numbers]


def cells_of(block: Iterable[Signature]) -> tuple[Cell, ...]:
    """The cells of one round; whose turn it is, is marked."""
    rows = list(block)
    turn = waiting([place_of(row) for row in rows])
    return tuple(
        Cell(
            row,
            name_of(row.signatory),
            name_of(row.acting),
            place_of(row) in turn,
            place > 0 and rows[place - 1].order == row.order,
            row.order == rows[-1].order,
        )
        for place, row in enumerate(rows)
    )
