"""Dossiers that the office shares with the city: to read here, to take along as a file."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.safestring import mark_safe

from seoulution.apps.publishing.models import Dossier
from seoulution.formats import FORMATS
from seoulution.formats.html import html_fragment
from seoulution.formats.json_reader import document_from
from seoulution.web.city_portal.holder import Holder, for_party, language_for
from seoulution.web.shared import page_language
from seoulution.web.shared.documents import document_response


def _shared(holder: Holder, pk: int) -> Dossier:
    """Those of the holder's request: a city that follows an engagement reads those of the request it came of."""
    rows = Dossier.objects.select_related("sharing_request").exclude(shared_with_city_at=None)
    return get_object_or_404(rows.filter(sharing_request__isnull=False, sharing_request=holder.request), pk=pk)


@for_party
def read(request: HttpRequest, holder: Holder, pk: int) -> HttpResponse:
    """The dossier as a page; one that is not shared, or another city's, does not exist here."""
    dossier = _shared(holder, pk)
    body = mark_safe(html_fragment(document_from(dossier.document)))  # noqa: S308 - escapes every value it prints
    context = {"row": dossier.sharing_request, "dossier": dossier, "body": body, "formats": PAPERS}
    return page_language.page(request, language_for(request, holder), "city_portal/dossier.html", context)


@for_party
def download(request: HttpRequest, holder: Holder, pk: int, name: str) -> HttpResponse:
    """The same as a file."""
    if name not in PAPERS:
        raise Http404
    dossier = _shared(holder, pk)
    return document_response(document_from(dossier.document), name, f"{dossier.sharing_request.code}-{dossier.language}")


PAPERS = tuple(name for name in FORMATS if name not in ("json", "html"))
