"""When a person last proved who they are: asked again before roles change, people are exported or anything is deleted."""

import time
from collections.abc import Callable
from functools import wraps
from typing import Any, Final, TypeVar
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.services.sessions import remember_device

View = TypeVar("View", bound=Callable[..., HttpResponseBase])

SECOND_FACTOR: Final = "second_factor"
"""In the session: whether a second factor stood behind the sign-in."""
_PROVED: Final = "proved_at"


def prove(request: HttpRequest, at: float) -> None:
    """The person just proved who they are."""
    request.session[_PROVED] = at


def is_recent(request: HttpRequest) -> bool:
    """Whether that was within the minutes of the settings."""
    proved = request.session.get(_PROVED, request.session.get("started_at", 0))
    return bool(time.time() - proved <= settings.RECENT_SIGN_IN_MINUTES * 60)


def proof_first(request: HttpRequest, back: str) -> HttpResponseBase | None:
    """Where an older sign-in is confirmed, and from there back; None where the person proved lately who they are."""
    return None if is_recent(request) else redirect(f"{reverse('account_confirm')}?{urlencode({'next': back})}")


def recently_proved(view: View) -> View:
    """A sign-in older than a quarter of an hour is confirmed first; it leads back to the page, where nothing was done yet.

    Stands above the mark of access, which it keeps, so that a form sent too late loses its words and does nothing.
    """

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        back = request.get_full_path() if request.method == "GET" else _page_of_the_form(request)
        asked = proof_first(request, back) if request.user.is_authenticated else None
        return asked or view(request, *args, **kwargs)

    return guarded  # type: ignore[return-value]


def _page_of_the_form(request: HttpRequest) -> str:
    """Where the form stood, as the browser says; only ever an address of ours."""
    page = urlsplit(request.META.get("HTTP_REFERER", ""))
    return page.path if page.netloc == request.get_host() and page.path.startswith("/") else reverse("account")


def keep_this_session(request: HttpRequest, user: User) -> None:
    """After all sessions of the person ended: this one goes on under a new key."""
    update_session_auth_hash(request, user)
    remember_device(request)
