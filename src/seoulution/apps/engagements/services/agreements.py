"""What both sides agreed on, and the legal bases that a competent body decided: put on record, and taken back with a reason."""

from datetime import date
from typing import TypeVar

import pghistory
from django.db import transaction

from seoulution.apps.accounts.models import User
from seoulution.apps.engagements.models import BasisDecision, Confirmation, Engagement, EngagementDocument
from seoulution.apps.engagements.models.agreements import Agreement
from seoulution.apps.engagements.queries import legal_rules
from seoulution.apps.engagements.services.rights import AlreadyOver, NotAllowed, may_work, reasoned
from seoulution.engine.engagements.codes import Agreed
from seoulution.engine.engagements.legal_routes import Basis
from seoulution.engine.findings import Finding
from seoulution.formats.cleaning import clean_text

Kept = TypeVar("Kept", bound=Agreement)


@transaction.atomic
def confirm(
    engagement: Engagement,
    *,
    what: Agreed,
    confirmed_by: str,
    confirmed_on: date,
    by_way_of: str,
    by: User,
    today: date,
    note: str = "",
    document: EngagementDocument | None = None,
) -> Confirmation:
    """The city confirmed it: who, when, and by which letter or meeting.

    raises PermissionDenied, NotOwnFile, AlreadyOver, NotAllowed : nothing was written
    """
    may_work(by, engagement)
    row = _locked(engagement)
    findings = _common(row, confirmed_on, today, document, (confirmed_by, by_way_of))
    if row.confirmations.filter(what=what.value, taken_back_on=None).exists():
        findings.append(Finding("engagement.confirmed-already", subject=what.value))
    if what is Agreed.SOLUTION and not row.solutions.exists():
        findings.append(Finding("gate.no-solution-linked"))
    if findings:
        raise NotAllowed(findings)
    with pghistory.context(reason=f"confirmed by the city: {what}", by=by.username):
        return Confirmation.objects.create(
            engagement=row,
            what=what.value,
            confirmed_by=clean_text(confirmed_by).strip()[:200],
            confirmed_on=confirmed_on,
            by_way_of=clean_text(by_way_of).strip()[:200],
            note=clean_text(note).strip(),
            document=document,
            recorded_by=by,
        )


@transaction.atomic
def record_basis(
    engagement: Engagement,
    *,
    rule: str,
    decided_by: str,
    decided_on: date,
    reference: str,
    by: User,
    today: date,
    note: str = "",
    document: EngagementDocument | None = None,
) -> BasisDecision:
    """The body that could decide a missing basis has done so; `reference` is where that can be looked up.

    raises PermissionDenied, NotOwnFile, AlreadyOver, NotAllowed : nothing was written
    """
    may_work(by, engagement)
    row = _locked(engagement)
    findings = _common(row, decided_on, today, document, (decided_by, reference))
    if rule not in {each.code for each in legal_rules() if each.answer is Basis.NEEDS_BASIS}:
        findings.append(Finding("engagement.nothing-to-decide", subject=rule))
    if row.basis_decisions.filter(rule=rule, taken_back_on=None).exists():
        findings.append(Finding("engagement.decided-already", subject=rule))
    if findings:
        raise NotAllowed(findings)
    with pghistory.context(reason=f"legal basis decided: {rule}", by=by.username):
        return BasisDecision.objects.create(
            engagement=row,
            rule=rule,
            decided_by=clean_text(decided_by).strip()[:300],
            decided_on=decided_on,
            reference=clean_text(reference).strip()[:300],
            note=clean_text(note).strip(),
            document=document,
            recorded_by=by,
        )


@transaction.atomic
def take_back(record: Kept, *, reason: str, by: User, today: date) -> Kept:
    """It no longer holds, or never did; it stays to be seen with the reason.

    raises PermissionDenied, NotOwnFile, ReasonMissing, AlreadyOver : nothing was written
    """
    engagement: Engagement = record.engagement  # type: ignore[attr-defined]
    may_work(by, engagement)
    said = reasoned(reason)
    stored = type(record)._default_manager.select_for_update().get(pk=record.pk)
    if stored.taken_back_on is not None:
        raise AlreadyOver("it was taken back already")
    with pghistory.context(reason=said, by=by.username):
        stored.taken_back_on, stored.taken_back_reason = today, said
        stored.save(update_fields=["taken_back_on", "taken_back_reason"])
    return stored


def _common(
    row: Engagement, day: date, today: date, document: EngagementDocument | None, texts: tuple[str, ...]
) -> list[Finding]:
    findings = []
    if not all(clean_text(text).strip() for text in texts):
        findings.append(Finding("engagement.who-and-where-missing"))
    if day > today:
        findings.append(Finding("engagement.day-ahead"))
    if document is not None and (document.engagement_id != row.pk or document.withdrawn_at is not None):
        findings.append(Finding("engagement.paper-not-on-file"))
    return findings


def _locked(engagement: Engagement) -> Engagement:
    row = Engagement.objects.select_for_update().get(pk=engagement.pk)
    if row.ending:
        raise AlreadyOver("the engagement has ended")
    return row
