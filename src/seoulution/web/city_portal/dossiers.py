"""Dossiers that the office shares with the city: to read here, to take along as a file."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.safestring import mark_safe

from seoulution.apps.demand.models import SharingRequest
from seoulution.apps.publishing.models import Dossier
from seoulution.formats import FORMATS
from seoulution.formats.html import html_fragment
from seoulution.formats.json_reader import document_from
from seoulution.web.city_portal.holder import for_holder, language_of
from seoulution.web.shared import page_language
from seoulution.web.shared.documents import document_response


def _shared(row: SharingRequest, pk: int) -> Dossier:
    return get_object_or_404(row.dossiers.exclude(shared_with_city_at=None), pk=pk)


@for_holder
def read(request: HttpRequest, row: SharingRequest, pk: int) -> HttpResponse:
    """The dossier as a page; one that is not shared, or another city's, does not exist here."""
    dossier = _shared(row, pk)
    body = mark_safe(html_fragment(document_from(dossier.document)))  # noqa: S308 - escapes every value it prints
    context = {"row": row, "dossier": dossier, "body": body, "formats": PAPERS}
    return page_language.page(request, language_of(request, row), "city_portal/dossier.html", context)


@for_holder
def download(request: HttpRequest, row: SharingRequest, pk: int, name: str) -> HttpResponse:
    """The same as a file."""
    if name not in PAPERS:
        raise Http404
    dossier = _shared(row, pk)
    return document_response(document_from(dossier.document), name, f"{row.code}-{dossier.language}")


PAPERS = tuple(name for name in FORMATS if name not in ("json", "html"))
