"""Digests: what a person was told goes into one mail for a day or an hour, says why it came, and can be muted one by one."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Final

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from seoulution.apps.accounts.models import User
from seoulution.apps.correspondence.kinds import NOTICES
from seoulution.apps.correspondence.models import DigestChoice, Mute, Notice, OutgoingMail, Rhythm
from seoulution.apps.correspondence.services.sending import queue_mail

DAILY_AT: Final = time(8)
MOST: Final = 100
"""Notices written out in one digest; how many more there are is said."""


@dataclass(frozen=True, slots=True)
class Item:
    """A notice in words, in the language that is active."""

    says: str
    why: str


Wording = Callable[[Notice], Item]
Reach = Callable[[User, Sequence[Notice]], Collection[int]]
"""The ids of those notices that a person may still read: a file may have become closed to them since."""


def slot_of(rhythm: Rhythm, now: datetime) -> tuple[str, datetime] | None:
    """The slot that has begun last, as a code and a time: a digest holds what was told before it. None: no digest is wanted."""
    local = timezone.localtime(now)
    if rhythm == Rhythm.HOURLY:
        begun = local.replace(minute=0, second=0, microsecond=0)
        return f"{begun:%Y-%m-%dT%H}", begun
    if rhythm == Rhythm.DAILY:
        begun = local.replace(hour=DAILY_AT.hour, minute=DAILY_AT.minute, second=0, microsecond=0)
        begun = begun if begun <= local else begun - timedelta(days=1)
        return f"{begun:%Y-%m-%d}", begun
    return None


def write_digests(now: datetime, *, wording: Wording, may_read: Reach) -> int:
    """The digests that are due, one for each person and slot. Run again for the same slot, it writes none. Returns how many were written."""
    waiting = Notice.objects.filter(mail=None, mail_skipped=False, at__lt=now)
    people = User.objects.filter(pk__in=waiting.values("user")).select_related("digest_choice").order_by("pk")
    return sum(write_digest(person, now, wording=wording, may_read=may_read) is not None for person in people)


@transaction.atomic
def write_digest(user: User, now: datetime, *, wording: Wording, may_read: Reach) -> OutgoingMail | None:
    """One person's digest of the slot that has begun; None where there is nothing to say, or it is written already."""
    User.objects.select_for_update(no_key=True).get(pk=user.pk)  # two workers write one digest
    slot = slot_of(rhythm_of(user), now)
    waiting = Notice.objects.filter(user=user, mail=None, mail_skipped=False, at__lt=slot[1] if slot else now)
    if slot is None or not user.is_active or not _has_address(user):
        waiting.update(mail_skipped=True)
        return None
    code, _begun = slot
    key = f"digest:{user.pk}:{code}"
    if OutgoingMail.objects.filter(key=key).exists():
        return None
    rows = list(waiting.order_by("at", "id"))
    told = _to_mail(user, rows, may_read)
    Notice.objects.filter(pk__in={row.pk for row in rows} - {row.pk for row in told}).update(mail_skipped=True)
    if not told:
        return None
    mail = _written(user, key, told, wording)
    Notice.objects.filter(pk__in=[row.pk for row in told]).update(mail=mail)
    return mail


def rhythm_of(user: User) -> Rhythm:
    """What the person chose; daily where they chose nothing."""
    chosen = DigestChoice.objects.filter(user=user).first()
    return Rhythm(chosen.rhythm) if chosen else Rhythm.DAILY


@transaction.atomic
def choose_rhythm(user: User, rhythm: Rhythm) -> None:
    """How often at most the person wants a digest."""
    DigestChoice.objects.update_or_create(user=user, defaults={"rhythm": rhythm})


def _has_address(user: User) -> bool:
    try:
        validate_email(user.email)
    except ValidationError:
        return False
    return True


def _to_mail(user: User, rows: Sequence[Notice], may_read: Reach) -> list[Notice]:
    mutes = list(Mute.objects.filter(user=user))
    kinds = {mute.kind for mute in mutes if mute.kind}
    records = {(mute.about, mute.about_code) for mute in mutes if mute.about}
    readable = set(may_read(user, rows))
    return [
        row
        for row in rows
        if row.pk in readable
        and row.read_at is None
        and row.kind in NOTICES
        and NOTICES[row.kind].mailed
        and row.kind not in kinds
        and (row.about, row.about_code) not in records
    ]


def _written(user: User, key: str, rows: Sequence[Notice], wording: Wording) -> OutgoingMail:
    language = user.language if user.language in ("ko", "en") else settings.LANGUAGE_CODE
    with override(language):
        subject = ngettext("Seoulution: %(count)s notice", "Seoulution: %(count)s notices", len(rows)) % {"count": len(rows)}
        parts = [_part(row, wording(row)) for row in rows[:MOST]]
        if len(rows) > MOST:
            parts.append(
                _("%(count)s more are listed in the office.") % {"count": len(rows) - MOST} + f"\n{_at('/office/notices/')}"
            )
        return queue_mail(
            key=key,
            to=user.email,
            user=user,
            language=language,
            subject=subject,
            body="\n\n".join([_("What you have not read yet:"), *parts]),
            why=_("You receive this digest because you have an account here. Choose how often it comes: %(address)s")
            % {"address": _at("/office/notices/settings/")},
        )


def _part(row: Notice, item: Item) -> str:
    mute_kind = _at(f"/office/notices/mute/?kind={row.kind}")
    mute_record = _at(f"/office/notices/mute/?notice={row.pk}")
    return "\n".join(
        (
            f"* {' '.join(item.says.split())}",
            f"  {_at(row.path)}",
            "  " + _("It came %(why)s.") % {"why": item.why},
            "  " + _("No more mail of this kind: %(address)s") % {"address": mute_kind},
            "  " + _("No more mail about this file: %(address)s") % {"address": mute_record},
        )
    )


def _at(path: str) -> str:
    return settings.SITE_ADDRESS + path


@transaction.atomic
def mark_read(user: User, notices: Collection[int] | None = None) -> int:
    """Some of the person's notices, or all that are unread. Returns how many were unread."""
    rows = Notice.objects.filter(user=user, read_at=None)
    chosen = rows if notices is None else rows.filter(pk__in=notices)
    return chosen.update(read_at=timezone.now())


@transaction.atomic
def mute(user: User, *, kind: str = "", about: str = "", about_code: str = "") -> Mute:
    """No mail of this kind, or none about this record; notices go on standing in the office.

    raises ValueError : it names nothing
    """
    if not (kind or (about and about_code)):
        raise ValueError("a mute names a kind or a record")
    row, _is_new = Mute.objects.get_or_create(user=user, kind=kind, about=about, about_code=about_code)
    return row


@transaction.atomic
def unmute(user: User, pk: int) -> bool:
    """The person wants that mail again; False when it was not muted."""
    return Mute.objects.filter(Q(user=user), pk=pk).delete()[0] > 0
