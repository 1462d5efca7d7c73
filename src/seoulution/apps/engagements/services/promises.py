"""What changes the promise ledger."""

from datetime import date

import pghistory
from django.db import transaction

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.roles import Permission
from seoulution.apps.engagements.models import Engagement, Promise
from seoulution.apps.engagements.services.rights import AlreadyOver, may_work, reasoned, required
from seoulution.apps.network.models import Agency
from seoulution.formats.cleaning import clean_text


@transaction.atomic
def record_promise(
    engagement: Engagement,
    *,
    text: str,
    promised_by: str,
    promised_to: str,
    by: User,
    occasion: str = "",
    responsible: Agency | None = None,
    due_on: date | None = None,
) -> Promise:
    """A word given in an engagement, with whoever records it as its keeper."""
    may_work(by, engagement)
    with pghistory.context(reason="promise recorded", by=by.username):
        return Promise.objects.create(
            engagement=engagement,
            text=clean_text(text),
            promised_by=clean_text(promised_by)[:200],
            promised_to=clean_text(promised_to)[:200],
            occasion=clean_text(occasion)[:300],
            owner=by,
            responsible=responsible,
            due_on=due_on,
        )


@transaction.atomic
def keep_promise(promise: Promise, *, by: User, today: date) -> Promise:
    """The promise was kept today."""
    current = _open_promise(promise, by)
    with pghistory.context(reason="promise kept", by=by.username):
        current.kept_on = today
        current.save(update_fields=["kept_on"])
    return current


@transaction.atomic
def reopen_promise(promise: Promise, *, by: User) -> Promise:
    """Undo of `keep_promise`."""
    required(by, Permission.WORK_ENGAGEMENTS)
    current = Promise.objects.select_for_update().get(pk=promise.pk)
    with pghistory.context(reason="promise opened again", by=by.username):
        current.kept_on = None
        current.save(update_fields=["kept_on"])
    return current


@transaction.atomic
def release_promise(promise: Promise, *, reason: str, by: User) -> Promise:
    """The one it was given to no longer waits for it; the reason stays on record."""
    said = reasoned(reason)
    current = _open_promise(promise, by)
    with pghistory.context(reason=said, by=by.username):
        current.closed_reason = said
        current.save(update_fields=["closed_reason"])
    return current


def _open_promise(promise: Promise, by: User) -> Promise:
    required(by, Permission.WORK_ENGAGEMENTS)
    current = Promise.objects.select_for_update().get(pk=promise.pk)
    if current.kept_on is not None or current.closed_reason:
        raise AlreadyOver("the promise is closed")
    return current
