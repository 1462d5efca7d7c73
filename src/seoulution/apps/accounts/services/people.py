"""Accounts: making them, their role, their passwords."""

import secrets

import pghistory
from django.db import transaction

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.roles import Role
from seoulution.apps.accounts.services.sessions import end_all_sessions


def ensure_person(username: str, *, role: type[Role], name: str = "") -> tuple[User, str | None]:
    """The account and, unless its person has chosen a password, a new one-time password."""
    with transaction.atomic():
        user, _ = User.objects.get_or_create(
            username=username, defaults={"role": role.code, "first_name": name, "password_is_one_time": True}
        )
        if not user.password_is_one_time:
            return user, None
        return user, _issue(user)


def change_role(user: User, *, role: type[Role], reason: str, by: str) -> bool:
    """Another role for an account, with who gave it and why in its history; False when it has that role already.

    Every session under the old role ends at once.
    by : the name of who gave it; the command line has no account of its own
    """
    with transaction.atomic(), pghistory.context(reason=reason, by=by):
        current = User.objects.select_for_update().get(pk=user.pk)
        if current.role == role.code:
            return False
        user.role = role.code
        user.save(update_fields=["role"])
        end_all_sessions(user)
        return True


def issue_one_time_password(user: User) -> str:
    """For someone locked out: the old password ends, every session ends, the new one serves to choose an own."""
    return _issue(user)


def choose_password(user: User, password: str) -> None:
    """The person's own password; the one-time one is over."""
    user.set_password(password)
    user.password_is_one_time = False
    user.save(update_fields=["password", "password_is_one_time"])


def choose_language(user: User, language: str) -> None:
    """The language of the person's pages and mails."""
    user.language = language
    user.save(update_fields=["language"])


def _issue(user: User) -> str:
    password = "-".join(secrets.token_hex(3) for _ in range(4))
    user.set_password(password)
    user.password_is_one_time = True
    user.save(update_fields=["password", "password_is_one_time"])
    return password
