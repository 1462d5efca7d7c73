"""How a person's name is written."""

import re
from collections.abc import Collection, Mapping
from typing import Final

from seoulution.apps.accounts.models import User

_HANGUL: Final = re.compile("^[가-힣]+$")


def name_of(user: User | None) -> str:
    """The name of a person, a Korean one with the family name first and unparted; the account's where none is given."""
    if user is None:
        return ""
    if _HANGUL.match(user.last_name) and _HANGUL.match(user.first_name):
        return f"{user.last_name}{user.first_name}"
    return user.get_full_name() or user.username


def names_of(usernames: Collection[str]) -> Mapping[str, str]:
    """The same for accounts known by their username alone, as histories keep them; who has no account is left out."""
    return {user.username: name_of(user) for user in User.objects.filter(username__in=usernames)} if usernames else {}
