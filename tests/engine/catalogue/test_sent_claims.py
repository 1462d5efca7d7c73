import pytest

from seoulution.engine.catalogue.claims import ClaimState
from seoulution.engine.catalogue.sent_claims import SentClaim, sent_claim


@pytest.mark.parametrize(
    ("now", "state", "expected"),
    [
        ("94.4 %", ClaimState.CURRENT, SentClaim.AS_SENT),
        ("94.4 %", ClaimState.UNCONFIRMED, SentClaim.AS_SENT),
        ("94.4 %", ClaimState.DUE, SentClaim.AS_SENT),
        ("94.6 %", ClaimState.CURRENT, SentClaim.CHANGED),
        ("94.6 %", ClaimState.QUESTIONED, SentClaim.DOUBTED),
        ("94.4 %", ClaimState.QUESTIONED, SentClaim.DOUBTED),
        ("94.4 %", ClaimState.EXPIRED, SentClaim.EXPIRED),
        (None, None, SentClaim.GONE),
    ],
)
def test_the_worst_that_holds_is_said(now: str | None, state: ClaimState | None, expected: SentClaim) -> None:
    assert sent_claim("94.4 %", now, state) is expected


def test_the_recipient_is_told_of_everything_but_what_still_reads_as_sent() -> None:
    assert {found for found in SentClaim if not found.stale} == {SentClaim.AS_SENT}
