"""The life of a claim: whether a figure, award or patent may still be quoted, and what is said beside it."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from seoulution.engine.findings import Finding, Severity

REVIEW_EVERY: Final = timedelta(days=365)
"""The owner is asked once a year: is this still true?"""


class ClaimKind(StrEnum):
    """What is claimed."""

    FIGURE = "figure"
    AWARD = "award"
    PATENT = "patent"


class ClaimState(StrEnum):
    """How far a claim can be relied on today."""

    UNCONFIRMED = "unconfirmed"
    CURRENT = "current"
    DUE = "due"
    QUESTIONED = "questioned"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class ClaimLife:
    """The dates a state is read from.

    confirmed_on : when its owner last said that it is still true; None: it stands as of its source
    review_on : when the owner is asked again
    valid_until : the last day on which it may be quoted; None: a fact of a past year does not expire
    questioned : someone doubts it and the owner has not answered yet
    """

    confirmed_on: date | None = None
    review_on: date | None = None
    valid_until: date | None = None
    questioned: bool = False


def claim_state(life: ClaimLife, today: date) -> ClaimState:
    """Expired before questioned before due before unconfirmed before current: the worst that holds."""
    if life.valid_until is not None and life.valid_until < today:
        return ClaimState.EXPIRED
    if life.questioned:
        return ClaimState.QUESTIONED
    if life.review_on is not None and life.review_on <= today:
        return ClaimState.DUE
    return ClaimState.UNCONFIRMED if life.confirmed_on is None else ClaimState.CURRENT


def confirmed(life: ClaimLife, today: date, *, valid_until: date | None) -> ClaimLife:
    """The owner says that it is still true: asked again in a year, or when it ends if that is sooner; open questions are answered.

    raises ValueError : `valid_until` lies before today
    """
    if valid_until is not None and valid_until < today:
        raise ValueError(f"{valid_until} is over: a claim can't be renewed into the past")
    again = today + REVIEW_EVERY
    return ClaimLife(today, min(again, valid_until) if valid_until else again, valid_until)


def printing_finding(claim: str, state: ClaimState, owner: str, valid_until: date | None) -> Finding | None:
    """What stands between a claim and paper: an expired one blocks and names who renews it; a doubtful one warns."""
    if state is ClaimState.EXPIRED:
        ended = valid_until.isoformat() if valid_until else ""
        return Finding("claim.expired", Severity.BLOCKING, claim, {"owner": owner, "ended": ended})
    if state is ClaimState.QUESTIONED:
        return Finding("claim.questioned", Severity.WARNING, claim, {"owner": owner})
    if state is ClaimState.DUE:
        return Finding("claim.review-due", Severity.NOTE, claim, {"owner": owner})
    return None
