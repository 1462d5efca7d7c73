"""What could ask for a reminder: each kind found by its own query, and nothing that is over."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.urls import resolve
from django.utils import timezone
from tests.apps.engagements.services.test_approvals import sent
from tests.apps.engagements.signatories import ranked

from seoulution.apps.demand.models import SharingRequest
from seoulution.apps.engagements.matters import stood_long, waiting_on
from seoulution.apps.engagements.models import (
    Absence,
    AftercareCheck,
    Contact,
    Engagement,
    Promise,
    Referral,
    StageSpell,
    Task,
)
from seoulution.apps.network.models import Agency
from seoulution.engine.engagements.codes import Rank
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


def test_whatever_waits_leads_to_a_page_of_this_site(person: Callable[..., Any]) -> None:
    engagement, past = Engagement.objects.get(code="metro-manila-transport-advice"), TODAY - timedelta(days=1)
    Contact.objects.create(engagement=engagement, kind="call", title="Call", starts_at=timezone.now() - timedelta(days=900))
    Task.objects.create(engagement=engagement, text="Ask", due_on=past)
    Promise.objects.create(engagement=engagement, text="Plans", promised_by="a", promised_to="b", due_on=past)
    Referral.objects.create(engagement=engagement, to_body=Agency.objects.all()[0], asks="How deep?", due_on=past)
    AftercareCheck.objects.create(engagement=engagement, years=1, due_on=past)
    sent({rank: ranked(person, rank) for rank in (Rank.OFFICER, Rank.TEAM_HEAD, Rank.DIVISION_HEAD)})
    paths = {each.matter.kind: each.path for each in waiting_on(TODAY)}
    assert {kind: resolve(path.partition("#")[0]).view_name for kind, path in paths.items()} == {
        ReminderKind.CONTACT_UNRECORDED: "office:engagement_work",
        ReminderKind.TASK_OVERDUE: "office:engagement_work",
        ReminderKind.PROMISE_OVERDUE: "office:engagement_work",
        ReminderKind.REFERRAL_UNANSWERED: "office:engagement_work",
        ReminderKind.CHECK_OVERDUE: "office:engagement_aftercare",
        ReminderKind.PAPER_WAITING: "office:signing_case",
    }


def test_a_paper_that_waits_reminds_the_bureau_in_its_portal_and_who_stands_in(person: Callable[..., Any]) -> None:
    head, stand_in = ranked(person, Rank.TEAM_HEAD, role="owner"), person("officer", name="stand-in")
    case = sent({Rank.TEAM_HEAD: head} | {rank: ranked(person, rank) for rank in (Rank.OFFICER, Rank.DIVISION_HEAD)})
    day = timezone.localdate()
    Absence.objects.create(user=head, stand_in=stand_in, from_on=day, until_on=day, reason="leave")
    found = {each.people: each.path for each in waiting_on(day) if each.matter.kind is ReminderKind.PAPER_WAITING}
    assert found == {
        ((head.pk, "signatory"),): f"/bureau/signing/{case.pk}/",
        ((stand_in.pk, "stand-in"),): f"/office/signing/{case.pk}/",
    }
