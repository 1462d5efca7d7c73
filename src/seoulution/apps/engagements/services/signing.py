"""What signs papers: approve, decline or send back, for oneself or for somebody away (대결)."""

from datetime import date

import pghistory
from django.db import transaction
from django.utils import timezone

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.roles import Permission
from seoulution.apps.demand.services import StaleEdit
from seoulution.apps.engagements.models import ApprovalCase
from seoulution.apps.engagements.services.rights import NotAllowed, reasoned, required
from seoulution.apps.engagements.services.signing_news import no_longer_waiting, tell_outcome, tell_turn
from seoulution.apps.engagements.signing import absences_on, block_of, place_of
from seoulution.engine.engagements import approvals as rules
from seoulution.engine.engagements.codes import CaseState, Verdict
from seoulution.formats.cleaning import clean_text


@transaction.atomic
def sign(case: ApprovalCase, *, verdict: Verdict, by: User, seen_round: int, today: date, reason: str = "") -> ApprovalCase:
    """A verdict at the place that waits for the person. Sending back voids every signature of the round.

    raises PermissionDenied, ReasonMissing, StaleEdit, NotAllowed : nothing was written
    """
    required(by, Permission.SIGN_PAPERS)
    said = clean_text(reason).strip() if verdict is Verdict.APPROVED else reasoned(reason)
    row = ApprovalCase.objects.select_for_update().get(pk=case.pk)
    if row.round != seen_round:
        raise StaleEdit(row)
    block = block_of(row)
    places = [place_of(each) for each in block]
    away = absences_on(today, [each.signatory_id for each in block])
    findings = rules.signing_findings(places, by.pk, drafter=row.drafted_by_id or 0, absences=away, day=today)
    if row.state != CaseState.SIGNING:
        findings = rules.CLOSED
    place = rules.place_of(places, by.pk, away, today)
    if findings or place is None:
        raise NotAllowed(findings or rules.CLOSED)
    now = timezone.now()
    with pghistory.context(reason=said or "signed", by=by.username):
        signature = block[places.index(place)]
        signature.verdict = verdict.value
        signature.reason = said
        signature.signed_at = now
        signature.acting = None if signature.signatory_id == by.pk else by
        signature.save(update_fields=["verdict", "reason", "signed_at", "acting"])
        state = rules.state_of(rules.signed(places, place, verdict))
        if verdict is Verdict.SENT_BACK:
            row.signatures.filter(round=row.round).update(voided_at=now)
        if state is not CaseState.SIGNING:
            row.state = state.value
            row.closed_at = now
            row.decided_on = today if state in (CaseState.APPROVED, CaseState.DECLINED) else None
        row.revision += 1
        row.save(update_fields=["state", "closed_at", "decided_on", "revision"])
    no_longer_waiting([signature] if state is CaseState.SIGNING else block)
    if state is CaseState.SIGNING:
        tell_turn(row, today)
    else:
        tell_outcome(row)
    return row
