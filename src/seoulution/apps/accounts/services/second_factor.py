"""The second factor: a code from a device, good once, and recovery codes for the day the device is lost."""

import hashlib
import secrets
import time
from collections.abc import Sequence
from typing import Any, Final

import pghistory
from allauth.mfa import app_settings
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.db import transaction
from django.utils import timezone

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.sealing import seal, unseal
from seoulution.apps.accounts.services.sessions import end_all_sessions

RECOVERY_CODES: Final = 10
_CLOCKS_APART: Final = 1
"""How many steps of thirty seconds a device's clock may differ, either way."""


@transaction.atomic
def set_up_second_factor(user: User, *, secret: str, code: str) -> Sequence[str] | None:
    """The device is kept once it has shown a right code. Returns the recovery codes, shown this once; None: the code was wrong.

    Every session of the person ends; the page that asked keeps its own.
    """
    counter = _fitting(secret, code, after=-1)
    if counter is None:
        return None
    Authenticator.objects.filter(user=user).delete()
    Authenticator.objects.create(user=user, type=Authenticator.Type.TOTP, data={"secret": seal(secret), "counter": counter})
    end_all_sessions(user)
    return _new_codes(user)


@transaction.atomic
def prove_second_factor(user: User, code: str) -> bool:
    """Whether a code opens: the device's, later than any used before, or a recovery code not used yet. Both are good once."""
    rows = {row.type: row for row in Authenticator.objects.select_for_update().filter(user=user)}
    device, recovery = rows.get(Authenticator.Type.TOTP), rows.get(Authenticator.Type.RECOVERY_CODES)
    if device is not None:
        counter = _fitting(unseal(device.data["secret"]), code, after=device.data["counter"])
        if counter is not None:
            return _used(device, {**device.data, "counter": counter})
    if recovery is not None and (digest := _digest(code)) in recovery.data["digests"]:
        return _used(recovery, {"digests": [kept for kept in recovery.data["digests"] if kept != digest]})
    return False


@transaction.atomic
def renew_recovery_codes(user: User) -> Sequence[str]:
    """Ten new ones, shown this once; the old ones end."""
    return _new_codes(user)


@transaction.atomic
def remove_second_factor(user: User, *, by: User, reason: str = "") -> None:
    """For a lost device, or to begin anew; every session of the person ends."""
    with pghistory.context(reason=reason or "second factor removed", by=by.username):
        Authenticator.objects.filter(user=user).delete()
        end_all_sessions(user)


def has_second_factor(user: User) -> bool:
    """Whether a device is set up."""
    return bool(Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).exists())


def recovery_codes_left(user: User) -> int:
    """How many were not used yet."""
    row = Authenticator.objects.filter(user=user, type=Authenticator.Type.RECOVERY_CODES).first()
    return len(row.data["digests"]) if row else 0


def _new_codes(user: User) -> list[str]:
    codes = ["-".join(secrets.token_hex(2) for _ in range(5)) for _ in range(RECOVERY_CODES)]
    Authenticator.objects.update_or_create(
        user=user,
        type=Authenticator.Type.RECOVERY_CODES,
        defaults={"data": {"digests": [_digest(code) for code in codes]}, "last_used_at": None},
    )
    return codes


def _used(row: Authenticator, data: dict[str, Any]) -> bool:
    row.data, row.last_used_at = data, timezone.now()
    row.save(update_fields=["data", "last_used_at"])
    return True


def _fitting(secret: str, code: str, *, after: int) -> int | None:
    """The step of time whose code this is, if it is near enough and later than `after`."""
    written, now = "".join(code.split()), int(time.time()) // app_settings.TOTP_PERIOD
    for counter in range(max(now - _CLOCKS_APART, after + 1), now + _CLOCKS_APART + 1):
        if secrets.compare_digest(format_hotp_value(hotp_value(secret, counter)).encode(), written.encode()):
            return counter
    return None


def _digest(code: str) -> str:
    """80 random bits need no slow hash."""
    return hashlib.sha256("".join(c for c in code.lower() if c.isalnum()).encode()).hexdigest()
