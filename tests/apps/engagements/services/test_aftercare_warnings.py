"""Owners are told of an early warning once."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from tests.apps.engagements.services.files import TODAY, told

from seoulution.apps.correspondence.models import Notice
from seoulution.apps.engagements.aftercare_states import aftercare_of, looked_after, with_aftercare, worst_first
from seoulution.apps.engagements.models import Engagement
from seoulution.apps.engagements.services.aftercare import Agreed, agree_level, record_reading
from seoulution.apps.engagements.services.aftercare_warnings import aftercare_warnings
from seoulution.apps.publishing.notice_texts import notice_sentence

pytestmark = pytest.mark.django_db
SAID = Agreed("Buses on time", "%", Decimal(90), date(2026, 1, 5), "contract, clause 7")


def missed(by: Any, *values: int) -> Engagement:
    row = told()
    level = agree_level(row, SAID, by=by, today=TODAY)
    for number, value in enumerate(values):
        on = TODAY - timedelta(days=len(values) - number)
        record_reading(level, read_on=on, value=Decimal(value), source="MMDA", by=by, today=TODAY)
    return row


def test_the_owner_is_told_once_in_words(person: Callable[..., Any]) -> None:
    officer = person("officer")
    row = missed(officer, 95, 88, 87)
    Engagement.objects.filter(pk=row.pk).update(owner=officer)
    aftercare_warnings(TODAY)
    aftercare_warnings(TODAY)
    notice = Notice.objects.get(user=officer, about_code=row.code)
    assert "2 times in a row" in notice_sentence(notice) and notice.path.endswith("/aftercare/")


def test_nobody_is_told_of_a_file_without_owner(person: Callable[..., Any]) -> None:
    missed(person("officer"), 88, 87)
    assert aftercare_warnings(TODAY) == 0


def test_the_worst_stands_first_and_ended_files_are_gone(person: Callable[..., Any]) -> None:
    row = missed(person("officer"), 88, 87)
    rows = with_aftercare(looked_after(Engagement.objects.all()))
    assert worst_first(rows, TODAY)[0].row == row
    assert [each.code for each in aftercare_of(rows.get(pk=row.pk), TODAY).warnings] == ["aftercare.missed-in-a-row"]
    Engagement.objects.filter(pk=row.pk).update(ending="lost", ending_reason="over", ended_on=TODAY)
    assert not looked_after(Engagement.objects.filter(pk=row.pk)).exists()


def test_of_a_file_that_nobody_owns_its_team_is_told(person: Callable[..., Any]) -> None:
    officer, member = person("officer"), person("officer", name="member")
    row = missed(officer, 95, 88, 87)
    row.members.create(user=member)
    aftercare_warnings(TODAY)
    assert [(notice.user, notice.why) for notice in Notice.objects.filter(about_code=row.code)] == [(member, "team")]
