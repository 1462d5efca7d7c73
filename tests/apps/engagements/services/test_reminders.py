"""The daily look: the right people are reminded, once for each step, and a second run tells nobody."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone, translation

from seoulution.apps.correspondence.models import Notice
from seoulution.apps.engagements.models import (
    ApprovalCase,
    Contact,
    CountryDesk,
    Engagement,
    EngagementMember,
    Promise,
    Referral,
    StageSpell,
    Task,
)
from seoulution.apps.engagements.services.reminders import reminders_for
from seoulution.apps.network.models import Agency
from seoulution.apps.publishing.notice_texts import notice_sentence
from seoulution.engine.engagements.codes import CaseState, ContactKind, MemberPart, Rank

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 22)
Person = Callable[..., Any]


@pytest.fixture
def engagement(db: None) -> Engagement:
    """Consulting for Manila, as the documents have it."""
    return Engagement.objects.get(code="metro-manila-transport-advice")


def told() -> list[tuple[str, str, str]]:
    rows = Notice.objects.filter(kind="reminder").order_by("pk")
    return [(row.user.username, row.parameters["reminder"], row.why) for row in rows]


def test_nothing_lately_goes_to_the_owner_else_the_team_else_the_desk(engagement: Engagement, person: Person) -> None:
    owner, member, reader, desk = (person("officer", name=name) for name in ("owner", "member", "reader", "desk"))
    Engagement.objects.filter(pk=engagement.pk).update(last_contact_on=TODAY - timedelta(days=60))
    assert reminders_for(TODAY) == 0
    CountryDesk.objects.create(user=desk, country=engagement.city.country)
    assert reminders_for(TODAY) == 1
    EngagementMember.objects.create(engagement=engagement, user=member)
    EngagementMember.objects.create(engagement=engagement, user=reader, part=MemberPart.READER)
    assert reminders_for(TODAY) == 1
    Engagement.objects.filter(pk=engagement.pk).update(owner=owner)
    assert reminders_for(TODAY) == 1
    code = "reminder.nothing-lately"
    assert told() == [("desk", code, "desk"), ("member", code, "team"), ("owner", code, "owner")]


def test_the_same_step_is_told_once_and_the_next_again(engagement: Engagement, person: Person) -> None:
    Engagement.objects.filter(pk=engagement.pk).update(owner=person("officer"), last_contact_on=TODAY - timedelta(days=60))
    assert [reminders_for(TODAY + timedelta(days=days)) for days in (0, 0, 1, 29, 30, 31)] == [1, 0, 0, 0, 1, 0]


def test_each_kind_reaches_whom_it_concerns(engagement: Engagement, person: Person) -> None:
    owner, other = person("officer", name="owner"), person("officer", name="other")
    Engagement.objects.filter(pk=engagement.pk).update(owner=owner, opened_on=TODAY - timedelta(days=20))
    now = timezone.now()
    Contact.objects.create(engagement=engagement, kind=ContactKind.CALL, title="Call", starts_at=now - timedelta(days=9999))
    Task.objects.create(engagement=engagement, text="Ask", owner=other, due_on=TODAY - timedelta(days=1))
    Task.objects.create(engagement=engagement, text="Done", owner=other, due_on=TODAY, done_on=TODAY)
    Promise.objects.create(engagement=engagement, text="Plans", owner=other, due_on=TODAY + timedelta(days=14))
    body = Agency.objects.filter(withdrawn_on=None)[0]
    Referral.objects.create(engagement=engagement, to_body=body, asks="?", referred_by=other, due_on=TODAY - timedelta(days=2))
    engagement.aftercare_checks.create(years=1, due_on=TODAY + timedelta(days=30))
    reminders_for(TODAY)
    assert sorted(told()) == [
        ("other", "reminder.promise-due", "owner"),
        ("other", "reminder.referral-unanswered", "referred-by"),
        ("other", "reminder.task-overdue", "task-owner"),
        ("owner", "reminder.check-near", "owner"),
        ("owner", "reminder.contact-unrecorded", "owner"),
        ("owner", "reminder.never-contacted", "owner"),
    ]


def test_a_paper_reminds_whoever_turn_it_is(engagement: Engagement, person: Person) -> None:
    first, second = person("officer", name="first"), person("manager", name="second")
    sent = timezone.now().replace(year=2026, month=11, day=15)
    case = ApprovalCase.objects.create(
        engagement=engagement,
        kind="programme_decision",
        stage="consulting",
        title="Decide",
        state=CaseState.SIGNING,
        sent_at=sent,
    )
    one = case.signatures.create(round=1, order=1, rank=Rank.TEAM_HEAD, signatory=first)
    case.signatures.create(round=1, order=2, rank=Rank.DIVISION_HEAD, signatory=second)
    reminders_for(TODAY)
    assert told() == [("first", "reminder.paper-waiting", "signatory")]
    one.verdict, one.signed_at = "approved", sent + timedelta(days=1)
    one.save()
    reminders_for(TODAY)
    assert told()[1:] == [("second", "reminder.paper-waiting", "signatory")]


def test_an_open_gate_is_told_and_a_closed_one_is_not(engagement: Engagement, person: Person) -> None:
    Engagement.objects.filter(pk=engagement.pk).update(owner=person("manager"), stage="exchange", aim="opportunity")
    StageSpell.objects.create(engagement=engagement, stage="exchange", entered_on=TODAY - timedelta(days=30), reason="begun")
    reminders_for(TODAY)
    notice = Notice.objects.get(kind="reminder")
    assert notice.parameters["reminder"] == "reminder.gate-waiting" and notice.path.endswith(f"/{engagement.code}/")
    with translation.override("en"):
        said = notice_sentence(notice)
    assert "Finding the opportunity" in said and "23 October 2026" in said
    StageSpell.objects.all().delete()
    Engagement.objects.filter(pk=engagement.pk).update(stage="opportunity", aim="")
    StageSpell.objects.create(engagement=engagement, stage="opportunity", entered_on=TODAY - timedelta(days=30), reason="x")
    assert reminders_for(TODAY) == 0


def test_what_has_ended_reminds_nobody(engagement: Engagement, person: Person) -> None:
    Engagement.objects.filter(pk=engagement.pk).update(
        owner=person("officer"), last_contact_on=TODAY - timedelta(days=90), ending="dormant", ending_reason="silence"
    )
    assert reminders_for(TODAY) == 0


def test_what_was_given_to_somebody_who_has_left_reminds_who_answers_for_the_file(
    engagement: Engagement, person: Person
) -> None:
    gone, owner = person("officer", name="gone"), person("officer", name="owner")
    gone.is_active = False
    gone.save()
    Engagement.objects.filter(pk=engagement.pk).update(owner=owner)
    Promise.objects.create(engagement=engagement, text="Plans", promised_by="a", promised_to="b", due_on=TODAY, owner=gone)
    assert reminders_for(TODAY) == 1
    assert told() == [("owner", "reminder.promise-due", "owner")]
