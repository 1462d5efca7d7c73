"""What drafts papers for signing (기안) and sends them (상신); signing itself is in `signing`, decisions of others in `decisions`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pghistory
from django.db import transaction
from django.utils import timezone

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.roles import Permission
from seoulution.apps.engagements.models import ApprovalCase, DocumentVersion, Engagement, Signature
from seoulution.apps.engagements.papers import papers_for
from seoulution.apps.engagements.services.amounts import amount_findings
from seoulution.apps.engagements.services.rights import AlreadyOver, NotAllowed, current, may_work, reasoned, required
from seoulution.apps.engagements.services.signing_news import no_longer_waiting, tell_turn
from seoulution.apps.engagements.signing import block_of, draft_of, signer_of
from seoulution.engine.engagements.approvals import sending_findings
from seoulution.engine.engagements.codes import CaseState, Verdict
from seoulution.engine.engagements.facts import Approval
from seoulution.engine.engagements.signing_table import ABROAD
from seoulution.engine.findings import Finding
from seoulution.engine.vocabulary import Stage
from seoulution.formats.cleaning import clean_text


@dataclass(frozen=True, slots=True)
class Writing:
    """What the drafter writes."""

    kind: Approval
    stage: Stage
    title: str
    text: str = ""
    amount: Decimal | None = None
    currency: str = ""
    attached: Sequence[DocumentVersion] = ()


@transaction.atomic
def draft(engagement: Engagement, writing: Writing, *, by: User) -> ApprovalCase:
    """A paper begun; it may be incomplete until it is sent.

    raises PermissionDenied, NotOwnFile, AlreadyOver, NotAllowed : nothing was written
    """
    may_work(by, engagement)
    required(by, Permission.SIGN_PAPERS)
    if engagement.ending:
        raise AlreadyOver("the engagement has ended")
    _check(engagement, writing, by)
    with pghistory.context(reason="paper drafted", by=by.username):
        case = ApprovalCase(engagement=engagement, drafted_by=by)
        _write(case, writing)
        case.save(force_insert=True)
        case.attached.set(writing.attached)
    return case


@transaction.atomic
def edit(case: ApprovalCase, writing: Writing, *, by: User, seen_revision: int) -> ApprovalCase:
    """The draft as its drafter writes it now.

    raises PermissionDenied, StaleEdit, NotAllowed : nothing was written
    """
    row = _own_draft(case, by, seen_revision)
    _check(row.engagement, writing, by)
    with pghistory.context(reason="draft changed", by=by.username):
        _write(row, writing)
        row.revision += 1
        row.save()
        row.attached.set(writing.attached)
    return row


@transaction.atomic
def send(
    case: ApprovalCase, *, signatories: Sequence[Sequence[User | None]], by: User, seen_revision: int, today: date
) -> ApprovalCase:
    """Into signing: the drafter has signed, the next places wait. `signatories`: a person for each place after the drafter's.

    raises PermissionDenied, StaleEdit, AlreadyOver, NotAllowed : with everything that is missing
    """
    row = _own_draft(case, by, seen_revision)
    if row.engagement.ending:
        raise AlreadyOver("the engagement has ended")
    paper = draft_of(row, today)
    findings = sending_findings(paper, [[signer_of(user) if user else None for user in step] for step in signatories])
    if findings:
        raise NotAllowed(findings)
    now = timezone.now()
    with pghistory.context(reason="sent for signing", by=by.username):
        row.state = CaseState.SIGNING
        row.number = row.number or f"{today.year}-{row.pk:05d}"
        row.sent_at = now
        row.revision += 1
        row.save(update_fields=["state", "number", "sent_at", "revision"])
        Signature.objects.create(
            case=row,
            round=row.round,
            order=0,
            rank=paper.steps[0][0].value,
            signatory=by,
            verdict=Verdict.APPROVED,
            signed_at=now,
        )
        for order, (step, people) in enumerate(zip(paper.steps[1:], signatories, strict=False), start=1):
            for rank, user in zip(step, people, strict=False):
                Signature.objects.create(case=row, round=row.round, order=order, rank=rank.value, signatory=user)
    tell_turn(row, today)
    return row


@transaction.atomic
def redraft(case: ApprovalCase, *, by: User, seen_revision: int) -> ApprovalCase:
    """A sent-back paper becomes a draft again, for a further round; the voided signatures stay readable.

    raises PermissionDenied, StaleEdit, NotAllowed
    """
    row = _own(case, by, seen_revision)
    if row.state != CaseState.SENT_BACK:
        raise NotAllowed([Finding("approval.not-a-draft")])
    with pghistory.context(reason="drafted again", by=by.username):
        row.state = CaseState.DRAFT
        row.round += 1
        row.closed_at = None
        row.revision += 1
        row.save(update_fields=["state", "round", "closed_at", "revision"])
    return row


@transaction.atomic
def withdraw(case: ApprovalCase, *, reason: str, by: User, seen_revision: int) -> ApprovalCase:
    """The drafter takes the paper back, before it is decided.

    raises PermissionDenied, ReasonMissing, StaleEdit, NotAllowed
    """
    said = reasoned(reason)
    row = _own(case, by, seen_revision)
    if row.state not in (CaseState.DRAFT, CaseState.SIGNING, CaseState.SENT_BACK):
        raise NotAllowed([Finding("approval.closed")])
    with pghistory.context(reason=said, by=by.username):
        row.signatures.filter(round=row.round, voided_at=None).update(voided_at=timezone.now())
        row.state = CaseState.WITHDRAWN
        row.closed_at = timezone.now()
        row.revision += 1
        row.save(update_fields=["state", "closed_at", "revision"])
    no_longer_waiting(block_of(row))
    return row


def _check(engagement: Engagement, writing: Writing, by: User) -> None:
    findings = [] if clean_text(writing.title).strip() else [Finding("approval.no-title")]
    if writing.kind in ABROAD:
        findings.append(Finding("approval.decided-elsewhere", subject=writing.kind.value))
    findings += amount_findings(writing.amount, writing.currency)
    held = set(papers_for(by, engagement).filter(withdrawn_at=None).values_list("pk", flat=True))
    if any(version.document_id not in held for version in writing.attached):
        findings.append(Finding("paper.withdrawn"))
    if findings:
        raise NotAllowed(findings)


def _write(case: ApprovalCase, writing: Writing) -> None:
    case.kind = writing.kind.value
    case.stage = writing.stage.value
    case.title = clean_text(writing.title).strip()[:300]
    case.text = clean_text(writing.text).strip()
    case.amount = writing.amount
    case.currency = writing.currency if writing.amount is not None else ""


def _own(case: ApprovalCase, by: User, seen_revision: int) -> ApprovalCase:
    required(by, Permission.SIGN_PAPERS)
    row = current(case, seen_revision)
    if row.drafted_by_id != by.pk:
        raise NotAllowed([Finding("approval.not-your-draft")])
    may_work(by, row.engagement)
    return row


def _own_draft(case: ApprovalCase, by: User, seen_revision: int) -> ApprovalCase:
    row = _own(case, by, seen_revision)
    if row.state != CaseState.DRAFT:
        raise NotAllowed([Finding("approval.not-a-draft")])
    return row
