"""T28: each month the end of the record of readings leaves the machine with the mail of those who look through it."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils.translation import override

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.services.access_records import record_access
from seoulution.apps.correspondence.models import Notice
from seoulution.apps.correspondence.services.readings import PAGE, tell_of_readings
from seoulution.apps.publishing.notice_texts import notice_sentence

pytestmark = [pytest.mark.django_db, pytest.mark.trust]
NOW = datetime(2026, 12, 1, 23, 50).astimezone()


def test_only_who_looks_through_readings_is_told_and_once_a_month(person: Callable[..., User]) -> None:
    auditor, officer = person("auditor"), person("officer")
    row: Any = record_access(officer, address=None, about="request", about_code="x", whose="y", action="view")
    for day in range(30):
        tell_of_readings(NOW + timedelta(days=day))
    notice = Notice.objects.get()
    assert notice.user == auditor and notice.path == f"{PAGE}?month=2026-11"
    with override("en"):
        said = notice_sentence(notice)
    assert str(row.pk) in said and row.seal in said and "2026" in said
    tell_of_readings(NOW + timedelta(days=31))
    assert Notice.objects.count() == 2


def test_the_page_that_is_named_is_the_monthly_review() -> None:
    assert reverse("office:access_review") == PAGE


def test_before_anything_was_read_nobody_is_told(person: Callable[..., User]) -> None:
    person("auditor")
    assert tell_of_readings(NOW) == 0 and not Notice.objects.exists()
