"""Machine drafts for all missing texts of a solution: begun, watched while it goes on, errors told text by text."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from seoulution.apps.accounts.roles import Permission
from seoulution.apps.catalogue.import_reports import from_json
from seoulution.apps.catalogue.models import DraftingRun, PolicySolution
from seoulution.apps.catalogue.refusals import Refused
from seoulution.apps.catalogue.services.machine_drafts import begin_drafting, draft_more
from seoulution.apps.publishing.finding_texts import sentence
from seoulution.engine.vocabulary import Language
from seoulution.web.shared.access import SignedInRequest, needs
from seoulution.web.shared.once import once
from seoulution.web.translators.words import language_named
from seoulution.web.translators.worklist import language_context


@needs(Permission.TRANSLATE)
@require_POST
@once
def begin(request: SignedInRequest, language: str, code: str) -> HttpResponse:
    """A run over what is missing; the machine is asked on its own page."""
    chosen = language_named(language)
    solution = get_object_or_404(PolicySolution.objects.readable(), code=code)
    try:
        made = begin_drafting(solution, language=chosen, by=request.user)
    except Refused as refused:
        messages.error(request, " ".join(sentence(finding) for finding in refused.findings))
        return HttpResponseRedirect(f"{reverse('translators:worklist', args=[language])}?solution={solution.code}")
    return redirect("translators:drafting", made.pk)


@needs(Permission.SEE_TRANSLATIONS)
def run(request: SignedInRequest, pk: int) -> HttpResponse:
    """How far it got; while it is open, the page goes on with it."""
    return _shown(request, get_object_or_404(DraftingRun.objects.select_related("solution", "by"), pk=pk))


@needs(Permission.TRANSLATE)
@require_POST
def more(request: SignedInRequest, pk: int) -> HttpResponse:
    """Some seconds of work, then how far it got; without script it is a button. Pressed twice, two share the work."""
    row = get_object_or_404(DraftingRun.objects.select_related("solution", "by"), pk=pk)
    try:
        row = draft_more(row, by=request.user)
    except Refused as refused:
        messages.error(request, " ".join(sentence(finding) for finding in refused.findings))
        return redirect("translators:drafting", pk)
    if request.headers.get("HX-Request"):
        return _shown(request, row)
    return redirect("translators:drafting", pk)


def _shown(request: SignedInRequest, row: DraftingRun) -> HttpResponse:
    template = "translators/_drafting.html" if request.headers.get("HX-Request") else "translators/drafting.html"
    errors = [(error.place["unit"], [sentence(finding) for finding in error.findings]) for error in from_json(row.errors)]
    return render(request, template, {**language_context(request, Language(row.language)), "run": row, "errors": errors})
