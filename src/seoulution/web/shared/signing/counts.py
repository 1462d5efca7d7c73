"""How many papers wait for whoever reads the page, beside the entry that leads to them."""

from collections.abc import Mapping
from typing import Any, Final

from django.utils import timezone

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.roles import Permission
from seoulution.apps.engagements.signing import waiting_signatures

AUDIENCES: Final = frozenset({"office", "bureaus"})


def waiting_counts(user: Any, audience: str) -> Mapping[str, int]:
    """Papers that wait for the person's signature; nothing for who signs nothing."""
    if audience not in AUDIENCES or not isinstance(user, User) or not user.may(Permission.SIGN_PAPERS):
        return {}
    return {f"{audience}:signing": waiting_signatures(user, timezone.localdate()).values("case").distinct().count()}
