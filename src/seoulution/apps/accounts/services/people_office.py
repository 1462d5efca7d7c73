"""What a manager does with people's accounts: each verb asks for the right itself and keeps who did it and why."""

import pghistory
from django.db import transaction

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.queries import prepared_for
from seoulution.apps.accounts.rights import PersonRefused, required
from seoulution.apps.accounts.roles import ROLES, Permission, Role
from seoulution.apps.accounts.services.people import change_role, ensure_person, issue_one_time_password
from seoulution.apps.accounts.services.second_factor import remove_second_factor
from seoulution.apps.accounts.services.sessions import end_all_sessions
from seoulution.engine.findings import Finding
from seoulution.formats.cleaning import clean_text


@transaction.atomic
def add_person(username: str, *, role: type[Role], name: str, email: str, by: User) -> tuple[User, str]:
    """A new account with a one-time password, shown once. The address is what the city hall's own sign-in is matched by."""
    required(by, Permission.MANAGE_PEOPLE)
    if User.objects.filter(username__iexact=username).exists():
        raise PersonRefused([Finding("access.name-taken", subject=username)])
    _refuse_taken_address(email, besides=None)
    _refuse_public(role)
    with pghistory.context(reason="account made", by=by.username):
        user, password = ensure_person(username, role=role, name=clean_text(name).strip()[:150])
        user.email = email.strip().lower()
        user.save(update_fields=["email"])
    return user, password or ""


def give_role(user: User, *, role: type[Role], reason: str, by: User) -> bool:
    """Another role, with the reason; nobody changes the own."""
    said = _asked(user, by=by, reason=reason)
    _refuse_public(role)
    return change_role(user, role=role, reason=said, by=by.username)


@transaction.atomic
def set_active(user: User, *, active: bool, reason: str, by: User) -> None:
    """Closes an account or opens it again; closing ends all its sessions at once, and one whose address another
    has taken meanwhile stays closed. The record of what it did stays."""
    said = _asked(user, by=by, reason=reason)
    if active:
        _refuse_taken_address(user.email, besides=user)
    with pghistory.context(reason=said, by=by.username):
        user.is_active = active
        user.save(update_fields=["is_active"])
        end_all_sessions(user)


@transaction.atomic
def set_address(user: User, email: str, *, by: User) -> None:
    """The address for mail and for the city hall's own sign-in; no two open accounts share one."""
    required(by, Permission.MANAGE_PEOPLE)
    _refuse_taken_address(email, besides=user)
    with pghistory.context(reason="address changed", by=by.username):
        user.email = email.strip().lower()
        user.save(update_fields=["email"])


@transaction.atomic
def give_one_time_password(user: User, *, reason: str, by: User) -> str:
    """For somebody locked out: the old password and all sessions end."""
    said = _asked(user, by=by, reason=reason)
    with pghistory.context(reason=said, by=by.username):
        return issue_one_time_password(user)


def take_second_factor(user: User, *, reason: str, by: User) -> None:
    """For a lost device: the person signs in by password and sets up a new one."""
    remove_second_factor(user, by=by, reason=_asked(user, by=by, reason=reason))


def _asked(user: User, *, by: User, reason: str) -> str:
    required(by, Permission.MANAGE_PEOPLE)
    said = clean_text(reason).strip()
    findings = []
    if user.pk == by.pk:
        findings.append(Finding("access.own-account"))
    if not said:
        findings.append(Finding("access.reason-missing"))
    if findings:
        raise PersonRefused(findings)
    return said


def _refuse_public(role: type[Role]) -> None:
    if role.code == "public" or role.code not in ROLES:
        raise PersonRefused([Finding("access.role-unknown", subject=role.code)])


def _refuse_taken_address(email: str, *, besides: User | None) -> None:
    holder = prepared_for([email]) if email.strip() else None
    if holder is not None and (besides is None or holder.pk != besides.pk):
        raise PersonRefused([Finding("access.address-taken", subject=email)])
