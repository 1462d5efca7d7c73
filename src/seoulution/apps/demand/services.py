"""What changes requests: receiving, understanding, correcting, the private link, messages."""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any, TypeVar

import pghistory
from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.rights import required
from seoulution.apps.accounts.roles import Permission
from seoulution.apps.catalogue.refusals import Refused
from seoulution.apps.cities.models import City
from seoulution.apps.cities.queries import city_named
from seoulution.apps.demand import attachments, links
from seoulution.apps.demand.models import Attachment, Channel, Message, Need, RequestState, SharingRequest, StatusLink
from seoulution.apps.demand.understanding import understand_text
from seoulution.apps.network.services import Stored
from seoulution.engine.demand.wording import Audience, findings_in_any_language
from seoulution.engine.findings import blocking
from seoulution.formats.cleaning import clean_text
from seoulution.language.wording import wording_rules
from seoulution.reference.load import Reference
from seoulution.reference.schema import programme

Revised = TypeVar("Revised", SharingRequest, Need)
"""Records that several people may edit at once."""


class StaleEdit(Exception):
    """Someone else saved the record first. Nothing was written; `current` is what is stored now."""

    def __init__(self, current: Any) -> None:
        self.current = current
        super().__init__("Someone else saved this record while you were editing. Nothing of yours was written yet.")


@dataclass(frozen=True, slots=True)
class IncomingFile:
    """A file that passed inspection."""

    name: str
    content_type: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Incoming:
    """A request as it arrives. Only `text` and `city_as_written` are always there."""

    text: str
    city_as_written: str
    declared_language: str = ""
    answer_language: str = ""
    requester_name: str = ""
    requester_role: str = ""
    requester_email: str = ""
    files: tuple[IncomingFile, ...] = field(default=())


def receive(incoming: Incoming, *, channel: Channel, by: User | None) -> tuple[SharingRequest, str]:
    """Keeps a request with its files, finds its needs, issues its private link. Returns the request and the link's token.

    Text is cleaned once, here. A failure keeps nothing: neither rows nor files.
    """
    if by is not None:
        required(by, Permission.WORK_REQUESTS)
    kept: list[tuple[IncomingFile, uuid.UUID, str]] = []
    try:
        for file in incoming.files:
            kept.append((file, *attachments.keep(file.data)))  # noqa: PERF401 - a file kept before a failure must be known
        with transaction.atomic(), pghistory.context(reason="received", channel=str(channel)):
            request = _create(incoming, channel)
            for file, name, digest in kept:
                Attachment.objects.create(
                    sharing_request=request,
                    stored_name=name,
                    original_name=clean_text(file.name)[:255],
                    content_type=file.content_type,
                    size_bytes=len(file.data),
                    sha256=digest,
                )
            understand(request, by=by)
            token = issue_link(request, by=by)
    except BaseException:
        for _, name, _ in kept:
            attachments.forget(name)
        raise
    return request, token


def _create(incoming: Incoming, channel: Channel) -> SharingRequest:
    written = clean_text(incoming.city_as_written)[:200]
    city = city_named(written)
    now = timezone.now()
    stem = city.code if city else (slugify(written)[:40] or "request")
    return SharingRequest.objects.create(
        code=free_code(f"{stem}-{now.year}"),
        city=city,
        city_as_written=written,
        text=clean_text(incoming.text),
        declared_language=incoming.declared_language,
        answer_language=incoming.answer_language or incoming.declared_language,
        requester_name=clean_text(incoming.requester_name)[:200],
        requester_role=clean_text(incoming.requester_role)[:200],
        requester_email=incoming.requester_email,
        channel=channel,
        received_at=now,
    )


def free_code(stem: str) -> str:
    """`stem`, or `stem-2`, `stem-3` … ; a race ends at the unique constraint, not in two equal codes."""
    taken = set(SharingRequest.objects.filter(code__startswith=stem).values_list("code", flat=True))
    if stem not in taken:
        return stem
    return next(code for number in range(2, len(taken) + 3) if (code := f"{stem}-{number}") not in taken)


@transaction.atomic
def understand(request: SharingRequest, *, by: User | None) -> Sequence[Need]:
    """Reads language, sectors and needs from the text again; needs that a person wrote or changed stay."""
    if by is not None:
        required(by, Permission.WORK_REQUESTS)
    with pghistory.context(reason="understood by rule", by=by.username if by else "system"):
        found = understand_text(request.text, request.declared_language)
        request.language = found.language
        request.sectors = [sector.value for sector in found.sectors]
        request.revision += 1
        request.save(update_fields=["language", "sectors", "revision"])
        request.needs.filter(found_by="rule", revision=1, removed_at=None).delete()
        for position, need in enumerate(found.needs, start=1):
            Need.objects.create(
                sharing_request=request,
                text=need.text,
                sector=need.sector or "",
                concepts=list(need.concepts),
                phrases=[{"start": start, "end": end, "text": request.text[start:end]} for start, end in need.spans],
                found_by="rule",
                position=position,
            )
    return list(request.needs.filter(removed_at=None))


def issue_link(request: SharingRequest, *, by: User | None, now: datetime | None = None) -> str:
    """A new private link; all earlier ones of the request end. Returns the token: it is shown once and never stored."""
    if by is not None:
        required(by, Permission.WORK_REQUESTS)
    now = now or timezone.now()
    token = links.new_token()
    with transaction.atomic(), pghistory.context(reason="link issued", by=by.username if by else "system"):
        revoke_links(request, now=now)
        StatusLink.objects.create(
            sharing_request=request,
            token_hash=links.token_hash(token),
            issued_at=now,
            expires_at=now + timedelta(days=settings.STATUS_LINK_DAYS),
        )
    return token


def revoke_links(request: SharingRequest, *, now: datetime | None = None) -> int:
    """Ends every open link of the request; returns how many."""
    return request.status_links.filter(revoked_at=None).update(revoked_at=now or timezone.now())


@transaction.atomic
def correct_need(need: Need, *, text: str, sector: str, seen_revision: int, by: User) -> Need:
    """A person's words replace the rule's; refused when someone else saved first."""
    required(by, Permission.WORK_REQUESTS)
    current = _unchanged(Need, need.pk, seen_revision)
    with pghistory.context(reason="need corrected", by=by.username):
        current.text = clean_text(text)
        current.sector = sector
        current.found_by = "person"
        current.revision += 1
        current.save(update_fields=["text", "sector", "found_by", "revision"])
    return current


@transaction.atomic
def add_need(request: SharingRequest, *, text: str, sector: str, by: User) -> Need:
    """A need that the rule did not find."""
    required(by, Permission.WORK_REQUESTS)
    with pghistory.context(reason="need added", by=by.username):
        last = request.needs.order_by("-position").values_list("position", flat=True).first() or 0
        return Need.objects.create(
            sharing_request=request, text=clean_text(text), sector=sector, found_by="person", position=last + 1
        )


@transaction.atomic
def remove_need(need: Need, *, by: User) -> Need:
    """Takes a need out of the work; it stays on record and can be put back."""
    required(by, Permission.WORK_REQUESTS)
    with pghistory.context(reason="need removed", by=by.username):
        need.removed_at = timezone.now()
        need.revision += 1
        need.save(update_fields=["removed_at", "revision"])
    return need


@transaction.atomic
def restore_need(need: Need, *, by: User) -> Need:
    """Undo of `remove_need`."""
    required(by, Permission.WORK_REQUESTS)
    with pghistory.context(reason="need put back", by=by.username):
        need.removed_at = None
        need.revision += 1
        need.save(update_fields=["removed_at", "revision"])
    return need


@transaction.atomic
def say_none_fits(need: Need, *, reason: str, by: User) -> Need:
    """That none fits is an answer: recorded with its reason. An empty reason takes it back."""
    required(by, Permission.WORK_REQUESTS)
    with pghistory.context(reason="none fits", by=by.username):
        need.none_fits = bool(reason.strip())
        need.none_fits_reason = clean_text(reason)
        need.revision += 1
        need.save(update_fields=["none_fits", "none_fits_reason", "revision"])
    return need


@transaction.atomic
def correct_request(
    request: SharingRequest,
    *,
    language: str,
    sectors: Iterable[str],
    city: City | None,
    state: str,
    state_reason: str,
    assigned_to: User | None,
    seen_revision: int,
    by: User,
) -> SharingRequest:
    """What the office knows better than the rule: language, sectors, which city, how far the work is."""
    required(by, Permission.WORK_REQUESTS)
    current = _unchanged(SharingRequest, request.pk, seen_revision)
    with pghistory.context(reason="request corrected", by=by.username):
        current.language = language
        current.sectors = list(sectors)
        current.city = city
        current.state = RequestState(state)
        current.state_reason = clean_text(state_reason)
        current.assigned_to = assigned_to
        current.revision += 1
        current.save()
    return current


def say(request: SharingRequest, *, text: str, by: User | None, wording_reason: str = "") -> Message:
    """A message in the city's file; without `by` it is the city that writes, whose words nobody weighs.

    raises Refused : the office's words hold one that is not used toward cities, and no reason lets it through
    """
    if by is not None:
        required(by, Permission.WORK_REQUESTS)
    said, reason = clean_text(text), clean_text(wording_reason).strip()
    refused = blocking(findings_in_any_language(said, Audience.CITY, wording_rules())) if by is not None else ()
    if refused and not reason:
        raise Refused(refused)
    return Message.objects.create(
        sharing_request=request, text=said, from_city=by is None, author=by, wording_reason=reason if refused else ""
    )


def mark_read(request: SharingRequest, *, by_city: bool) -> None:
    """What the other side wrote has now been seen."""
    request.messages.filter(from_city=not by_city, read_at=None).update(read_at=timezone.now())


def _unchanged(model: type[Revised], pk: int, seen_revision: int) -> Revised:
    current = model.objects.select_for_update().get(pk=pk)
    if current.revision != seen_revision:
        raise StaleEdit(current)
    return current


@transaction.atomic
def load(reference: Reference, *, today: date) -> dict[str, Stored]:
    """The requests that the documents tell of; one already on record is left as people worked on it."""
    added = 0
    records = reference.of(programme.SharingRequest)
    for record in records:
        if not SharingRequest.objects.filter(code=record.code).exists():
            _store_reported(record)
            added += 1
    return {"requests": Stored(added=added, same=len(records) - added)}


def _store_reported(record: programme.SharingRequest) -> None:
    city = City.objects.get(code=record.city)
    request = SharingRequest.objects.create(
        code=record.code,
        city=city,
        city_as_written=city.name_en,
        text=record.text.ko,
        text_is_reported=True,
        declared_language="ko",
        answer_language=next(iter(city.country.record.languages), ""),
        requester_name="",
        requester_role=f"{record.requester.ko} / {record.requester.en}",
        channel=Channel.DOCUMENT,
        received_at=datetime(record.year, 7, 1, tzinfo=UTC),
        received_year=record.year,
        origin=record.model_dump(mode="json"),
    )
    understand(request, by=None)
    named = [sector.value for sector in record.sectors]
    request.sectors = [*named, *(code for code in request.sectors if code not in named)]
    request.save(update_fields=["sectors"])
    if not request.needs.exists() and named:
        Need.objects.create(sharing_request=request, text=record.text.ko, sector=named[0], found_by="rule", position=1)
