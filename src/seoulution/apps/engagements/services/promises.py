"""What changes the promise ledger."""

from dataclasses import dataclass
from datetime import date

import pghistory
from django.db import transaction

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.roles import Permission
from seoulution.apps.engagements.models import Contact, Promise
from seoulution.apps.engagements.services.about import About, columns, may_work_about, may_work_on, refuse, unseen_findings
from seoulution.apps.engagements.services.rights import AlreadyOver, current, reasoned, required
from seoulution.apps.network.models import Agency
from seoulution.engine.engagements.codes import Rank, Side
from seoulution.engine.findings import Finding
from seoulution.formats.cleaning import clean_text


@dataclass(frozen=True, slots=True)
class Given:
    """A word as it was given: whose it is, by whom to whom, on which occasion, due when, and who sees to it."""

    text: str
    promised_by: str
    promised_to: str
    side: Side = Side.OURS
    rank: Rank | None = None
    occasion: str = ""
    responsible: Agency | None = None
    made_on: date | None = None
    due_on: date | None = None
    owner: User | None = None


@transaction.atomic
def record_promise(about: About, given: Given, *, by: User, contact: Contact | None = None) -> Promise:
    """A word given in an engagement or to a request; whoever records it sees to it unless somebody else is named.

    raises NotOwnFile, NotAllowed : what, by whom or to whom is not said, it is due before it was given, or the file does not exist for
    who would see to it
    """
    may_work_about(by, about)
    refuse(_findings(given) + unseen_findings(given.owner, about))
    with pghistory.context(reason="promise recorded", by=by.username):
        row = Promise(**columns(about), contact=contact)
        _write(row, given, by)
    return row


@transaction.atomic
def edit_promise(promise: Promise, given: Given, *, reason: str, seen_revision: int, by: User) -> Promise:
    """Puts an open promise right, with the reason: what was given first stays in the history.

    raises NotOwnFile, StaleEdit, AlreadyOver, ReasonMissing, NotAllowed
    """
    said = reasoned(reason)
    row = _open_promise(promise, by)
    current(row, seen_revision)
    is_new = given.owner is not None and given.owner.pk != row.owner_id
    refuse(_findings(given) + (unseen_findings(given.owner, row.engagement) if is_new else []))
    with pghistory.context(reason=said, by=by.username):
        row.revision += 1
        _write(row, given, by)
    return row


@transaction.atomic
def keep_promise(promise: Promise, *, by: User, today: date, note: str = "") -> Promise:
    """The promise was kept today; `note` says how.

    raises NotOwnFile, AlreadyOver
    """
    row = _open_promise(promise, by)
    with pghistory.context(reason="promise kept", by=by.username):
        row.kept_on, row.kept_note = today, clean_text(note)
        row.revision += 1
        row.save(update_fields=["kept_on", "kept_note", "revision"])
    return row


@transaction.atomic
def reopen_promise(promise: Promise, *, by: User) -> Promise:
    """Undo of `keep_promise`; a release stays."""
    row = _locked(promise, by)
    with pghistory.context(reason="promise opened again", by=by.username):
        row.kept_on, row.kept_note = None, ""
        row.revision += 1
        row.save(update_fields=["kept_on", "kept_note", "revision"])
    return row


@transaction.atomic
def release_promise(promise: Promise, *, reason: str, by: User, today: date) -> Promise:
    """The one it was given to no longer waits for it; the reason stays on record.

    raises NotOwnFile, AlreadyOver, ReasonMissing
    """
    said = reasoned(reason)
    row = _open_promise(promise, by)
    with pghistory.context(reason=said, by=by.username):
        row.closed_on, row.closed_reason = today, said
        row.revision += 1
        row.save(update_fields=["closed_on", "closed_reason", "revision"])
    return row


def _findings(given: Given) -> list[Finding]:
    found = [] if clean_text(given.text).strip() else [Finding("promise.no-text")]
    if not (clean_text(given.promised_by).strip() and clean_text(given.promised_to).strip()):
        found.append(Finding("promise.no-parties"))
    if given.made_on and given.due_on and given.due_on < given.made_on:
        found.append(Finding("promise.due-before-given"))
    return found


def _write(row: Promise, given: Given, by: User) -> None:
    row.text = clean_text(given.text).strip()
    row.side, row.rank = given.side, given.rank or ""
    row.promised_by = clean_text(given.promised_by)[:200]
    row.promised_to = clean_text(given.promised_to)[:200]
    row.occasion = clean_text(given.occasion)[:300]
    row.owner, row.responsible = given.owner or row.owner or by, given.responsible
    row.made_on, row.due_on = given.made_on, given.due_on
    row.save()


def _locked(promise: Promise, by: User) -> Promise:
    """A promise is changed by whoever sees to it, and by whoever may change the file."""
    row = Promise.objects.select_for_update(of=("self",)).select_related("engagement", "sharing_request").get(pk=promise.pk)
    if row.owner_id == by.pk:
        required(by, Permission.WORK_ENGAGEMENTS)
    else:
        may_work_on(by, row)
    return row


def _open_promise(promise: Promise, by: User) -> Promise:
    row = _locked(promise, by)
    if row.kept_on is not None or row.closed_reason:
        raise AlreadyOver("the promise is closed")
    return row
