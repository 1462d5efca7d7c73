"""Who holds a city's private link: asked at every page of the file, answered from the stored row, one same answer to all others."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from seoulution.apps.demand.links import link_of
from seoulution.apps.demand.models import SharingRequest
from seoulution.engine.vocabulary import Language
from seoulution.web.shared import city_link, page_language
from seoulution.web.shared.access import by_private_link


def refused(request: HttpRequest) -> HttpResponse:
    """The same page and status whether a link was forged, ran out, was revoked or is dated in the future."""
    request.is_private = True  # type: ignore[attr-defined]
    response = page_language.page(request, page_language.chosen(request), "city_portal/refused.html", {}, status=404)
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


def language_of(request: HttpRequest, row: SharingRequest) -> Language:
    """What the reader chooses; otherwise the language the city asked to be answered in, or wrote in."""
    return page_language.chosen(request, otherwise=row.answer_language or row.language)


def for_holder(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Calls the view with the request of the link that the browser holds; without a valid one nothing is shown."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        request.is_private = True  # type: ignore[attr-defined]
        link = link_of(city_link.token_of(request), now=timezone.now())
        if link is None:
            return refused(request)
        with page_language.spoken(language_of(request, link.sharing_request)):
            return view(request, link.sharing_request, *args, **kwargs)

    return by_private_link(guarded)
