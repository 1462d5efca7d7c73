"""Contacts: planned, put right, held and called off; the engagement knows when both sides last met."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from seoulution.apps.demand.models import SharingRequest
from seoulution.apps.demand.services import StaleEdit
from seoulution.apps.engagements.models import Engagement
from seoulution.apps.engagements.services import contacts
from seoulution.apps.engagements.services.contacts import Details, Person
from seoulution.apps.engagements.services.rights import AlreadyOver, NotAllowed, NotOwnFile, ReasonMissing
from seoulution.engine.engagements.codes import ContactKind, ContactState, Side

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 22, 3, tzinfo=UTC)
VISIT = Details(
    ContactKind.VISIT,
    "Visit to the depots",
    NOW - timedelta(days=2),
    place="Manila",
    people=(Person(Side.OURS, "kim"), Person(Side.THEIRS, "A. Reyes", "Director", "MMDA")),
)
MakePerson = Callable[..., Any]


@pytest.fixture
def engagement(db: None) -> Engagement:
    """Consulting for Manila, as the documents have it."""
    return Engagement.objects.get(code="metro-manila-transport-advice")


def last(engagement: Engagement) -> date | None:
    return Engagement.objects.values_list("last_contact_on", flat=True).get(pk=engagement.pk)


def test_a_contact_held_is_the_engagements_last_contact(engagement: Engagement, person: MakePerson) -> None:
    officer = person("officer", name="kim")
    row = contacts.record_contact(engagement, VISIT, held=True, by=officer, now=NOW)
    assert (row.state, last(engagement)) == (ContactState.HELD, date(2026, 11, 20))
    earlier = replace(VISIT, starts_at=NOW - timedelta(days=400))
    contacts.record_contact(engagement, earlier, held=True, by=officer, now=NOW)
    assert last(engagement) == date(2026, 11, 20)
    contacts.edit_contact(row, replace(VISIT, starts_at=NOW - timedelta(days=5)), seen_revision=1, by=officer, now=NOW)
    assert last(engagement) == date(2026, 11, 17)


def test_a_colleague_named_by_the_account_is_linked_and_others_are_names(engagement: Engagement, person: MakePerson) -> None:
    officer = person("officer", name="kim")
    row = contacts.record_contact(engagement, VISIT, held=True, by=officer, now=NOW)
    assert [(who.name, who.user, who.post) for who in row.people.all()] == [
        ("kim", officer, ""),
        ("A. Reyes", None, "Director"),
    ]


def test_a_planned_contact_is_held_with_what_was_said(engagement: Engagement, person: MakePerson) -> None:
    officer = person("officer")
    planned = contacts.record_contact(engagement, replace(VISIT, starts_at=NOW), held=False, by=officer, now=NOW)
    assert last(engagement) is None
    with pytest.raises(NotAllowed):
        contacts.hold_contact(planned, summary="", seen_revision=1, by=officer, now=NOW - timedelta(hours=1))
    held = contacts.hold_contact(planned, summary="They want two depots.", seen_revision=1, by=officer, now=NOW)
    assert (held.state, held.summary, last(engagement)) == ("held", "They want two depots.", date(2026, 11, 22))
    with pytest.raises(AlreadyOver):
        contacts.call_off_contact(held, reason="rain", seen_revision=2, by=officer)


def test_a_contact_is_called_off_with_a_reason_and_then_rests(engagement: Engagement, person: MakePerson) -> None:
    officer = person("officer")
    planned = contacts.record_contact(engagement, VISIT, held=False, by=officer, now=NOW)
    with pytest.raises(ReasonMissing):
        contacts.call_off_contact(planned, reason="", seen_revision=1, by=officer)
    with pytest.raises(StaleEdit):
        contacts.call_off_contact(planned, reason="typhoon", seen_revision=7, by=officer)
    assert contacts.call_off_contact(planned, reason="typhoon", seen_revision=1, by=officer).state == ContactState.CALLED_OFF
    with pytest.raises(AlreadyOver):
        contacts.edit_contact(planned, VISIT, seen_revision=2, by=officer, now=NOW)


def test_what_cannot_be_is_refused_all_at_once(engagement: Engagement, person: MakePerson) -> None:
    wrong = replace(VISIT, title=" ", starts_at=NOW + timedelta(days=1), ends_at=NOW)
    with pytest.raises(NotAllowed) as refused:
        contacts.record_contact(engagement, wrong, held=True, by=person("officer"), now=NOW)
    codes = [finding.code for finding in refused.value.findings]
    assert codes == ["contact.no-title", "contact.held-ahead", "contact.ends-before-it-begins"]


def test_a_contact_about_a_request_needs_no_engagement_and_anothers_file_is_closed(
    engagement: Engagement, person: MakePerson
) -> None:
    owner, other = person("officer", name="owner"), person("officer", name="other")
    request = SharingRequest.objects.all()[0]
    assert contacts.record_contact(request, VISIT, held=True, by=other, now=NOW).sharing_request == request
    Engagement.objects.filter(pk=engagement.pk).update(owner=owner)
    with pytest.raises(NotOwnFile):
        contacts.record_contact(Engagement.objects.get(pk=engagement.pk), VISIT, held=True, by=other, now=NOW)


def test_two_contacts_recorded_at_once_wait_for_each_other_before_they_are_counted(
    engagement: Engagement, person: MakePerson
) -> None:
    with CaptureQueriesContext(connection) as asked:
        contacts.record_contact(engagement, VISIT, held=True, by=person("officer"), now=NOW)
    said = [query["sql"] for query in asked.captured_queries]
    locks = next(number for number, sql in enumerate(said) if "engagements_engagement" in sql and "FOR NO KEY UPDATE" in sql)
    assert locks < next(number for number, sql in enumerate(said) if "MAX(" in sql)
