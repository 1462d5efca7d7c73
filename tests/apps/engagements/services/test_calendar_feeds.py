"""The private calendar address: a new one ends the old, and revoking ends all."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from seoulution.apps.engagements.calendar_feeds import feed_of
from seoulution.apps.engagements.models import CalendarFeed
from seoulution.apps.engagements.services.calendar_feeds import FEED_DAYS, issue_feed, revoke_feed

pytestmark = pytest.mark.django_db


def test_a_new_address_ends_the_old_and_only_its_hash_is_kept(person: Callable[..., Any]) -> None:
    user, now = person("officer"), timezone.now()
    first = issue_feed(by=user, now=now)
    second = issue_feed(by=user, now=now)
    assert feed_of(first, now=now) is None
    feed = feed_of(second, now=now)
    assert feed is not None and feed.user == user and feed.expires_at == now + timedelta(days=FEED_DAYS)
    assert second not in {row.token_hash for row in CalendarFeed.objects.all()} and len(second) == 43


def test_revoked_is_over_and_there_may_have_been_none(person: Callable[..., Any]) -> None:
    user, now = person("officer"), timezone.now()
    assert not revoke_feed(by=user, now=now)
    token = issue_feed(by=user, now=now)
    assert revoke_feed(by=user, now=now) and feed_of(token, now=now) is None
