"""Signing in through the city hall's own sign-in, where the settings name one."""

from allauth.socialaccount.providers.openid_connect import views
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from seoulution.web.shared.access import open_to_all


@open_to_all
def begin(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Leads to the city hall's sign-in, with a state that only this browser's session knows."""
    return _where_set(request, provider_id) or views.login(request, provider_id)


@open_to_all
def back(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Where the city hall sends the person back to."""
    return _where_set(request, provider_id) or views.callback(request, provider_id)


def _where_set(request: HttpRequest, provider_id: str) -> HttpResponse | None:
    if settings.OPEN_ID is not None and provider_id == "city-hall":
        return None
    return render(request, "shared/account/open_id_failed.html", status=400)
