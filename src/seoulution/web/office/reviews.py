"""Texts that wait for a reader with a receiving city's eyes, or for publication: the list, and the page on which one is read."""

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from seoulution.apps.accounts.roles import Permission
from seoulution.apps.catalogue.models import PolicySolution, Review
from seoulution.apps.catalogue.services.editorial import open_draft
from seoulution.engine.catalogue.editorial import EditorialPart, EditorialState
from seoulution.web.shared.access import SignedInRequest, needs
from seoulution.web.shared.editorial.acting import taken
from seoulution.web.shared.editorial.review import review_context
from seoulution.web.shared.once import once

IN_REVIEW = (EditorialState.RECEIVER_REVIEW, EditorialState.BUREAU_REVIEW)


def texts_waiting() -> QuerySet[PolicySolution]:
    """Texts that only a reader for receiving cities, or the programme, can move on."""
    return PolicySolution.objects.filter(state=EditorialState.RECEIVER_REVIEW).select_related("owner")


@needs(Permission.REVIEW_FOR_RECEIVERS)
def listing(request: SignedInRequest) -> HttpResponse:
    """Those that wait here first, then those still with their bureau."""
    rows = PolicySolution.objects.filter(state__in=IN_REVIEW).select_related("owner")
    shown = [(row, draft, _approved(draft.pk, draft.round)) for row in rows if (draft := open_draft(row))]
    here = [each for each in shown if each[0].state == EditorialState.RECEIVER_REVIEW]
    there = [each for each in shown if each[0].state == EditorialState.BUREAU_REVIEW]
    return render(request, "office/reviews.html", {"here": here, "there": there})


def _approved(draft: int, number: int) -> bool:
    """Whether a reader for receiving cities has approved this round already."""
    part = EditorialPart.RECEIVER_REVIEWER
    return Review.objects.filter(draft_id=draft, round=number, part=part, approved=True, voided_at=None).exists()


@needs(Permission.REVIEW_FOR_RECEIVERS)
@once
def review(request: SignedInRequest, code: str) -> HttpResponse:
    """Reading, commenting, approving, sending back; who may, publishes here too."""
    row = get_object_or_404(PolicySolution.objects.select_related("owner"), code=code)
    findings = taken(request, row) if request.method == "POST" else ()
    if request.method == "POST" and not findings:
        messages.success(request, _("Done. The list shows what still waits."))
        return redirect("office:reviews")
    row.refresh_from_db()
    context = {
        **review_context(row, request.user, request.POST.dict()),
        "desk": "office/base.html",
        "findings": findings,
    }
    return render(request, "shared/editorial/review.html", context, status=422 if findings else 200)
