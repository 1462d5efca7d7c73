from datetime import date

import pytest

from seoulution.engine.catalogue.claims import ClaimState
from seoulution.engine.catalogue.sent_claims import SentClaim, day_finding, sent_claim


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


def test_a_sending_is_recorded_on_the_day_it_leaves_or_later() -> None:
    today = date(2026, 11, 22)
    assert day_finding(today, today) is None and day_finding(date(2014, 5, 1), today) is None
    finding = day_finding(date(2026, 11, 23), today)
    assert finding is not None and (finding.code, finding.parameters["day"]) == ("sending.day-to-come", "2026-11-23")
