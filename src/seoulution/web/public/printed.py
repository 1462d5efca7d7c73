"""Leaflets and brochures as downloads, in the language that the reader chose; refused as long as they would quote an expired claim."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.publishing.models import PaperKind
from seoulution.apps.publishing.papers import FORMATS, NothingToPrint, Wanted, paper_of, refusals
from seoulution.engine.vocabulary import Sector
from seoulution.web.shared import page_language
from seoulution.web.shared.access import open_to_all
from seoulution.web.shared.claim_links import with_ways
from seoulution.web.shared.documents import document_response
from seoulution.web.shared.paper_addresses import addresses_of


@open_to_all
def leaflet(request: HttpRequest, code: str, name: str) -> HttpResponse:
    """One solution on one sheet."""
    row = get_object_or_404(PolicySolution.objects.offered().select_related("owner"), code=code)
    wanted = Wanted(PaperKind.LEAFLET, page_language.chosen(request), solution=row)
    return _printed(request, wanted, name, stem=f"leaflet-{row.code}", back=reverse("public:solution", args=(row.code,)))


@open_to_all
def brochure(request: HttpRequest, sector: str, name: str) -> HttpResponse:
    """All that a sector offers."""
    if sector not in set(Sector):
        raise Http404
    wanted = Wanted(PaperKind.BROCHURE, page_language.chosen(request), sector=Sector(sector))
    back = f"{reverse('public:solutions')}?sector={sector}"
    return _printed(request, wanted, name, stem=f"brochure-{sector}", back=back)


def _printed(request: HttpRequest, wanted: Wanted, name: str, *, stem: str, back: str) -> HttpResponse:
    if name not in FORMATS:
        raise Http404
    try:
        paper = paper_of(wanted, addresses_of(request), now=timezone.now())
    except NothingToPrint as nothing:
        raise Http404 from nothing
    if findings := refusals(paper, timezone.localdate()):
        context = {"paper": paper, "back": back, "findings": with_ways(findings, request.user)}
        return render(request, "public/printing_refused.html", context, status=409)
    return document_response(paper, name, f"{stem}-{wanted.language}")
