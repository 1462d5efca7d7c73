"""What could ask for a reminder: each kind found by its own query, and nothing that is over."""

from datetime import date, timedelta

import pytest

from seoulution.apps.demand.models import SharingRequest
from seoulution.apps.engagements.matters import stood_long, waiting_on
from seoulution.apps.engagements.models import Engagement, StageSpell, Task
from seoulution.engine.engagements.reminders import ReminderKind

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 22)


def test_open_tasks_are_found_from_three_days_before_and_closed_ones_never() -> None:
    request = SharingRequest.objects.all()[0]
    for days, told in ((4, {}), (3, {}), (-1, {}), (-1, {"done_on": TODAY}), (-1, {"dropped_reason": "no"})):
        Task.objects.create(sharing_request=request, text=f"{days}", due_on=TODAY + timedelta(days=days), **told)
    found = [(each.matter.kind, each.matter.said["title"], each.about, each.code) for each in waiting_on(TODAY)]
    assert sorted(found) == [
        (ReminderKind.TASK_NEAR, "3", "request", request.code),
        (ReminderKind.TASK_OVERDUE, "-1", "request", request.code),
    ]


def test_a_file_has_stood_long_from_the_thirtieth_day_in_its_present_stage() -> None:
    engagement = Engagement.objects.get(code="metro-manila-transport-advice")
    spell = StageSpell.objects.create(
        engagement=engagement, stage=engagement.stage, entered_on=TODAY - timedelta(days=29), reason="begun"
    )
    assert not stood_long(TODAY).exists()
    StageSpell.objects.filter(pk=spell.pk).update(entered_on=TODAY - timedelta(days=30))
    assert stood_long(TODAY).get() == engagement
    Engagement.objects.filter(pk=engagement.pk).update(stage="feedback")
    assert not stood_long(TODAY).exists()
