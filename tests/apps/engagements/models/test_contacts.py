"""Contacts: about something, latest first, people by side."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from seoulution.apps.engagements.models import Contact, Engagement
from seoulution.engine.engagements.codes import ContactKind, Side

pytestmark = pytest.mark.django_db


def test_a_contact_is_about_an_engagement_a_request_or_a_city() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Contact.objects.create(kind=ContactKind.CALL, title="about nothing", starts_at=timezone.now())


def test_contacts_read_latest_first_and_people_ours_before_theirs() -> None:
    engagement, now = Engagement.objects.get(code="metro-manila-transport-advice"), timezone.now()
    older = Contact.objects.create(engagement=engagement, kind=ContactKind.CALL, title="a call", starts_at=now)
    newer = Contact.objects.create(
        engagement=engagement, kind=ContactKind.VISIT, title="a visit", starts_at=now + timedelta(days=1)
    )
    assert list(engagement.contacts.all()) == [newer, older]
    newer.people.create(side=Side.THEIRS, name="A. Reyes", post="Director", body="MMDA")
    newer.people.create(side=Side.OURS, name="김서울")
    assert [(who.side, str(who)) for who in newer.people.all()] == [(Side.OURS, "김서울"), (Side.THEIRS, "A. Reyes")]
