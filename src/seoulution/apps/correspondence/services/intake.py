"""Mail that comes in, from a file or a mailbox: kept once, as it came; where it belongs is a person's decision."""

import hashlib

import pghistory
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.roles import Permission
from seoulution.apps.correspondence import originals
from seoulution.apps.correspondence.models import IncomingMail, IncomingState
from seoulution.engine.findings import Finding
from seoulution.formats.cleaning import clean_text
from seoulution.formats.letters import Enclosed, Letter, read_letter


class AlreadyDecided(ValueError):
    """The mail was filed or set aside before. Nothing was written."""


class NoLetter(ValueError):
    """What was given is no letter that can be read; `finding` says why. Nothing was kept."""

    def __init__(self, finding: Finding) -> None:
        self.finding = finding
        super().__init__(finding.code)


def take_in(data: bytes, *, how: str, left_behind: Finding | None = None) -> tuple[IncomingMail, bool]:
    """Keeps a letter; the same letter again is the one on record. Returns the row, and whether it is new.

    left_behind : why only the head of the letter was given (it is too large); said in place of its attachments
    raises NoLetter; NotKept : the disk refuses it, and nothing is kept
    """
    letter = read_letter(data, limit_bytes=settings.ATTACHMENT_LIMIT_BYTES)
    if isinstance(letter, Finding):
        raise NoLetter(letter)
    digest = hashlib.sha256(data).hexdigest()
    known = _known(letter, digest)
    if known is not None:
        return known, False
    taken = IncomingMail.objects.filter(message_id=letter.message_id).exists()
    own_id = letter.message_id if letter.message_id and not taken else f"sha256:{digest}"
    name, _digest = originals.keep(data)
    try:
        with transaction.atomic(), pghistory.context(reason="mail taken in", how=how):
            return _row(letter, own_id, left_behind, how=how, stored_name=name, size_bytes=len(data), sha256=digest), True
    except IntegrityError:
        originals.forget(name)
        return IncomingMail.objects.get(message_id=own_id), False  # taken in twice at the same moment
    except BaseException:
        originals.forget(name)
        raise


def _known(letter: Letter, digest: str) -> IncomingMail | None:
    """The same letter by its own id, sender and words: somebody else's under a borrowed id is another letter."""
    same_id = IncomingMail.objects.filter(message_id=letter.message_id) if letter.message_id else IncomingMail.objects.none()
    row = same_id.first()
    if row is not None and (row.from_address, row.text) == (letter.from_address, letter.text):
        return row
    return IncomingMail.objects.filter(message_id=f"sha256:{digest}").first()


def _row(letter: Letter, own_id: str, left_behind: Finding | None, **stored: object) -> IncomingMail:
    listed = [_listed(one) for one in letter.enclosed]
    if left_behind is not None:
        listed.append({"number": 0, "name": "", "content_type": "", "size_bytes": 0, "finding": left_behind.code})
    return IncomingMail.objects.create(
        message_id=own_id[:300],
        refers_to=list(letter.refers_to),
        from_name=letter.from_name,
        from_address=letter.from_address,
        to_addresses=list(letter.to),
        subject=letter.subject,
        text=letter.text,
        sent_at=letter.sent_at,
        attachments=listed,
        **stored,
    )


def _listed(one: Enclosed) -> dict[str, object]:
    return {
        "number": one.number,
        "name": one.name,
        "content_type": one.content_type,
        "size_bytes": len(one.data),
        "finding": one.finding.code if one.finding else "",
    }


def undecided(mail: IncomingMail) -> IncomingMail:
    """The mail, locked, still to be decided on.

    raises AlreadyDecided
    """
    stored = IncomingMail.objects.select_for_update().get(pk=mail.pk)
    if stored.state != IncomingState.NEW:
        raise AlreadyDecided(stored.state)
    return stored


def settle(stored: IncomingMail, *, filed_as: str, filed_code: str, by: User) -> IncomingMail:
    """It went to a record; called by whoever files it, in the same transaction."""
    stored.state, stored.filed_as, stored.filed_code = IncomingState.FILED, filed_as, filed_code
    stored.decided_by, stored.decided_at = by, timezone.now()
    stored.save()
    return stored


@transaction.atomic
def set_aside(mail: IncomingMail, *, reason: str, by: User) -> IncomingMail:
    """It belongs nowhere; the reason stays on record.

    raises PermissionDenied, AlreadyDecided; ValueError : no reason
    """
    if not by.may(Permission.WORK_REQUESTS):
        raise PermissionDenied(Permission.WORK_REQUESTS)
    words = clean_text(reason).strip()
    if not words:
        raise ValueError("a reason is missing")
    with pghistory.context(reason=words, by=by.username):
        stored = undecided(mail)
        stored.state, stored.reason = IncomingState.SET_ASIDE, words
        stored.decided_by, stored.decided_at = by, timezone.now()
        stored.save()
    return stored


@transaction.atomic
def take_up_again(mail: IncomingMail, *, by: User) -> IncomingMail:
    """Undo of setting it aside.

    raises PermissionDenied, AlreadyDecided : it was filed
    """
    if not by.may(Permission.WORK_REQUESTS):
        raise PermissionDenied(Permission.WORK_REQUESTS)
    with pghistory.context(reason="taken up again", by=by.username):
        stored = IncomingMail.objects.select_for_update().get(pk=mail.pk)
        if stored.state == IncomingState.FILED:
            raise AlreadyDecided(stored.state)
        stored.state, stored.reason, stored.decided_by, stored.decided_at = IncomingState.NEW, "", None, None
        stored.save()
    return stored
