"""What changes the papers on file: adding one, adding a version, withdrawing. Nothing is ever overwritten."""

from collections.abc import Iterator

import pghistory
from django.conf import settings
from django.db import transaction
from django.utils import timezone

from seoulution.apps.accounts.models import User
from seoulution.apps.demand import attachments
from seoulution.apps.engagements.access import visible_to
from seoulution.apps.engagements.models import (
    ApprovalCase,
    BasisDecision,
    Confirmation,
    DocumentVersion,
    Engagement,
    EngagementDocument,
)
from seoulution.apps.engagements.papers import kept, kind_of, papers_for
from seoulution.apps.engagements.services.rights import NotAllowed, may_work, reasoned
from seoulution.engine.engagements.codes import CaseState
from seoulution.engine.engagements.facts import Document
from seoulution.engine.findings import Finding, Severity
from seoulution.engine.vocabulary import Stage
from seoulution.formats.cleaning import clean_text
from seoulution.formats.upload_remarks import PICTURES, is_scan, last_changed
from seoulution.formats.uploads import Upload, UploadRefusal, inspect_upload


def add_paper(
    engagement: Engagement,
    *,
    title: str,
    name: str,
    data: bytes,
    by: User,
    kind: Document | None = None,
    stage: Stage | None = None,
    note: str = "",
    is_sensitive: bool = False,
) -> DocumentVersion:
    """A new paper with its first version. What the inspection remarks is kept with it; what it refuses is not kept.

    raises PermissionDenied, NotOwnFile, NotAllowed : nothing was kept, neither row nor file
    """
    may_work(by, engagement)
    titled = clean_text(title).strip()[:300]
    found = _inspected(name, data)
    findings = [] if titled else [Finding("paper.no-title")]
    if isinstance(found, UploadRefusal):
        findings += found.findings
    if findings or isinstance(found, UploadRefusal):
        raise NotAllowed(findings)
    remarks = [*_of_file(found, data, kind), *_same_bytes(found, by)]
    with transaction.atomic(), pghistory.context(reason="paper added", by=by.username):
        document = EngagementDocument.objects.create(
            engagement=engagement,
            kind=kind.value if kind else "",
            title=titled,
            stage=stage.value if stage else "",
            is_sensitive=is_sensitive,
            added_by=by,
        )
        return _version(document, 1, found, data, note, remarks, by)


def add_version(document: EngagementDocument, *, name: str, data: bytes, by: User, note: str = "") -> DocumentVersion:
    """A further version; the earlier ones stay and can be read.

    raises PermissionDenied, NotOwnFile, NotAllowed : nothing was kept
    """
    _may_change(by, document)
    found = _inspected(name, data)
    findings = [Finding("paper.withdrawn")] if document.withdrawn_at else []
    if isinstance(found, UploadRefusal):
        findings += found.findings
    if findings or isinstance(found, UploadRefusal):
        raise NotAllowed(findings)
    kind = Document(document.kind) if document.kind else None
    with transaction.atomic(), pghistory.context(reason="version added", by=by.username):
        locked = EngagementDocument.objects.select_for_update().get(pk=document.pk)
        before = locked.versions.first()
        remarks = [*_of_file(found, data, kind), *_older(found, data, before), *_same_bytes(found, by)]
        return _version(locked, before.number + 1 if before else 1, found, data, note, remarks, by)


@transaction.atomic
def withdraw_paper(document: EngagementDocument, *, reason: str, by: User) -> EngagementDocument:
    """The paper no longer counts for any gate; it stays visible with the reason.

    raises PermissionDenied, NotOwnFile, ReasonMissing, NotAllowed : it is withdrawn already, something rests on it, or others can open it
    """
    _may_change(by, document)
    said = reasoned(reason)
    row = EngagementDocument.objects.select_for_update().get(pk=document.pk)
    if row.withdrawn_at:
        raise NotAllowed([Finding("paper.withdrawn")])
    if _is_rested_on(row):
        raise NotAllowed([Finding("paper.is-evidence", parameters={"title": row.title})])
    if row.versions.filter(shared_items__isnull=False, shared_items__ended_at=None).exists():
        raise NotAllowed([Finding("paper.is-shared", parameters={"title": row.title})])
    with pghistory.context(reason=said, by=by.username):
        row.withdrawn_at = timezone.now()
        row.withdrawn_reason = said
        row.save(update_fields=["withdrawn_at", "withdrawn_reason"])
    return row


def _may_change(by: User, document: EngagementDocument) -> None:
    may_work(by, document.engagement)


def _inspected(name: str, data: bytes) -> Upload | UploadRefusal:
    return inspect_upload(name, data, limit_bytes=settings.ATTACHMENT_LIMIT_BYTES)


def _version(
    document: EngagementDocument,
    number: int,
    found: Upload,
    data: bytes,
    note: str,
    remarks: list[Finding],
    by: User,
) -> DocumentVersion:
    try:
        stored, digest = attachments.keep(data)
    except attachments.AttachmentNotKept as error:
        raise NotAllowed([Finding("paper.not-kept")]) from error
    try:
        return DocumentVersion.objects.create(
            document=document,
            number=number,
            stored_name=stored,
            original_name=found.name[:255],
            content_type=found.content_type,
            size_bytes=found.size_bytes,
            sha256=digest,
            remarks=kept(remarks),
            note=clean_text(note).strip(),
            uploaded_by=by,
        )
    except BaseException:
        attachments.forget(stored)
        raise


def _of_file(found: Upload, data: bytes, kind: Document | None) -> Iterator[Finding]:
    if is_scan(data, found.kind):
        yield Finding("paper.scan-without-text", Severity.WARNING, found.name)
    if kind is not None and found.kind in PICTURES:
        yield Finding("paper.is-picture", Severity.WARNING, kind.value)


def _older(found: Upload, data: bytes, before: DocumentVersion | None) -> Iterator[Finding]:
    """Both files must name a day: the day of an upload says nothing about the paper."""
    if before is None:
        return
    try:
        earlier = last_changed(attachments.read(before.stored_name), kind_of(before))
    except FileNotFoundError:
        return
    now = last_changed(data, found.kind)
    if now and earlier and now < earlier:
        yield Finding("paper.older", Severity.WARNING, found.name, {"on": now.isoformat(), "before": earlier.isoformat()})


def _same_bytes(found: Upload, by: User) -> Iterator[Finding]:
    """Only papers that the person may see are named."""
    same = DocumentVersion.objects.filter(
        sha256=found.sha256, document__withdrawn_at=None, document__engagement__in=visible_to(by)
    ).select_related("document__engagement")
    for version in same[:1]:
        if papers_for(by, version.document.engagement).filter(pk=version.document_id).exists():
            yield Finding("paper.same-bytes", Severity.WARNING, found.name, {"title": version.document.title})


def _is_rested_on(row: EngagementDocument) -> bool:
    """Whether a decision, a paper in signing, or an agreement would lose what shows it."""
    decided = ApprovalCase.objects.filter(evidence=row, state__in=[CaseState.APPROVED, CaseState.DECLINED])
    signing = ApprovalCase.objects.filter(attached__document=row, state=CaseState.SIGNING)
    agreed = [model.objects.filter(document=row, taken_back_on=None) for model in (Confirmation, BasisDecision)]
    return any(rows.exists() for rows in (decided, signing, *agreed))
