"""The figures of a text in work: a list with the reference to copy, and one page for each to add, change or take out."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from seoulution.apps.accounts.roles import Permission
from seoulution.apps.catalogue.models import Draft, PolicySolution
from seoulution.apps.catalogue.parts import mark_of, value_of
from seoulution.apps.catalogue.refusals import Refused, StaleText
from seoulution.apps.catalogue.services.parts import write_part
from seoulution.apps.catalogue.template import guidance
from seoulution.engine.findings import Finding
from seoulution.reference.schema.catalogue import SectionKey
from seoulution.reference.schema.template import TemplatePart
from seoulution.web.bureaus.claim_form import ClaimForm
from seoulution.web.bureaus.conflicts import conflict_fields, saved_by, with_choices
from seoulution.web.bureaus.own_texts import draft_or_overview, own_text, page_of, written
from seoulution.web.bureaus.sources import sources_at_hand
from seoulution.web.shared.access import SignedInRequest, needs
from seoulution.web.shared.once import fresh_key, once
from seoulution.web.shared.vain_fields import needs_no_field


@needs(Permission.SEE_BUREAU_DESK)
def listing(request: SignedInRequest, code: str) -> HttpResponse:
    """Every figure of the draft by section, with where the text refers to it."""
    row = own_text(request, code)
    draft, overview = draft_or_overview(row)
    if draft is None:
        return overview
    record = written(draft)
    texts = [(path, f"{words.ko} {words.en}") for path, words in record.texts()]
    claims = [(claim, [path for path, text in texts if f"](claim:{claim.code})" in text]) for claim in record.claims]
    context = {
        **page_of(request, row, at="edit_claims"),
        "draft": draft,
        "groups": [(key, [each for each in claims if each[0].section is key]) for key in SectionKey],
        "count": len(claims),
        "guide": guidance()[TemplatePart.CLAIMS],
    }
    return render(request, "bureaus/edit_claims.html", context)


@needs(Permission.SEE_BUREAU_DESK)
@once
def add(request: SignedInRequest, code: str) -> HttpResponse:
    """A new figure."""
    row = own_text(request, code)
    draft, overview = draft_or_overview(row)
    if draft is None:
        return overview
    if request.method == "POST":
        return _saved(request, row, draft, "")
    started = {"section": request.GET.get("section", SectionKey.RESULTS.value), "figure__source": "owner-statement"}
    return _page(request, row, draft, "", ClaimForm(initial=started))


@needs(Permission.SEE_BUREAU_DESK)
@once
def edit(request: SignedInRequest, code: str, claim: str) -> HttpResponse:
    """One figure."""
    row = own_text(request, code)
    draft, overview = draft_or_overview(row)
    if draft is None:
        return overview
    entry = value_of(draft.data, f"claims.{claim}")
    if entry is None:
        raise Http404
    if request.method == "POST":
        return _taken_out(request, row, draft, claim) if request.POST.get("remove") else _saved(request, row, draft, claim)
    return _page(request, row, draft, claim, ClaimForm(initial=ClaimForm.initial_of(entry), fixed=claim))


def _saved(request: SignedInRequest, row: PolicySolution, draft: Draft, claim: str) -> HttpResponse:
    theirs = _theirs(draft, claim)
    taken = frozenset(entry["code"] for entry in draft.data["claims"])
    posted = with_choices(request.POST, theirs)
    form = ClaimForm(posted, initial=theirs, taken=taken, fixed=claim)
    seen = request.POST.get("seen", "")
    if not form.is_valid():
        return _page(request, row, draft, claim, form, status=422, seen=seen)
    entry = form.entry()
    part = f"claims.{entry['code']}"
    try:
        write_part(draft, part, entry, seen=seen if claim else mark_of(draft.data, part), by=request.user)
    except Refused as refused:
        return _page(request, row, draft, claim, form, status=422, seen=seen, findings=refused.findings)
    except StaleText:
        draft.refresh_from_db()
        return _page(request, row, draft, claim, form, status=409, stale=True)
    messages.success(request, _("Saved: %(part)s.") % {"part": entry["code"]})
    return redirect("bureaus:edit_claims", code=row.code)


def _taken_out(request: SignedInRequest, row: PolicySolution, draft: Draft, claim: str) -> HttpResponse:
    """Refused as long as the text still refers to it: the findings say where."""
    needs_no_field(request)
    form = ClaimForm(initial=_theirs(draft, claim), fixed=claim)
    try:
        write_part(draft, f"claims.{claim}", None, seen=request.POST.get("seen", ""), by=request.user)
    except Refused as refused:
        return _page(request, row, draft, claim, form, status=422, findings=refused.findings)
    except StaleText:
        draft.refresh_from_db()
        form = ClaimForm(initial=_theirs(draft, claim), fixed=claim)
        return _page(request, row, draft, claim, form, status=409, moved=True)
    messages.success(request, _("Taken out: %(part)s. Its history keeps it.") % {"part": claim})
    return redirect("bureaus:edit_claims", code=row.code)


def _theirs(draft: Draft, claim: str) -> dict[str, Any]:
    return ClaimForm.initial_of(value_of(draft.data, f"claims.{claim}")) if claim else {}


def _page(
    request: SignedInRequest,
    row: PolicySolution,
    draft: Draft,
    claim: str,
    form: ClaimForm,
    *,
    status: int = 200,
    findings: tuple[Finding, ...] = (),
    seen: str = "",
    stale: bool = False,
    moved: bool = False,
) -> HttpResponse:
    part = f"claims.{claim}"
    context = {
        **page_of(request, row, at="edit_claims"),
        "draft": draft,
        "claim": claim,
        "form": form,
        "seen": mark_of(draft.data, part) if claim and (stale or not seen) else seen,
        "findings": findings,
        "conflict": conflict_fields(form, _theirs(draft, claim)) if stale else [],
        "moved": moved,
        "saved_by": saved_by(draft),
        "guide": guidance()[TemplatePart.CLAIMS],
        "sources": sources_at_hand(row),
        "submission": fresh_key(),
    }
    return render(request, "bureaus/edit_claim.html", context, status=status)
