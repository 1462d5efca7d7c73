"""What Today asks is the same for everybody of a kind; what it answers is each person's own."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from seoulution.apps.engagements.models import Engagement, EngagementMember, Promise, Task
from seoulution.engine.engagements.codes import MemberPart
from seoulution.web.office.today_questions import contacts_planned, promises_due, tasks_due

pytestmark = pytest.mark.django_db
Person = Callable[..., Any]
CODE = "metro-manila-transport-advice"


@pytest.mark.parametrize("works", [True, False])
@pytest.mark.parametrize("sees_all", [True, False])
def test_each_question_can_be_asked_by_each_kind_of_person(person: Person, works: bool, sees_all: bool) -> None:
    user, now = person("officer").pk, timezone.now()
    for ask in (promises_due(works, sees_all), tasks_due(works, sees_all)):
        assert ask(user=user, until=now.date()) == ask(user=user, until=now.date())
    assert contacts_planned(works, sees_all)(user=user, begin=now, end=now + timedelta(days=1)) == ()


def test_a_sensitive_files_task_shows_to_its_team_and_to_nobody_else(person: Person) -> None:
    officer, other, today = person("officer"), person("officer", "other"), timezone.localdate()
    file = Engagement.objects.get(code=CODE)
    Engagement.objects.filter(pk=file.pk).update(is_sensitive=True)
    for owner in (officer, other):
        Task.objects.create(engagement=file, text=f"of {owner.username}", owner=owner)
    EngagementMember.objects.create(engagement=file, user=officer, part=next(iter(MemberPart)))
    asked = tasks_due(True, False)
    assert [row[0] for row in asked(user=officer.pk, until=today)] == ["of officer"]
    assert asked(user=other.pk, until=today) == ()


def test_who_has_no_work_of_their_own_sees_everybodys_overdue(person: Person) -> None:
    officer, today = person("officer"), timezone.localdate()
    file = Engagement.objects.get(code=CODE)
    given = {"engagement": file, "promised_by": "Seoul", "promised_to": "Manila", "owner": officer}
    Promise.objects.create(text="due", due_on=today, **given)
    Promise.objects.create(text="later", due_on=today + timedelta(days=9), **given)
    assert [row[0] for row in promises_due(False, True)(user=0, until=today)] == ["due"]
