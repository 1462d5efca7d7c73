"""What changes results: only the city confirms one, and a person of the office records that it did."""

from datetime import date

import pghistory
from django.db import transaction

from seoulution.apps.accounts.models import User
from seoulution.apps.engagements.services.rights import AlreadyOver, may_work
from seoulution.apps.outcomes.models import Result
from seoulution.formats.cleaning import clean_text


@transaction.atomic
def confirm_result(result: Result, *, confirmed_by: str, confirmed_on: date, by: User) -> Result:
    """The city said that this is what changed.

    raises PermissionDenied, NotOwnFile, AlreadyOver : nothing was written
    """
    may_work(by, result.engagement)
    stored = Result.objects.select_for_update().get(pk=result.pk)
    if stored.confirmed_on is not None:
        raise AlreadyOver("the result is confirmed")
    with pghistory.context(reason="confirmed by the city", by=by.username):
        stored.confirmed_by, stored.confirmed_on = clean_text(confirmed_by).strip()[:200], confirmed_on
        stored.save(update_fields=["confirmed_by", "confirmed_on"])
    return stored
