"""Tasks: made, handed over, done, dropped, opened again; whoever gets one from another is told."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied

from seoulution.apps.correspondence.models import Notice
from seoulution.apps.demand.services import StaleEdit
from seoulution.apps.engagements.models import Engagement
from seoulution.apps.engagements.services import tasks
from seoulution.apps.engagements.services.rights import AlreadyOver, NotAllowed, NotOwnFile, ReasonMissing

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 22)
Person = Callable[..., Any]


@pytest.fixture
def engagement(db: None) -> Engagement:
    """Consulting for Manila, as the documents have it."""
    return Engagement.objects.get(code="metro-manila-transport-advice")


def test_a_task_is_made_handed_over_and_done_by_its_new_owner(engagement: Engagement, person: Person) -> None:
    giver, getter = person("officer", name="giver"), person("officer", name="getter")
    task = tasks.make_task(engagement, text="Ask for the depot plans", owner=giver, by=giver, due_on=TODAY)
    assert not Notice.objects.exists()
    tasks.edit_task(task, text="Ask for all plans", owner=getter, due_on=TODAY, seen_revision=1, by=giver)
    notice = Notice.objects.get()
    assert (notice.user, notice.kind, notice.why) == (getter, "task-given", "task-owner")
    assert notice.path == "/office/engagements/metro-manila-transport-advice/daily/#tasks"
    Engagement.objects.filter(pk=engagement.pk).update(owner=giver)
    assert tasks.finish_task(task, by=getter, today=TODAY).done_on == TODAY
    with pytest.raises(AlreadyOver):
        tasks.finish_task(task, by=getter, today=TODAY)
    assert tasks.reopen_task(task, by=getter).done_on is None


def test_a_task_is_dropped_with_a_reason_and_can_come_back(engagement: Engagement, person: Person) -> None:
    officer = person("officer")
    task = tasks.make_task(engagement, text="Ask", owner=officer, by=officer)
    with pytest.raises(ReasonMissing):
        tasks.drop_task(task, reason="", by=officer)
    assert tasks.drop_task(task, reason="they sent it", by=officer).dropped_reason == "they sent it"
    assert tasks.reopen_task(task, by=officer).dropped_reason == ""


def test_two_who_edit_lose_nothing_and_an_empty_task_is_none(engagement: Engagement, person: Person) -> None:
    officer = person("officer")
    task = tasks.make_task(engagement, text="Ask", owner=officer, by=officer)
    tasks.edit_task(task, text="Ask twice", owner=officer, due_on=None, seen_revision=1, by=officer)
    with pytest.raises(StaleEdit):
        tasks.edit_task(task, text="Ask thrice", owner=officer, due_on=None, seen_revision=1, by=officer)
    with pytest.raises(NotAllowed):
        tasks.make_task(engagement, text="  ", owner=officer, by=officer)


def test_others_leave_the_task_alone(engagement: Engagement, person: Person) -> None:
    owner = person("officer", name="owner")
    task = tasks.make_task(engagement, text="Ask", owner=owner, by=owner)
    Engagement.objects.filter(pk=engagement.pk).update(owner=owner)
    with pytest.raises(NotOwnFile):
        tasks.finish_task(task, by=person("officer", name="other"), today=TODAY)
    with pytest.raises(PermissionDenied):
        tasks.finish_task(task, by=person("auditor"), today=TODAY)


def test_nobody_is_given_a_task_in_a_file_that_does_not_exist_for_them(engagement: Engagement, person: Person) -> None:
    owner, other = person("officer", name="owner"), person("officer", name="other")
    Engagement.objects.filter(pk=engagement.pk).update(is_sensitive=True, owner=owner)
    with pytest.raises(NotAllowed) as refused:
        tasks.make_task(engagement, text="Ask the minister", owner=other, by=owner)
    assert [finding.code for finding in refused.value.findings] == ["access.cannot-see-file"]
    task = tasks.make_task(engagement, text="Ask the minister", owner=owner, by=owner)
    with pytest.raises(NotAllowed):
        tasks.edit_task(task, text="Ask the minister", owner=other, due_on=None, seen_revision=1, by=owner)
    assert not Notice.objects.exists()
