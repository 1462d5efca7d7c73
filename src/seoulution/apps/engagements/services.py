"""What changes engagements and promises; also loads the documents' engagements, legal rules, difficulties and stage notes."""

from collections.abc import Sequence
from datetime import date
from typing import Final

import pghistory
from django.core.exceptions import PermissionDenied
from django.db import transaction

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.roles import Permission
from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.cities.models import City
from seoulution.apps.demand.services import StaleEdit
from seoulution.apps.engagements.models import Difficulty, Engagement, LegalRule, Promise, StageNote
from seoulution.apps.engagements.queries import facts_of
from seoulution.apps.network.models import Agency
from seoulution.apps.network.services import Stored, names, store_records
from seoulution.engine.engagements.stages import findings_before
from seoulution.engine.findings import Finding, blocking
from seoulution.engine.vocabulary import Ending, Stage, Standing
from seoulution.formats.cleaning import clean_text
from seoulution.reference.load import Reference
from seoulution.reference.schema import programme

MOVED_BY_WORK: Final = ("stage", "standing", "lead", "activity", "money_flow")


class GateClosed(Exception):
    """The gate before the stage is not open. Nothing was written; `findings` say everything that is missing, at once."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("The gate is closed: " + ", ".join(finding.code for finding in self.findings))


class ReasonMissing(ValueError):
    """Stages are entered and engagements and promises closed with a reason. Nothing was written."""


class AlreadyOver(ValueError):
    """The engagement has ended, or the promise is closed. Nothing was written."""


def _required(by: User, permission: Permission) -> None:
    """The service refuses by itself, whoever calls it."""
    if not by.may(permission):
        raise PermissionDenied(permission)


def _reasoned(reason: str) -> str:
    cleaned = clean_text(reason).strip()
    if not cleaned:
        raise ReasonMissing("a reason is missing")
    return cleaned


def _current(engagement: Engagement, seen_revision: int) -> Engagement:
    current = Engagement.objects.select_for_update().get(pk=engagement.pk)
    if current.revision != seen_revision:
        raise StaleEdit(current)
    if current.ending:
        raise AlreadyOver("the engagement has ended")
    return current


@transaction.atomic
def advance(engagement: Engagement, *, to: Stage, reason: str, seen_revision: int, by: User, today: date) -> Engagement:
    """Enters the stage `to`, which then runs. Refused with every finding while the gate before it is closed.

    raises PermissionDenied, ReasonMissing, StaleEdit, AlreadyOver, GateClosed : nothing was written
    """
    _required(by, Permission.DECIDE_GATES)
    said = _reasoned(reason)
    current = _current(engagement, seen_revision)
    findings = findings_before(to, facts_of(current, today=today))
    if blocking(findings) or to == current.stage:
        raise GateClosed(findings)
    with pghistory.context(reason=said, by=by.username):
        current.stage = to.value
        current.standing = Standing.RUNNING.value
        current.revision += 1
        current.save(update_fields=["stage", "standing", "revision"])
    return current


@transaction.atomic
def end(engagement: Engagement, *, ending: Ending, reason: str, seen_revision: int, by: User) -> Engagement:
    """Closes an engagement with its reason; it stays visible."""
    _required(by, Permission.DECIDE_GATES)
    said = _reasoned(reason)
    current = _current(engagement, seen_revision)
    with pghistory.context(reason=said, by=by.username):
        current.ending = ending.value
        current.ending_reason = said
        current.revision += 1
        current.save(update_fields=["ending", "ending_reason", "revision"])
    return current


@transaction.atomic
def record_promise(
    engagement: Engagement,
    *,
    text: str,
    promised_by: str,
    promised_to: str,
    by: User,
    occasion: str = "",
    responsible: Agency | None = None,
    due_on: date | None = None,
) -> Promise:
    """A word given in an engagement, with whoever records it as its keeper."""
    _required(by, Permission.WORK_ENGAGEMENTS)
    with pghistory.context(reason="promise recorded", by=by.username):
        return Promise.objects.create(
            engagement=engagement,
            text=clean_text(text),
            promised_by=clean_text(promised_by)[:200],
            promised_to=clean_text(promised_to)[:200],
            occasion=clean_text(occasion)[:300],
            owner=by,
            responsible=responsible,
            due_on=due_on,
        )


@transaction.atomic
def keep_promise(promise: Promise, *, by: User, today: date) -> Promise:
    """The promise was kept today."""
    current = _open_promise(promise, by)
    with pghistory.context(reason="promise kept", by=by.username):
        current.kept_on = today
        current.save(update_fields=["kept_on"])
    return current


@transaction.atomic
def reopen_promise(promise: Promise, *, by: User) -> Promise:
    """Undo of `keep_promise`."""
    _required(by, Permission.WORK_ENGAGEMENTS)
    current = Promise.objects.select_for_update().get(pk=promise.pk)
    with pghistory.context(reason="promise opened again", by=by.username):
        current.kept_on = None
        current.save(update_fields=["kept_on"])
    return current


@transaction.atomic
def release_promise(promise: Promise, *, reason: str, by: User) -> Promise:
    """The one it was given to no longer waits for it; the reason stays on record."""
    said = _reasoned(reason)
    current = _open_promise(promise, by)
    with pghistory.context(reason=said, by=by.username):
        current.closed_reason = said
        current.save(update_fields=["closed_reason"])
    return current


def _open_promise(promise: Promise, by: User) -> Promise:
    _required(by, Permission.WORK_ENGAGEMENTS)
    current = Promise.objects.select_for_update().get(pk=promise.pk)
    if current.kept_on is not None or current.closed_reason:
        raise AlreadyOver("the promise is closed")
    return current


@transaction.atomic
def load(reference: Reference, *, today: date) -> dict[str, Stored]:
    """The documents' engagements from their true states, and the rules around them."""
    city = {row.code: row for row in City.objects.all()}
    records = reference.of(programme.Engagement)
    stored = store_records(
        Engagement,
        records,
        lambda r: {
            "code": r.code,
            "city": city[r.city],
            "sector": r.sector,
            "stage": r.stage,
            "standing": r.standing,
            "lead": r.lead,
            "activity": r.activity,
            "money_flow": r.money_flow,
            "row": r.row,
            **names(r.name),
        },
        today=today,
        kept_once_changed=MOVED_BY_WORK,
    )
    solution = {row.code: row for row in PolicySolution.objects.all()}
    rows = {row.code: row for row in Engagement.objects.all()}
    for record in records:
        rows[record.code].solutions.add(*[solution[code] for code in record.solutions if code in solution])
    return {"engagements": stored} | _load_rules(reference, today)


def _load_rules(reference: Reference, today: date) -> dict[str, Stored]:
    return {
        "legal rules": store_records(
            LegalRule,
            reference.of(programme.LegalRule),
            lambda r: {
                "code": r.code,
                "valid_from": r.valid_from,
                "valid_to": r.valid_to,
                "name_ko": r.basis.ko[:300],
                "name_en": r.basis.en[:300],
            },
            today=today,
        ),
        "difficulties": store_records(
            Difficulty,
            reference.of(programme.Difficulty),
            lambda r: {"code": r.code, "name_ko": r.text.ko[:300], "name_en": r.text.en[:300]},
            today=today,
        ),
        "stages": store_records(
            StageNote, reference.of(programme.StageNote), lambda r: {"code": r.stage.value, **names(r.name)}, today=today
        ),
    }
