"""Who may say that past needs teach the search, and how it is taken back."""

import pghistory
from django.db import transaction

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.rights import required
from seoulution.apps.accounts.roles import Permission
from seoulution.apps.catalogue.refusals import Refused
from seoulution.apps.demand.models import SharingRequest
from seoulution.apps.demand.services import StaleEdit
from seoulution.apps.matching.models import Passage
from seoulution.apps.matching.upkeep import refresh_in_background
from seoulution.engine.matching.learning import learning_finding
from seoulution.formats.cleaning import clean_text


@transaction.atomic
def let_learn(request: SharingRequest, *, allowed: bool, reason: str, seen_revision: int, by: User) -> SharingRequest:
    """Whether the needs of a request may teach the search of solutions; an officer says so, with a reason, and can take it back.

    Taken back, they count no more from the next search on; their vectors go when the index is next laid.
    """
    required(by, Permission.WORK_REQUESTS)
    current = SharingRequest.objects.select_for_update().get(pk=request.pk)
    if current.revision != seen_revision:
        raise StaleEdit(current)
    finding = learning_finding(reason, subject=current.code)
    if finding is not None:
        raise Refused((finding,))
    with pghistory.context(reason="may be learnt from" if allowed else "may not be learnt from", by=by.username):
        current.may_be_learnt_from = allowed
        current.learning_reason = clean_text(reason)
        current.revision += 1
        current.save(update_fields=["may_be_learnt_from", "learning_reason", "revision"])
        if not allowed and not current.text_is_reported:
            Passage.objects.filter(need__sharing_request=current).delete()
    refresh_in_background()
    return current
