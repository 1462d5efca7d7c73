"""A visitor's own choice that needs no account: light, dark, or as the system says."""

from typing import Final

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from seoulution.web.shared.access import open_to_all

THEMES: Final = ("light", "dark", "system")
COOKIE: Final = "theme"
A_YEAR: Final = 365 * 24 * 60 * 60


@open_to_all
@require_POST
def set_theme(request: HttpRequest) -> HttpResponse:
    """Keep the choice in a cookie and go back to the page it was made on, if that page is ours."""
    back = request.POST.get("next", "")
    ours = url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()}, require_https=request.is_secure())
    response = HttpResponseRedirect(back if ours else "/")
    theme = request.POST.get("theme", "")
    if theme in THEMES:
        response.set_cookie(COOKIE, theme, max_age=A_YEAR, samesite="Lax", httponly=True, secure=request.is_secure())
    return response
