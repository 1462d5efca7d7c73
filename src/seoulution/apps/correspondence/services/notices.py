"""Telling a person: a notice stands in the office at once; whether it is also mailed is the digest's business."""

import hashlib
from collections.abc import Collection
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from django.db import transaction
from django.utils import timezone

from seoulution.apps.accounts.models import User
from seoulution.apps.correspondence.kinds import NOTICES, WHYS
from seoulution.apps.correspondence.models import Notice

LONGEST_KEY: Final = 200
"""What the column holds."""


@transaction.atomic
def tell(
    user: User, *, kind: str, key: str, about: str, about_code: str, path: str, why: str, **parameters: object
) -> Notice | None:
    """Tells a person once: the same key again changes nothing. Who may no longer sign in is told nothing.

    key : what makes it this news and no other, such as `paper-to-sign:12:2`
    path : where it is read; parameters : what its sentence says (days as dates, codes as codes, never words of one language)
    raises ValueError : kind, reason or path is not known, or a parameter of the sentence is missing
    """
    _checked(kind, about, path, why, parameters)
    if not user.is_active:
        return None
    notice, _ = Notice.objects.get_or_create(
        user=user,
        key=_fitting(key),
        defaults={
            "kind": kind,
            "about": about,
            "about_code": about_code,
            "path": path,
            "why": why,
            "parameters": {name: _plain(value) for name, value in parameters.items()},
        },
    )
    return notice


@transaction.atomic
def settled(users: Collection[int], keys: Collection[str]) -> int:
    """What was told under these keys needs nobody any more: it counts as read, and no digest repeats it."""
    rows = Notice.objects.filter(user__in=users, key__in=[_fitting(key) for key in keys], read_at=None)
    return rows.update(read_at=timezone.now())


def _fitting(key: str) -> str:
    """As the column holds it: of a longer key a digest stands for its end, so that two that begin alike stay two."""
    if len(key) <= LONGEST_KEY:
        return key
    digest = hashlib.sha256(key.encode()).hexdigest()
    return f"{key[: LONGEST_KEY - len(digest) - 1]}:{digest}"


def _checked(kind: str, about: str, path: str, why: str, parameters: dict[str, object]) -> None:
    if kind not in NOTICES:
        raise ValueError(f"{kind!r} is no kind of notice: add it to correspondence/kinds.py with its words")
    if why not in WHYS:
        raise ValueError(f"{why!r} is no reason to be told: add it to correspondence/kinds.py with its words")
    if not path.startswith("/") or path.startswith("//"):
        raise ValueError(f"{path!r} is no path of this site")
    if not about:
        raise ValueError("it is not said what kind of record this is about")
    missing = [name for name in NOTICES[kind].says if name not in parameters]
    if missing:
        raise ValueError(f"the sentence of {kind} needs {', '.join(missing)}")


def _plain(value: object) -> str:
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, date | datetime):
        return value.isoformat()
    return str(value)
