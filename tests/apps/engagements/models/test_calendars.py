"""The private calendar address: one that stands for each person, dated, and no token in the history."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction
from django.utils import timezone

from seoulution.apps.engagements.models import CalendarFeed

pytestmark = pytest.mark.django_db
Person = Callable[..., Any]


def test_a_person_has_one_standing_feed_and_any_number_of_revoked_ones(person: Person) -> None:
    user, now = person("officer"), timezone.now()
    until = now + timedelta(days=365)
    CalendarFeed.objects.create(user=user, token_hash="a", issued_at=now, expires_at=until, revoked_at=now)
    CalendarFeed.objects.create(user=user, token_hash="b", issued_at=now, expires_at=until)
    with pytest.raises(IntegrityError), transaction.atomic():
        CalendarFeed.objects.create(user=user, token_hash="c", issued_at=now, expires_at=until)


def test_a_feed_expires_after_it_was_issued(person: Person) -> None:
    now = timezone.now()
    with pytest.raises(IntegrityError), transaction.atomic():
        CalendarFeed.objects.create(user=person("officer"), token_hash="a", issued_at=now, expires_at=now)


def test_the_history_keeps_no_hash() -> None:
    event = apps.get_model("engagements.CalendarFeedEvent")
    assert "token_hash" not in {field.name for field in event._meta.get_fields()}
