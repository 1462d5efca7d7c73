"""Whether a paper that left the house still says what is true: each claim as it was quoted, against how it stands today."""

from datetime import date
from enum import StrEnum

from seoulution.engine.catalogue.claims import ClaimState
from seoulution.engine.findings import Finding


class SentClaim(StrEnum):
    """How a claim that was quoted stands today; exactly one holds, worst first."""

    GONE = "gone"
    EXPIRED = "expired"
    DOUBTED = "doubted"
    CHANGED = "changed"
    AS_SENT = "as_sent"

    @property
    def stale(self) -> bool:
        """Whether the recipient should be told."""
        return self is not SentClaim.AS_SENT


def sent_claim(then: str, now: str | None, state: ClaimState | None) -> SentClaim:
    """`then`, `now` : how it read in the paper and reads today, in the paper's language; None where it is no longer on record.

    A claim that is only due for its yearly look still reads as it was sent.
    """
    if now is None or state is None:
        return SentClaim.GONE
    if state is ClaimState.EXPIRED:
        return SentClaim.EXPIRED
    if state is ClaimState.QUESTIONED:
        return SentClaim.DOUBTED
    return SentClaim.AS_SENT if then == now else SentClaim.CHANGED


def day_finding(sent_on: date, today: date) -> Finding | None:
    """A sending is recorded once it has left."""
    return Finding("sending.day-to-come", parameters={"day": sent_on.isoformat()}) if sent_on > today else None
