"""What records decisions that others take: a fund, a partner city. They are not signed here, but shown by their paper."""

from datetime import date

import pghistory
from django.db import transaction
from django.utils import timezone

from seoulution.apps.accounts.models import User
from seoulution.apps.engagements.models import ApprovalCase, Engagement, EngagementDocument
from seoulution.apps.engagements.services.rights import NotAllowed, may_work, reasoned
from seoulution.engine.engagements.codes import CaseState
from seoulution.engine.engagements.facts import Approval
from seoulution.engine.engagements.signing_table import ABROAD
from seoulution.engine.findings import Finding
from seoulution.engine.vocabulary import Stage
from seoulution.formats.cleaning import clean_text


@transaction.atomic
def record_decision(
    engagement: Engagement,
    *,
    kind: Approval,
    stage: Stage,
    title: str,
    decided_by: str,
    decided_on: date,
    evidence: EngagementDocument | None,
    by: User,
    today: date,
    granted: bool = True,
    text: str = "",
) -> ApprovalCase:
    """The decision of another body for one stage, with its day and the paper on file that shows it.

    raises PermissionDenied, NotOwnFile, NotAllowed : nothing was written
    """
    may_work(by, engagement)
    body, titled = clean_text(decided_by).strip()[:300], clean_text(title).strip()[:300]
    findings = []
    if kind not in ABROAD:
        findings.append(Finding("approval.signed-here", subject=kind.value))
    if not titled:
        findings.append(Finding("approval.no-title"))
    if not body:
        findings.append(Finding("approval.no-body"))
    if decided_on > today:
        findings.append(Finding("approval.day-ahead"))
    if evidence is None or evidence.engagement_id != engagement.pk or evidence.withdrawn_at:
        findings.append(Finding("approval.no-evidence"))
    if findings:
        raise NotAllowed(findings)
    with pghistory.context(reason="decision of another body recorded", by=by.username):
        return ApprovalCase.objects.create(
            engagement=engagement,
            kind=kind.value,
            stage=stage.value,
            title=titled,
            text=clean_text(text).strip(),
            state=CaseState.APPROVED if granted else CaseState.DECLINED,
            decided_elsewhere_by=body,
            decided_on=decided_on,
            evidence=evidence,
            drafted_by=by,
            closed_at=timezone.now(),
        )


@transaction.atomic
def strike_decision(case: ApprovalCase, *, reason: str, by: User) -> ApprovalCase:
    """A recorded decision of another body turns out wrong: it no longer counts, and stays visible with the reason.

    raises PermissionDenied, NotOwnFile, ReasonMissing, NotAllowed
    """
    may_work(by, case.engagement)
    said = reasoned(reason)
    row = ApprovalCase.objects.select_for_update().get(pk=case.pk)
    if not row.decided_elsewhere_by or row.state == CaseState.WITHDRAWN:
        raise NotAllowed([Finding("approval.closed")])
    with pghistory.context(reason=said, by=by.username):
        row.state = CaseState.WITHDRAWN
        row.revision += 1
        row.save(update_fields=["state", "revision"])
    return row
