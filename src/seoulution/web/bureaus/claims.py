"""Is this still true? The owner's list of figures, awards and patents, and the answers: one by one, or many at once."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from seoulution.apps.accounts.roles import Permission
from seoulution.apps.catalogue.models import Claim
from seoulution.apps.catalogue.queries import with_state, worst_first
from seoulution.apps.catalogue.refusals import Refused, StaleText
from seoulution.apps.catalogue.services import claims as services
from seoulution.apps.publishing.finding_texts import sentence
from seoulution.apps.publishing.labels import label
from seoulution.apps.publishing.quoting import Quote, quote_of
from seoulution.engine.catalogue.claims import ClaimState
from seoulution.web.bureaus.desk import own_agency, own_solutions
from seoulution.web.shared.access import SignedInRequest, needs
from seoulution.web.shared.claim_page import ConfirmForm, EndForm, claim_context, seen_revision
from seoulution.web.shared.component_values import Link
from seoulution.web.shared.once import fresh_key, once
from seoulution.web.shared.vain_fields import needs_no_field

PER_PAGE: Final = 50
ORDER: Final = (ClaimState.EXPIRED, ClaimState.QUESTIONED, ClaimState.DUE, ClaimState.UNCONFIRMED, ClaimState.CURRENT)


def own_claims(request: SignedInRequest, today: date) -> QuerySet[Claim]:
    """Claims of the own solutions with how they stand, what waits for an answer first."""
    rows = Claim.objects.filter(solution__in=own_solutions(request)).select_related("solution__owner")
    return worst_first(with_state(rows, today)).defer("solution__data", "solution__owner__data")


@needs(Permission.SEE_BUREAU_DESK)
def listing(request: SignedInRequest) -> HttpResponse:
    """All claims of the own solutions, or those in one state, or of one solution."""
    solution = request.GET.get("solution", "")[:120]
    return _list(request, "" if "\x00" in solution else solution)


def _list(request: SignedInRequest, solution: str) -> HttpResponse:
    today = timezone.localdate()
    state = request.GET.get("state", "")
    rows = own_claims(request, today)
    if solution:
        rows = rows.filter(solution__code=solution)
    counts = dict(rows.order_by().values_list("state").annotate(Count("pk")))  # type: ignore[misc]
    shown = rows.filter(Q(state=state)) if state in counts else rows
    page = Paginator(shown, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "agency": own_agency(request),
        "page": page,
        "rows": _with_quotes(list(page.object_list), today),
        "tabs": _tabs(counts, state, solution),
        "solution": next((row.solution for row in page.object_list), None) if solution else None,
        "confirm": ConfirmForm(),
    }
    return render(request, "bureaus/claims.html", context)


def _with_quotes(rows: Sequence[Claim], today: date) -> list[tuple[Claim, Quote]]:
    return [(row, quote_of(row, row.solution, today)) for row in rows]


def _tabs(counts: dict[str, int], state: str, solution: str) -> list[Link]:
    """Every state that occurs, and all of them."""
    base = reverse("bureaus:claims")

    def address(**more: str) -> str:
        query = urlencode({**({"solution": solution} if solution else {}), **more})
        return f"{base}?{query}" if query else base

    everything = Link(_("All"), address(), state not in counts, sum(counts.values()))
    return [
        everything,
        *(
            Link(label(ClaimState, each), address(state=each.value), each.value == state, counts[each.value])
            for each in ORDER
            if each.value in counts
        ),
    ]


@needs(Permission.SEE_BUREAU_DESK)
def of_solution(request: SignedInRequest, code: str) -> HttpResponse:
    """The claims of one own solution; another body's solution does not exist here."""
    solution = get_object_or_404(own_solutions(request), code=code)
    return _list(request, solution.code)


def _claim(request: SignedInRequest, solution: str, code: str) -> Claim:
    rows = Claim.objects.filter(solution__in=own_solutions(request)).select_related("solution__owner")
    return get_object_or_404(rows, solution__code=solution, code=code)


@needs(Permission.SEE_BUREAU_DESK)
def page(request: SignedInRequest, solution: str, code: str) -> HttpResponse:
    """One claim: its life, where it is used, and the answers."""
    return render(request, "bureaus/claim.html", claim_context(request, _claim(request, solution, code)))


@needs(Permission.SEE_BUREAU_DESK)
@require_POST
@once
def confirm(request: SignedInRequest, solution: str, code: str) -> HttpResponse:
    """It is still true, until a day or without an end."""
    claim, form = _claim(request, solution, code), ConfirmForm(request.POST, auto_id="confirm_%s")
    if not form.is_valid():
        return _again(request, claim, 422, confirm=form)
    try:
        services.confirm_claim(
            claim,
            valid_until=form.cleaned_data["valid_until"],
            answer=form.cleaned_data["answer"],
            today=timezone.localdate(),
            seen_revision=seen_revision(request),
            by=request.user,
        )
    except (Refused, StaleText) as refusal:
        return _refused(request, claim, refusal, confirm=form)
    messages.success(request, _("Confirmed. It may be quoted again everywhere."))
    return redirect("bureaus:claim", solution=solution, code=code)


@needs(Permission.SEE_BUREAU_DESK)
@require_POST
@once
def end(request: SignedInRequest, solution: str, code: str) -> HttpResponse:
    """It may be quoted until a day; one that is over ends it at once."""
    claim, form = _claim(request, solution, code), EndForm(request.POST, auto_id="end_%s")
    if not form.is_valid():
        return _again(request, claim, 422, end=form)
    try:
        services.end_claim(
            claim, valid_until=form.cleaned_data["valid_until"], seen_revision=seen_revision(request), by=request.user
        )
    except (Refused, StaleText) as refusal:
        return _refused(request, claim, refusal, end=form)
    messages.success(request, _("Its end is set."))
    return redirect("bureaus:claim", solution=solution, code=code)


def _refused(request: SignedInRequest, claim: Claim, refusal: Refused | StaleText, **sent: forms.Form) -> HttpResponse:
    form = next(iter(sent.values()))
    for words in _words(refusal):
        form.add_error(None, words)
    claim.refresh_from_db()
    return _again(request, claim, 409, **sent)


def _words(refusal: Refused | StaleText) -> list[str]:
    if isinstance(refusal, StaleText):
        return [
            _("“%(claim)s” was changed meanwhile. Look at how it stands now and answer again.") % {"claim": refusal.current}
        ]
    return [sentence(finding) for finding in refusal.findings]


def _again(request: SignedInRequest, claim: Claim, status: int, **sent: forms.Form) -> HttpResponse:
    return render(request, "bureaus/claim.html", claim_context(request, claim, **sent), status=status)


@needs(Permission.SEE_BUREAU_DESK)
@require_POST
@once
def confirm_many(request: SignedInRequest) -> HttpResponse:
    """First a look at what would be confirmed, then the answer for all of them or none."""
    today = timezone.localdate()
    seen = _seen(request)
    rows = list(own_claims(request, today).filter(pk__in=seen))
    if not rows:
        needs_no_field(request)
        messages.error(request, _("Nothing was chosen. Tick the claims that are still true."))
        return redirect("bureaus:claims")
    form = ConfirmForm(request.POST)
    status = 200
    if not form.is_valid():
        status = 422
    elif request.POST.get("sure"):
        try:
            services.confirm_claims(
                {row: seen[row.pk] for row in rows}, valid_until=form.cleaned_data["valid_until"], today=today, by=request.user
            )
        except (Refused, StaleText) as refusal:
            status = 409
            for words in _words(refusal):
                form.add_error(None, words)
            rows = list(own_claims(request, today).filter(pk__in=seen))
        else:
            done = ngettext("%(number)s claim is confirmed.", "%(number)s claims are confirmed.", len(rows))
            messages.success(request, done % {"number": len(rows)})
            return redirect("bureaus:claims")
    context: dict[str, Any] = {"rows": _with_quotes(rows, today), "confirm": form, "submission": fresh_key()}
    return render(request, "bureaus/claims_confirm.html", context, status=status)


def _seen(request: SignedInRequest) -> dict[int, int]:
    """The claims that were ticked, each with the revision that stood there; anything else in the form is passed over."""
    found = {}
    for written in request.POST.getlist("claim"):
        pk, _colon, revision = written.partition(":")
        if pk.isdecimal() and revision.isdecimal() and len(pk) < 18 and len(revision) < 10:
            found[int(pk)] = int(revision)
    return found
