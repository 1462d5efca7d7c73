"""Filing a mail that came in: as a new request, as a word in a request's file, or as a letter in an engagement."""

import pghistory
from django.db import transaction
from django.utils import timezone

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.roles import Permission
from seoulution.apps.correspondence import originals
from seoulution.apps.correspondence.models import IncomingMail
from seoulution.apps.correspondence.services.intake import settle, undecided
from seoulution.apps.correspondence.services.notices import tell
from seoulution.apps.demand import attachments
from seoulution.apps.demand.models import Attachment, Channel, SharingRequest
from seoulution.apps.demand.services import Incoming, IncomingFile, say
from seoulution.apps.engagements.addresses import engagement_work, request_work
from seoulution.apps.engagements.models import Contact, Engagement
from seoulution.apps.engagements.services.contacts import Details, Person, record_contact
from seoulution.apps.engagements.services.rights import required
from seoulution.apps.matching.services.matching import take_in
from seoulution.engine.engagements.codes import ContactKind, Side
from seoulution.formats.letters import Enclosed


@transaction.atomic
def file_as_request(mail: IncomingMail, *, city: str, by: User) -> tuple[SharingRequest, str]:
    """A request of its own, with its attachments. Returns it and the token of its private link.

    raises PermissionDenied, AlreadyDecided; ValueError : no city; FileNotFoundError : the original is gone
    """
    required(by, Permission.WORK_REQUESTS)
    if not city.strip():
        raise ValueError("a city is missing")
    stored = undecided(mail)
    files = tuple(IncomingFile(one.name, one.content_type, one.data) for one in _files(stored))
    incoming = Incoming(
        text=_words(stored),
        city_as_written=city,
        requester_name=stored.from_name,
        requester_email=stored.from_address,
        files=files,
    )
    request, token = take_in(incoming, channel=Channel.MAIL, today=timezone.localdate(), by=by)
    with pghistory.context(reason="mail filed as a request", by=by.username):
        settle(stored, filed_as="request", filed_code=request.code, by=by)
    return request, token


def file_to_request(mail: IncomingMail, request: SharingRequest, *, by: User) -> SharingRequest:
    """The city's word in the file of its request; its attachments join the request's, and who works on it is told.

    raises PermissionDenied, AlreadyDecided, AttachmentNotKept; a failure keeps neither rows nor files
    """
    required(by, Permission.WORK_REQUESTS)
    kept = []
    try:
        with transaction.atomic(), pghistory.context(reason="mail filed to a request", by=by.username):
            stored = undecided(mail)
            say(request, text=_words(stored), by=None)
            for one in _files(stored):
                name, digest = attachments.keep(one.data)
                kept.append(name)
                Attachment.objects.create(
                    sharing_request=request,
                    stored_name=name,
                    original_name=one.name,
                    content_type=one.content_type,
                    size_bytes=len(one.data),
                    sha256=digest,
                )
            settle(stored, filed_as="request", filed_code=request.code, by=by)
            _tell(request.assigned_to, stored, about="request", code=request.code, path=request_work(request.code), by=by)
    except BaseException:
        for name in kept:
            attachments.forget(name)
        raise
    return request


@transaction.atomic
def file_to_engagement(mail: IncomingMail, engagement: Engagement, *, by: User) -> Contact:
    """A letter among the contacts of an engagement; who answers for the file is told.

    raises PermissionDenied, NotOwnFile, AlreadyDecided
    """
    with pghistory.context(reason="mail filed to an engagement", by=by.username):
        stored = undecided(mail)
        now = timezone.now()
        sent_at = min(stored.sent_at or stored.received_at, now)
        writer = Person(Side.THEIRS, stored.from_name or stored.from_address)
        details = Details(
            kind=ContactKind.LETTER,
            title=stored.subject[:300] or stored.from_address,
            starts_at=sent_at,
            summary=stored.text,
            people=(writer,),
        )
        contact = record_contact(engagement, details, held=True, by=by, now=now)
        contact.mail = stored
        contact.save(update_fields=["mail"])
        settle(stored, filed_as="engagement", filed_code=engagement.code, by=by)
        path = engagement_work(engagement.code)
        _tell(engagement.owner, stored, about="engagement", code=engagement.code, path=path, by=by)
    return contact


def _files(mail: IncomingMail) -> tuple[Enclosed, ...]:
    return originals.enclosed(mail) if any(not one["finding"] for one in mail.attachments) else ()


def _words(mail: IncomingMail) -> str:
    return f"{mail.subject}\n\n{mail.text}".strip()


def _tell(person: User | None, mail: IncomingMail, *, about: str, code: str, path: str, by: User) -> None:
    if person is None or person == by:
        return
    tell(
        person,
        kind="city-wrote",
        key=f"city-wrote:mail:{mail.pk}",
        about=about,
        about_code=code,
        path=path,
        why="owner",
        subject=mail.subject or mail.text[:100],
        party=mail.from_name or mail.from_address,
    )
