"""Coming in by the private link, and leaving."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from seoulution.web.city_portal.holder import holder_of, refused
from seoulution.web.shared import city_link
from seoulution.web.shared.access import by_private_link


@by_private_link
def enter(request: HttpRequest, token: str) -> HttpResponse:
    """Swaps the link for a cookie and leads to an address without the secret. Changes nothing: mail scanners open links too."""
    request.is_private = True  # type: ignore[attr-defined]
    if holder_of(token) is None:
        return refused(request, token)
    response = redirect("city_portal:file")
    response.headers["Referrer-Policy"] = "no-referrer"
    city_link.hand_over(request, response, token)
    return response


@by_private_link
@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """Forgets the link on this device."""
    request.is_private = True  # type: ignore[attr-defined]
    response = redirect("/")
    city_link.take_back(request, response)
    return response
