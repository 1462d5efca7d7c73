"""A solution written for one receiving city, in any of the eleven languages: as a page and as a paper."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language

from seoulution.apps.catalogue.languages import SOURCE_LANGUAGES
from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.cities.models import City
from seoulution.apps.publishing.compose.edition_paper import edition_paper
from seoulution.apps.publishing.editions import city_edition
from seoulution.apps.publishing.quoting import printing_findings
from seoulution.engine.vocabulary import Language
from seoulution.web.public.fit import Fit, fit_of
from seoulution.web.shared import page_language
from seoulution.web.shared.access import open_to_all
from seoulution.web.shared.documents import document_response
from seoulution.web.shared.edition_page import PAPERS, edition_context, wish


def _solution(code: str) -> PolicySolution:
    return get_object_or_404(PolicySolution.objects.readable().select_related("owner"), code=code)


@open_to_all
def of(request: HttpRequest, code: str) -> HttpResponse:
    """Asks which city; a known name, in any language, leads to its edition."""
    row, fit = _solution(code), fit_of(request.GET.get("city", ""))
    return _to(request, row, fit.city) if fit and fit.city else _asking(request, row, fit)


@open_to_all
def page(request: HttpRequest, code: str, city: str) -> HttpResponse:
    """The edition. The city goes by any of its names; near misses are suggested."""
    row, fit = _solution(code), fit_of(city)
    if fit is None or fit.city is None:
        return _asking(request, row, fit, status=404)
    found = fit.city
    if found.code != city:
        return _to(request, row, found)
    language = page_language.chosen(request)
    with page_language.spoken(language):
        edition = city_edition(row, found, language, today=timezone.localdate())
        query = {"lang": language.value, "city": found.code, "text": wish(edition)}
        context = {**edition_context(edition), "ask_href": f"{reverse('public:ask')}?{urlencode(query)}"}
    return _page(request, language, "public/edition.html", context)


def _to(request: HttpRequest, row: PolicySolution, city: City) -> HttpResponse:
    chosen = request.GET.get(page_language.PARAMETER, "")
    address = reverse("public:edition", args=(row.code, city.code))
    return redirect(f"{address}?{urlencode({page_language.PARAMETER: chosen})}" if chosen in set(Language) else address)


def _asking(request: HttpRequest, row: PolicySolution, fit: Fit | None, *, status: int = 200) -> HttpResponse:
    return _page(request, page_language.chosen(request), "public/edition_city.html", {"row": row, "fit": fit}, status=status)


def _page(
    request: HttpRequest, language: Language, template: str, context: Mapping[str, Any], *, status: int = 200
) -> HttpResponse:
    """Korean and English in the ordinary interface with its navigation, unless the address names a language; the rest without."""
    if page_language.PARAMETER in request.GET or language not in SOURCE_LANGUAGES or language.value != get_language():
        values = {**context, "base": "shared/base_page_language.html"}
        return page_language.page(request, language, template, values, status=status)
    ordinary = {
        "base": "shared/base.html",
        "content_language": language.value,
        "languages": page_language.chooser(request, language),
    }
    response = render(request, template, {**context, **ordinary}, status=status)
    patch_vary_headers(response, ("Accept-Language", "Cookie"))
    return response


@open_to_all
def download(request: HttpRequest, code: str, city: str, name: str) -> HttpResponse:
    """The same as a paper; one with an expired claim is not printed, and the page says who can renew it."""
    row, fit = _solution(code), fit_of(city)
    if fit is None or fit.city is None or name not in PAPERS:
        raise Http404
    found = fit.city
    language = page_language.chosen(request)
    with page_language.spoken(language):
        edition = city_edition(row, found, language, today=timezone.localdate())
        paper = edition_paper(edition, now=timezone.now())
        quoted = [key for key, _words in paper.claims]
        findings = printing_findings([row], edition.today, quoted=quoted)
    if findings:
        context = {"row": row, "city": found, "findings": findings}
        return _page(request, language, "public/edition_refused.html", context, status=409)
    return document_response(paper, name, f"{row.code}-{found.code}-{language}")
