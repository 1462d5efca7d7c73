"""Pages of papers in signing, shared by audiences: what waits, one paper, the verdict, attached papers and minutes."""

from typing import Any

from django.contrib import messages
from django.db.models import Q, QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext

from seoulution.apps.accounts.names import name_of
from seoulution.apps.accounts.services.access_records import record_access
from seoulution.apps.demand.services import StaleEdit
from seoulution.apps.engagements.models import ApprovalCase, Signature
from seoulution.apps.engagements.papers import papers_for
from seoulution.apps.engagements.services.rights import NotAllowed, ReasonMissing
from seoulution.apps.engagements.services.signing import sign
from seoulution.apps.engagements.signing import absences_on, attached_for, block_of, cases_for, place_of, waiting_signatures
from seoulution.apps.publishing.compose.decision_paper import decision_paper
from seoulution.apps.publishing.labels import label
from seoulution.engine.engagements import approvals as rules
from seoulution.engine.engagements.codes import CaseState, Verdict
from seoulution.engine.findings import Finding
from seoulution.engine.vocabulary import Language
from seoulution.web.shared.access import SignedInRequest
from seoulution.web.shared.client import client_address
from seoulution.web.shared.documents import document_response
from seoulution.web.shared.once import fresh_key
from seoulution.web.shared.paper_downloads import version_response
from seoulution.web.shared.signing.block import rounds_of
from seoulution.web.shared.tags.records import named

MINUTES = ("hwpx", "docx", "pdf", "html")


def case_of(request: SignedInRequest, pk: int) -> ApprovalCase:
    """The paper where it exists for the person; otherwise there is no such page. Reading one of a sensitive file is recorded."""
    row = cases_for(request.user, timezone.localdate()).filter(pk=pk).first()
    if row is None:
        raise Http404
    return row


def waiting_page(request: SignedInRequest, audience: str) -> HttpResponse:
    """What waits for the person, the own places first, then those of people away; then what they signed lately."""
    today = timezone.localdate()
    rows = waiting_signatures(request.user, today).select_related(
        "case__engagement__city__country", "case__drafted_by", "signatory"
    )
    lines = sorted(rows, key=lambda row: (row.signatory_id != request.user.pk, row.case.sent_at or row.case.drafted_at))
    signed = cases_for(request.user, today).filter(signatures__in=_signed_by(request)).distinct()
    drafted = cases_for(request.user, today).filter(drafted_by=request.user, decided_elsewhere_by="")
    context = {
        "audience": audience,
        "lines": [(row, name_of(row.signatory) if row.signatory_id != request.user.pk else "") for row in lines],
        "drafts": drafted.filter(state__in=[CaseState.DRAFT, CaseState.SENT_BACK]),
        "running": drafted.filter(state=CaseState.SIGNING),
        "signed": signed.order_by("-sent_at")[:10],
    }
    return render(request, f"{audience}/signing.html", context)


def _signed_by(request: SignedInRequest) -> QuerySet[Signature]:
    return Signature.objects.filter(Q(signatory=request.user, acting=None) | Q(acting=request.user), order__gt=0).exclude(
        verdict=""
    )


def case_page(
    request: SignedInRequest,
    row: ApprovalCase,
    audience: str,
    *,
    status: int = 200,
    refused: tuple[Finding, ...] = (),
    reason: str = "",
    **more: Any,
) -> HttpResponse:
    """One paper with its text, its block and what the person may do; also after a refusal, with what was written."""
    if row.engagement.is_sensitive and status == 200:
        _record(request, row, "view")
    today = timezone.localdate()
    block = block_of(row)
    places = [place_of(each) for each in block]
    away = absences_on(today, [each.signatory_id for each in block])
    mine = rules.place_of(places, request.user.pk, away, today) if row.state == CaseState.SIGNING else None
    why_not = rules.signing_findings(places, request.user.pk, drafter=row.drafted_by_id or 0, absences=away, day=today)
    context = {
        "audience": audience,
        "kicker": named(row.engagement) if audience != "office" else "",
        "case": row,
        "rounds": rounds_of(row),
        "attached": attached_for(request.user, row, today),
        "evidence_shown": row.evidence is not None
        and papers_for(request.user, row.engagement).filter(pk=row.evidence.pk).exists(),
        "drafter": name_of(row.drafted_by),
        "mine": mine is not None and not why_not,
        "standing_in_for": name_of(block[places.index(mine)].signatory) if mine and mine.signatory != request.user.pk else "",
        "why_not": why_not if row.state == CaseState.SIGNING else (),
        "is_drafter": row.drafted_by_id == request.user.pk and not row.decided_elsewhere_by,
        "minutes": MINUTES if row.state in (CaseState.SIGNING, CaseState.APPROVED, CaseState.DECLINED) else (),
        "refused": refused,
        "reason": reason,
        "submission": fresh_key(),
        **more,
    }
    return render(request, f"{audience}/signing_case.html", context, status=status)


def sign_answer(request: SignedInRequest, pk: int, audience: str) -> HttpResponse:
    """The verdict: approve, decline or send back. A refusal keeps the reason that was written."""
    row = case_of(request, pk)
    verdict, reason = request.POST.get("verdict", ""), request.POST.get("reason", "")[:4000]
    if verdict not in set(Verdict):
        messages.error(request, gettext("Choose what you decide. Nothing was changed."))
        return case_page(request, row, audience, status=422, reason=reason)
    written = request.POST.get("round", "")
    seen = int(written) if written.isascii() and written.isdigit() and len(written) < 5 else 0
    today = timezone.localdate()
    try:
        done = sign(row, verdict=Verdict(verdict), by=request.user, seen_round=seen, today=today, reason=reason)
    except NotAllowed as no:
        return case_page(request, case_of(request, pk), audience, status=422, refused=no.findings, reason=reason)
    except ReasonMissing:
        messages.error(request, gettext("Declining and sending back need a reason. Nothing was changed."))
        return case_page(request, row, audience, status=422)
    except StaleEdit:
        messages.error(request, gettext("The paper was drafted again meanwhile. Read it as it is now; nothing was signed."))
        return case_page(request, case_of(request, pk), audience, status=409, reason=reason)
    messages.success(
        request,
        gettext("Your signature is on record: %(verdict)s. The paper is now: %(state)s.")
        % {"verdict": label(Verdict, verdict), "state": label(CaseState, done.state)},
    )
    return redirect(f"{audience}:signing_case", pk=pk)


def attached_answer(request: SignedInRequest, pk: int, version: int) -> HttpResponse:
    """The very version of a paper that goes with the draft; a sensitive one for who signs and the file's own people."""
    row = case_of(request, pk)
    found = attached_for(request.user, row, timezone.localdate()).filter(pk=version).first()
    if found is None:
        raise Http404
    return version_response(request, found)


def minutes_answer(request: SignedInRequest, pk: int, name: str) -> HttpResponse:
    """The paper in the form of Korean offices, as far as it is signed."""
    row = case_of(request, pk)
    if name not in MINUTES or row.state not in (CaseState.SIGNING, CaseState.APPROVED, CaseState.DECLINED):
        raise Http404
    if row.engagement.is_sensitive:
        _record(request, row, "download")
    language = Language.KO if get_language() == "ko" else Language.EN
    return document_response(decision_paper(row, language, now=timezone.now()), name, f"decision-{row.number or row.pk}")


def _record(request: SignedInRequest, row: ApprovalCase, action: str) -> None:
    record_access(
        request.user,
        address=client_address(request),
        about="engagement",
        about_code=row.engagement.code,
        whose=f"approval:{row.pk}",
        action=action,
    )
