"""What changes contacts: planned or recorded, put right, held, called off. The last one held is kept with its engagement."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

import pghistory
from django.db import transaction
from django.db.models import Max, Q, Value
from django.db.models.functions import Concat
from django.utils import timezone

from seoulution.apps.accounts.models import User
from seoulution.apps.engagements.models import Contact, ContactPerson, Engagement
from seoulution.apps.engagements.services.about import About, columns, may_work_about, may_work_on, refuse
from seoulution.apps.engagements.services.rights import AlreadyOver, current, reasoned
from seoulution.engine.engagements.codes import ContactKind, ContactState, Side
from seoulution.engine.findings import Finding
from seoulution.formats.cleaning import clean_text


@dataclass(frozen=True, slots=True)
class Person:
    """Who takes part; of the own side, a name that belongs to one account is that person's."""

    side: Side
    name: str
    post: str = ""
    body: str = ""


@dataclass(frozen=True, slots=True)
class Details:
    """All that is written of a contact."""

    kind: ContactKind
    title: str
    starts_at: datetime
    ends_at: datetime | None = None
    place: str = ""
    summary: str = ""
    people: tuple[Person, ...] = field(default=())


@transaction.atomic
def record_contact(about: About, details: Details, *, held: bool, by: User, now: datetime) -> Contact:
    """Plans a contact, or records one that was held.

    raises NotOwnFile, NotAllowed : it is said to be held though it lies ahead, or ends before it begins
    """
    may_work_about(by, about)
    refuse(_findings(details, held=held, now=now))
    with pghistory.context(reason="contact recorded", by=by.username):
        row = Contact(**columns(about), recorded_by=by, state=ContactState.HELD if held else ContactState.PLANNED)
        _write(row, details)
    _refresh(row)
    return row


@transaction.atomic
def edit_contact(contact: Contact, details: Details, *, seen_revision: int, by: User, now: datetime) -> Contact:
    """Puts right what is written of it, whether planned or held.

    raises NotOwnFile, StaleEdit, AlreadyOver : called off; NotAllowed
    """
    may_work_on(by, contact)
    row = current(contact, seen_revision)
    if row.state == ContactState.CALLED_OFF:
        raise AlreadyOver("the contact was called off")
    refuse(_findings(details, held=row.state == ContactState.HELD, now=now))
    with pghistory.context(reason="contact put right", by=by.username):
        row.revision += 1
        _write(row, details)
    _refresh(row)
    return row


@transaction.atomic
def hold_contact(contact: Contact, *, summary: str, seen_revision: int, by: User, now: datetime) -> Contact:
    """It took place; what was said goes on record, and the engagement knows when both sides last met.

    raises NotOwnFile, StaleEdit, AlreadyOver : not planned any more; NotAllowed : it lies ahead
    """
    row = _planned(contact, seen_revision, by)
    refuse([Finding("contact.held-ahead")] if row.starts_at > now else [])
    with pghistory.context(reason="contact held", by=by.username):
        row.state = ContactState.HELD
        row.summary = clean_text(summary) or row.summary
        row.revision += 1
        row.save(update_fields=["state", "summary", "revision"])
    _refresh(row)
    return row


@transaction.atomic
def call_off_contact(contact: Contact, *, reason: str, seen_revision: int, by: User) -> Contact:
    """It will not take place; the reason stays on record.

    raises NotOwnFile, ReasonMissing, StaleEdit, AlreadyOver
    """
    said = reasoned(reason)
    row = _planned(contact, seen_revision, by)
    with pghistory.context(reason=said, by=by.username):
        row.state = ContactState.CALLED_OFF
        row.called_off_reason = said
        row.revision += 1
        row.save(update_fields=["state", "called_off_reason", "revision"])
    return row


def _planned(contact: Contact, seen_revision: int, by: User) -> Contact:
    may_work_on(by, contact)
    row = current(contact, seen_revision)
    if row.state != ContactState.PLANNED:
        raise AlreadyOver("the contact is not planned any more")
    return row


def _findings(details: Details, *, held: bool, now: datetime) -> list[Finding]:
    found = [] if clean_text(details.title).strip() else [Finding("contact.no-title")]
    if held and details.starts_at > now:
        found.append(Finding("contact.held-ahead"))
    if details.ends_at is not None and details.ends_at < details.starts_at:
        found.append(Finding("contact.ends-before-it-begins"))
    return found


def _write(row: Contact, details: Details) -> None:
    row.kind = details.kind
    row.title = clean_text(details.title).strip()[:300]
    row.starts_at, row.ends_at = details.starts_at, details.ends_at
    row.place = clean_text(details.place)[:300]
    row.summary = clean_text(details.summary)
    row.save()
    row.people.all().delete()
    ContactPerson.objects.bulk_create(_people(row, details.people))


def _people(row: Contact, people: Iterable[Person]) -> list[ContactPerson]:
    accounts = _accounts({person.name for person in people if person.side is Side.OURS})
    return [
        ContactPerson(
            contact=row,
            side=person.side,
            user=accounts.get(person.name) if person.side is Side.OURS else None,
            name=clean_text(person.name)[:200],
            post=clean_text(person.post)[:200],
            body=clean_text(person.body)[:200],
        )
        for person in people
        if clean_text(person.name).strip()
    ]


def _accounts(names: set[str]) -> dict[str, User]:
    """The accounts that names of our side belong to, by user name or full name; a name that two share is nobody's."""
    western, korean = Concat("first_name", Value(" "), "last_name"), Concat("last_name", "first_name")
    rows = User.objects.filter(is_active=True).annotate(western=western, korean=korean)
    found: dict[str, list[User]] = {}
    for user in rows.filter(Q(username__in=names) | Q(western__in=names) | Q(korean__in=names)):
        for name in {user.username, user.western, user.korean} & names:
            found.setdefault(name, []).append(user)
    return {name: users[0] for name, users in found.items() if len(users) == 1}


def _refresh(contact: Contact) -> None:
    """The engagement's last contact is that of its latest contact held."""
    if contact.engagement is None:
        return
    Engagement.objects.select_for_update(no_key=True).get(pk=contact.engagement.pk)  # two at once: the second counts the first
    latest = contact.engagement.contacts.filter(state=ContactState.HELD).aggregate(at=Max("starts_at"))["at"]
    day = timezone.localdate(latest) if latest else None
    Engagement.objects.filter(pk=contact.engagement.pk).exclude(last_contact_on=day).update(last_contact_on=day)
