"""How many papers wait for whoever reads the page, beside the entry that leads to them."""

from collections.abc import Mapping
from typing import Any, Final

from django.db.models import Count
from django.utils import timezone

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.roles import Permission
from seoulution.apps.engagements.signing import waiting_signatures
from seoulution.apps.prepared import A_DAY, A_KEY, Prepared

AUDIENCES: Final = frozenset({"office", "bureaus"})
_WAITING: Final = Prepared(
    lambda user, today: (
        waiting_signatures(User(pk=user), today)
        .order_by()
        .values("verdict")
        .annotate(papers=Count("case", distinct=True))
        .values_list("papers")
    ),
    user=A_KEY,
    today=A_DAY,
)
"""One row where anything waits; the verdict is empty in all of them, so that they are one group."""


def waiting_counts(user: Any, audience: str) -> Mapping[str, int]:
    """Papers that wait for the person's signature; nothing for who signs nothing."""
    if audience not in AUDIENCES or not isinstance(user, User) or not user.may(Permission.SIGN_PAPERS):
        return {}
    found = _WAITING(user=user.pk, today=timezone.localdate())
    return {f"{audience}:signing": found[0][0] if found else 0}
