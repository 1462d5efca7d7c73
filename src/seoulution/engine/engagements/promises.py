"""What was promised to whom, by when, and whether it was kept."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from seoulution.engine.findings import Finding, Severity

SOON_DAYS: Final = 14
"""A promise due within two weeks asks for attention today; our setting."""


class PromiseState(StrEnum):
    """How a promise stands on a day."""

    KEPT = "kept"
    KEPT_LATE = "kept_late"
    RELEASED = "released"
    OVERDUE = "overdue"
    DUE_SOON = "due_soon"
    OPEN = "open"
    UNDATED = "undated"


@dataclass(frozen=True, slots=True)
class Promise:
    """A word given: kept on a day, or released by the one it was given to."""

    code: str
    made_on: date
    due_on: date | None = None
    kept_on: date | None = None
    released_on: date | None = None


def state_of(promise: Promise, today: date) -> PromiseState:
    """Kept and released are final; a promise is overdue from the day after it was due."""
    if promise.kept_on is not None:
        late = promise.due_on is not None and promise.kept_on > promise.due_on
        return PromiseState.KEPT_LATE if late else PromiseState.KEPT
    if promise.released_on is not None:
        return PromiseState.RELEASED
    if promise.due_on is None:
        return PromiseState.UNDATED
    if today > promise.due_on:
        return PromiseState.OVERDUE
    return PromiseState.DUE_SOON if (promise.due_on - today).days <= SOON_DAYS else PromiseState.OPEN


NEEDS_ATTENTION: Final[Mapping[PromiseState, tuple[str, Severity]]] = {
    PromiseState.OVERDUE: ("promise.overdue", Severity.BLOCKING),
    PromiseState.DUE_SOON: ("promise.due-soon", Severity.WARNING),
    PromiseState.UNDATED: ("promise.undated", Severity.NOTE),
}


def promise_findings(promises: Iterable[Promise], today: date) -> tuple[Finding, ...]:
    """What the office must see to, longest overdue first; undated promises last."""
    ordered = sorted(promises, key=lambda promise: (promise.due_on or date.max, promise.code))
    return tuple(
        Finding(*NEEDS_ATTENTION[state], promise.code, _parameters(promise, today))
        for promise in ordered
        if (state := state_of(promise, today)) in NEEDS_ATTENTION
    )


def _parameters(promise: Promise, today: date) -> dict[str, str]:
    parameters = {"made_on": promise.made_on.isoformat()}
    if promise.due_on is not None:
        parameters |= {"due_on": promise.due_on.isoformat(), "days": str(abs((today - promise.due_on).days))}
    return parameters
