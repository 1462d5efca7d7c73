"""The private link of a city in the browser: swapped on the first visit for a cookie that scripts cannot read."""

from typing import Final

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

HOST_COOKIE: Final = "__Host-city"
PLAIN_COOKIE: Final = "city"
"""Browsers refuse the `__Host-` prefix without TLS, which a development server has not."""


def cookie_name(request: HttpRequest) -> str:
    """Over TLS the cookie is bound to this host."""
    return HOST_COOKIE if request.is_secure() else PLAIN_COOKIE


def token_of(request: HttpRequest) -> str:
    """The token the browser holds; empty when it holds none."""
    return request.COOKIES.get(cookie_name(request), "")


def hand_over(request: HttpRequest, response: HttpResponse, token: str) -> None:
    """Gives the browser the token until it is closed."""
    response.set_cookie(cookie_name(request), token, path="/", secure=request.is_secure(), httponly=True, samesite="Lax")


def take_back(request: HttpRequest, response: HttpResponse) -> None:
    """Forgets the token on this device; the link itself stays valid."""
    response.set_cookie(
        cookie_name(request), "", max_age=0, path="/", secure=request.is_secure(), httponly=True, samesite="Lax"
    )


def address_of(request: HttpRequest, token: str) -> str:
    """The link as a person keeps it."""
    return request.build_absolute_uri(reverse("city_portal:enter", args=(token,)))
