"""Telling a person: a notice stands in the office at once; whether it is also mailed is the digest's business."""

from datetime import date, datetime
from enum import StrEnum

from django.db import transaction

from seoulution.apps.accounts.models import User
from seoulution.apps.correspondence.kinds import NOTICES, WHYS
from seoulution.apps.correspondence.models import Notice


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
        key=key,
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
