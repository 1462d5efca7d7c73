"""What changes the private calendar address: a new one, which ends the old, and revoking it."""

from datetime import datetime, timedelta
from typing import Final

import pghistory
from django.db import transaction

from seoulution.apps.accounts.models import User
from seoulution.apps.demand.links import new_token, token_hash
from seoulution.apps.engagements.models import CalendarFeed

FEED_DAYS: Final = 365


@transaction.atomic
def issue_feed(*, by: User, now: datetime) -> str:
    """A new address for the person's own calendar; returns its token, which is kept nowhere. The old one ends at once."""
    with pghistory.context(reason="calendar address issued", by=by.username):
        _revoke(by, now)
        token = new_token()
        CalendarFeed.objects.create(
            user=by, token_hash=token_hash(token), issued_at=now, expires_at=now + timedelta(days=FEED_DAYS)
        )
    return token


@transaction.atomic
def revoke_feed(*, by: User, now: datetime) -> bool:
    """Ends the address; whether there was one."""
    with pghistory.context(reason="calendar address revoked", by=by.username):
        return _revoke(by, now)


def _revoke(user: User, now: datetime) -> bool:
    rows = CalendarFeed.objects.select_for_update().filter(user=user, revoked_at=None)
    return bool(CalendarFeed.objects.filter(pk__in=[row.pk for row in rows]).update(revoked_at=now))
