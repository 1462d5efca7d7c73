"""Whose calendar holds what; and which addresses open one."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone, translation
from tests.apps.engagements.services.test_approvals import sent
from tests.apps.engagements.signatories import ranked

from seoulution.apps.engagements.calendar_feeds import entries_of, feed_of
from seoulution.apps.engagements.models import CalendarFeed, Contact, Engagement, Promise, Task
from seoulution.apps.engagements.services.calendar_feeds import issue_feed
from seoulution.apps.engagements.services.signing import sign
from seoulution.engine.engagements.codes import Rank, Verdict
from seoulution.formats.ics import Entry

pytestmark = pytest.mark.django_db
Person = Callable[..., Any]


@pytest.fixture
def engagement(db: None) -> Engagement:
    """Consulting for Manila, as the documents have it."""
    return Engagement.objects.get(code="metro-manila-transport-advice")


def calendar(user: Any) -> dict[str, Entry]:
    with translation.override("en"):
        found = entries_of(user, now=timezone.now(), host="host", base="https://host")
        return {entry.uid.partition("-")[0]: entry for entry in found}


def test_a_person_reads_what_is_theirs_and_others_do_not(engagement: Engagement, person: Person) -> None:
    mine, other = person("officer", name="mine"), person("officer", name="other")
    now, today = timezone.now(), timezone.localdate()
    contact = Contact.objects.create(
        engagement=engagement, kind="visit", title="Depot", starts_at=now, recorded_by=mine, state="called_off", revision=2
    )
    Task.objects.create(engagement=engagement, text="Ask", owner=mine, due_on=today)
    Task.objects.create(engagement=engagement, text="Done", owner=mine, due_on=today, done_on=today)
    Promise.objects.create(engagement=engagement, text="Plans", promised_by="a", promised_to="b", owner=mine, due_on=today)
    Promise.objects.create(engagement=engagement, text="Undated", promised_by="a", promised_to="b", owner=mine)
    found = calendar(mine)
    assert set(found) == {"contact", "task", "promise"} and calendar(other) == {}
    assert (found["contact"].is_cancelled, found["contact"].sequence) == (True, 1)
    assert found["contact"].address == f"https://host/office/contacts/{contact.pk}/"
    assert (found["task"].title, found["promise"].title) == ("To do: Ask", "Promised: Plans")


def test_the_owner_of_a_file_reads_its_contacts_and_checks(engagement: Engagement, person: Person) -> None:
    owner = person("officer")
    Engagement.objects.filter(pk=engagement.pk).update(owner=owner)
    Contact.objects.create(engagement=engagement, kind="call", title="Call", starts_at=timezone.now())
    engagement.aftercare_checks.create(years=3, due_on=timezone.localdate())
    assert set(calendar(owner)) == {"contact", "check"}


def test_a_sensitive_file_never_leaves_by_this_way(engagement: Engagement, person: Person) -> None:
    owner = person("officer")
    Engagement.objects.filter(pk=engagement.pk).update(owner=owner, is_sensitive=True)
    Contact.objects.create(engagement=engagement, kind="call", title="Secret", starts_at=timezone.now(), recorded_by=owner)
    Task.objects.create(engagement=engagement, text="Secret", owner=owner, due_on=timezone.localdate())
    engagement.aftercare_checks.create(years=3, due_on=timezone.localdate())
    assert calendar(owner) == {}


def test_no_address_but_the_standing_one_opens_a_calendar(person: Person) -> None:
    user, now = person("officer"), timezone.now()
    token = issue_feed(by=user, now=now)
    assert feed_of(token, now=now) is not None
    assert feed_of("A" * 43, now=now) is None
    assert feed_of(token, now=now + timedelta(days=366)) is None
    CalendarFeed.objects.update(issued_at=now + timedelta(days=2))
    assert feed_of(token, now=now) is None, "issued while a clock was ahead"
    CalendarFeed.objects.update(issued_at=now)
    user.is_active = False
    user.save()
    assert feed_of(token, now=now) is None


def test_a_paper_stands_there_from_the_day_it_is_the_persons_turn_and_leads_where_they_read_it(person: Person) -> None:
    people = {rank: ranked(person, rank) for rank in (Rank.OFFICER, Rank.TEAM_HEAD)}
    head = ranked(person, Rank.DIVISION_HEAD, role="owner")
    case = sent(people | {Rank.DIVISION_HEAD: head})
    assert set(calendar(people[Rank.TEAM_HEAD])) == {"signature"} and calendar(head) == {}
    sign(case, verdict=Verdict.APPROVED, by=people[Rank.TEAM_HEAD], seen_round=1, today=timezone.localdate())
    assert calendar(people[Rank.TEAM_HEAD]) == {}
    assert calendar(head)["signature"].address == f"https://host/bureau/signing/{case.pk}/"


def test_a_check_leads_to_the_page_of_aftercare_and_leaves_with_the_role_and_the_end(
    engagement: Engagement, person: Person
) -> None:
    owner = person("officer")
    Engagement.objects.filter(pk=engagement.pk).update(owner=owner)
    engagement.aftercare_checks.create(years=3, due_on=timezone.localdate())
    assert calendar(owner)["check"].address.endswith(f"/office/engagements/{engagement.code}/aftercare/")
    Engagement.objects.filter(pk=engagement.pk).update(ending="lost", ending_reason="price", ended_on=timezone.localdate())
    assert calendar(owner) == {}
    Engagement.objects.filter(pk=engagement.pk).update(ending="", ending_reason="", ended_on=None)
    owner.role = "partner"
    owner.save()
    assert calendar(owner) == {}
