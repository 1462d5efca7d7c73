"""The monthly look: much in a day, odd hours by Seoul's clock, everything taken away."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import time_machine

from seoulution.apps.accounts.access_review import review_of
from seoulution.apps.accounts.services.access_records import record_access

pytestmark = [pytest.mark.django_db, pytest.mark.trust]
SEOUL = ZoneInfo("Asia/Seoul")
MOMENTS = [
    (datetime(2026, 11, 4, 10, 0, tzinfo=SEOUL), False),
    (datetime(2026, 11, 4, 6, 59, tzinfo=SEOUL), True),
    (datetime(2026, 11, 4, 7, 0, tzinfo=SEOUL), False),
    (datetime(2026, 11, 4, 21, 0, tzinfo=SEOUL), True),
    (datetime(2026, 11, 7, 12, 0, tzinfo=SEOUL), True),
    (datetime(2026, 11, 1, 0, 30, tzinfo=SEOUL), True),
]


@pytest.mark.parametrize(("moment", "odd"), MOMENTS)
def test_hours_are_seouls(person: Callable[..., Any], moment: datetime, odd: bool) -> None:
    with time_machine.travel(moment, tick=False):
        record_access(person("officer"), address=None, about="request", about_code="x", whose="y", action="view")
    found = review_of(date(2026, 11, 15))
    assert found.readings == 1 and found.odd.exists() is odd and not found.taken.exists()


def test_another_month_is_another_review(person: Callable[..., Any]) -> None:
    with time_machine.travel(datetime(2026, 10, 31, 23, 59, tzinfo=SEOUL), tick=False):
        record_access(person("officer"), address=None, about="request", about_code="x", whose="y", action="export")
    assert review_of(date(2026, 11, 1)).readings == 0 and review_of(date(2026, 10, 9)).taken.exists()
