"""Who signs while somebody is away."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext

from seoulution.apps.engagements.models import Absence
from seoulution.apps.engagements.services.absences import end_absence, record_absence
from seoulution.apps.engagements.services.rights import NotAllowed, ReasonMissing

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 2)


def test_an_absence_is_the_own_or_recorded_by_a_manager(person: Callable[..., Any]) -> None:
    one, other, manager = person("officer", name="one"), person("officer", name="other"), person("manager")
    days = {"from_on": DAY, "until_on": date(2026, 3, 9), "reason": "leave", "today": DAY}
    with pytest.raises(PermissionDenied):
        record_absence(one, stand_in=other, by=other, **days)
    row = record_absence(one, stand_in=other, by=manager, **days)
    assert (row.user, row.recorded_by) == (one, manager)
    with pytest.raises(PermissionDenied):
        end_absence(row, reason="back", by=other)
    end_absence(row, reason="back", by=one)
    assert Absence.objects.get().ended_at


def test_everything_wrong_with_an_absence_is_said_at_once(person: Callable[..., Any]) -> None:
    one, reader = person("officer", name="one"), person("auditor")
    with pytest.raises(NotAllowed) as refused:
        record_absence(one, stand_in=reader, from_on=DAY, until_on=date(2026, 3, 1), reason="x", by=one, today=DAY)
    assert {each.code for each in refused.value.findings} == {
        "approval.absence-backwards",
        "approval.stand-in-may-not-sign",
    }
    with pytest.raises(NotAllowed) as own:
        record_absence(one, stand_in=one, from_on=date(2026, 2, 1), until_on=date(2026, 2, 2), reason="x", by=one, today=DAY)
    assert {each.code for each in own.value.findings} == {"approval.absence-over", "approval.stand-in-is-self"}
    with pytest.raises(ReasonMissing):
        record_absence(one, stand_in=one, from_on=DAY, until_on=DAY, reason=" ", by=one, today=DAY)


def test_two_absences_do_not_cover_the_same_day(person: Callable[..., Any]) -> None:
    one, other = person("officer", name="one"), person("officer", name="other")
    record_absence(one, stand_in=other, from_on=DAY, until_on=date(2026, 3, 9), reason="leave", by=one, today=DAY)
    with pytest.raises(NotAllowed) as refused:
        record_absence(
            one, stand_in=other, from_on=date(2026, 3, 9), until_on=date(2026, 3, 12), reason="leave", by=one, today=DAY
        )
    assert [each.code for each in refused.value.findings] == ["approval.absence-twice"]


def test_two_absences_of_one_person_wait_for_each_other(person: Callable[..., Any]) -> None:
    one, other = person("officer", name="one"), person("officer", name="other")
    with CaptureQueriesContext(connection) as asked:
        record_absence(one, stand_in=other, from_on=DAY, until_on=DAY, reason="leave", by=one, today=DAY)
    said = [query["sql"] for query in asked.captured_queries]
    locks = next(number for number, sql in enumerate(said) if "accounts_user" in sql and "FOR NO KEY UPDATE" in sql)
    assert locks < next(number for number, sql in enumerate(said) if "engagements_absence" in sql)
