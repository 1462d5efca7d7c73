"""Mail that leaves, one state after the other: what a kill leaves in between is neither repeated nor dropped but held for a person."""

import uuid
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from django.core.exceptions import PermissionDenied
from django.core.validators import validate_email
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from procrastinate.contrib.django import app as jobs

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.roles import ROLES, Permission
from seoulution.apps.correspondence.models import MailState, OutgoingMail
from seoulution.apps.correspondence.services.notices import tell
from seoulution.apps.correspondence.transports import NobodyKnows, NotTaken, Transport
from seoulution.config.mail import mail_from
from seoulution.formats.cleaning import clean_text

WAITS: Final = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 240, 720, 1440))
"""How long to wait after each clear refusal that may pass; after the last one the mail has failed."""
GRACE: Final = timedelta(seconds=10)
"""A mail in `sending` younger than this may still be about to be spoken of."""
DECIDABLE: Final = frozenset({MailState.HELD, MailState.FAILED})


class NotToDecide(ValueError):
    """The mail is in a state in which nobody has anything to decide. Nothing was written."""


@transaction.atomic
def queue_mail(
    *,
    key: str,
    to: str,
    subject: str,
    body: str,
    why: str,
    language: str,
    user: User | None = None,
    about: str = "",
    about_code: str = "",
) -> OutgoingMail:
    """Puts a mail into the outbox, once for its key; it leaves after the work around it has committed.

    about, about_code : the record it belongs to (`request`, `engagement`): an answer to the mail is suggested for that file
    raises ValidationError : `to` is no address; ValueError : the subject would break out of its line, or has no words
    """
    validate_email(to)
    line = clean_text(subject).strip()
    if not line or "\n" in line:
        raise ValueError("a subject is one line of words")
    mail, is_new = OutgoingMail.objects.get_or_create(
        key=key,
        defaults={
            "to": to,
            "user": user,
            "language": language,
            "subject": line[:300],
            "body": clean_text(body),
            "why": " ".join(clean_text(why).split())[:500],
            "about": about,
            "about_code": about_code,
            "message_id": f"<{uuid.uuid4().hex}@{mail_from().rpartition('@')[2]}>",
        },
    )
    if is_new:
        put_in_line(mail)
    return mail


def put_in_line(mail: OutgoingMail) -> None:
    """A job for it, committed with it. Were the job lost, the next look at what is due would find the mail."""
    jobs.configure_task("send_mail").defer(mail=mail.pk)


def due(now: datetime) -> Sequence[int]:
    """Mails that may leave now, oldest first."""
    waiting = OutgoingMail.objects.filter(Q(not_before=None) | Q(not_before__lte=now), state=MailState.QUEUED)
    return list(waiting.order_by("queued_at", "id").values_list("pk", flat=True))


def send(pk: int, by_way_of: Transport) -> str | None:
    """Sends one mail if it may leave now; says its state afterwards, None if it was another's or not due.

    `sending` commits before the server is spoken to. While it is spoken to, this process holds the row: who finds a mail in
    `sending` and can lock it knows that its process is gone.
    """
    attempt = _begun(pk, timezone.now())
    return None if attempt is None else _spoken(pk, attempt, by_way_of)


def _begun(pk: int, now: datetime) -> int | None:
    with transaction.atomic(durable=True):
        rows = OutgoingMail.objects.select_for_update(skip_locked=True, no_key=True)
        mail = rows.filter(Q(not_before=None) | Q(not_before__lte=now), pk=pk, state=MailState.QUEUED).first()
        if mail is None:
            return None
        mail.state, mail.sending_at, mail.attempts = MailState.SENDING, now, mail.attempts + 1
        mail.save(update_fields=["state", "sending_at", "attempts"])
        return mail.attempts


def _spoken(pk: int, attempt: int, by_way_of: Transport) -> str | None:
    with transaction.atomic(durable=True):
        # Held by somebody who looked in the moment between: it was not spoken of yet, so it is still ours to send.
        own = OutgoingMail.objects.select_for_update(no_key=True)
        mail = own.filter(pk=pk, attempts=attempt, state__in=[MailState.SENDING, MailState.HELD]).first()
        if mail is None:
            return None
        try:
            by_way_of.send(mail)
        except NotTaken as no:
            _refused(mail, no)
        except NobodyKnows as silence:
            _held(mail, str(silence))
        else:
            mail.state, mail.sent_at, mail.last_error = MailState.SENT, timezone.now(), ""
            mail.save(update_fields=["state", "sent_at", "last_error"])
        return str(mail.state)


def _refused(mail: OutgoingMail, no: NotTaken) -> None:
    is_over = no.for_good or mail.attempts > len(WAITS)
    mail.state = MailState.FAILED if is_over else MailState.QUEUED
    mail.not_before = None if is_over else timezone.now() + WAITS[mail.attempts - 1]
    mail.last_error = clean_text(str(no))[:500]
    mail.save(update_fields=["state", "not_before", "last_error"])


def _held(mail: OutgoingMail, why: str) -> None:
    mail.state, mail.last_error = MailState.HELD, clean_text(why)[:500]
    mail.save(update_fields=["state", "last_error"])
    for person in User.objects.filter(role__in=_DECIDERS, is_active=True):
        tell(
            person,
            kind="mail-held",
            key=f"mail-held:{mail.pk}:{mail.attempts}",
            about="mail",
            about_code=str(mail.pk),
            path=f"/office/outbox/{mail.pk}/",
            why="manager",
            subject=mail.subject,
        )


_DECIDERS: Final = [code for code, role in ROLES.items() if Permission.DECIDE_MAIL in role.permissions]


@transaction.atomic
def look_after_the_lost(by_way_of: Transport, *, grace: timedelta = GRACE) -> int:
    """Mails whose process ended while the server was taking them: held for a person, or sent again where that changes nothing."""
    rows = OutgoingMail.objects.select_for_update(skip_locked=True, no_key=True)
    lost = list(rows.filter(state=MailState.SENDING, sending_at__lte=timezone.now() - grace))
    for mail in lost:
        if by_way_of.repeats_safely:
            mail.state = MailState.QUEUED
            mail.save(update_fields=["state"])
        else:
            _held(mail, "")
    return len(lost)


@transaction.atomic
def send_again(mail: OutgoingMail, *, by: User) -> OutgoingMail:
    """A person looked and decides that it should leave, under the same Message-ID.

    raises PermissionDenied, NotToDecide
    """
    stored = _decided(mail, by)
    stored.state, stored.not_before, stored.decision = MailState.QUEUED, None, "again"
    stored.save()
    put_in_line(stored)
    return stored


@transaction.atomic
def drop(mail: OutgoingMail, *, reason: str, by: User) -> OutgoingMail:
    """A person looked and decides that it should not leave (again), and says why.

    raises PermissionDenied, NotToDecide; ValueError : no reason
    """
    words = clean_text(reason).strip()
    if not words:
        raise ValueError("a reason is missing")
    stored = _decided(mail, by)
    stored.state, stored.decision, stored.decision_reason = MailState.DROPPED, "drop", words[:500]
    stored.save()
    return stored


def _decided(mail: OutgoingMail, by: User) -> OutgoingMail:
    if not by.may(Permission.DECIDE_MAIL):
        raise PermissionDenied(Permission.DECIDE_MAIL)
    stored = OutgoingMail.objects.select_for_update().get(pk=mail.pk)
    if stored.state not in DECIDABLE:
        raise NotToDecide(stored.state)
    stored.decided_by, stored.decided_at = by, timezone.now()
    return stored
