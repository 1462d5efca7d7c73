"""How long a sign-in lasts, and what it opens before an own password is chosen and a second factor set up."""

import time
from collections.abc import Callable
from typing import Final

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from seoulution.apps.accounts.roles import Permission
from seoulution.web.shared.signing_in.proof import SECOND_FACTOR

Handler = Callable[[HttpRequest], HttpResponse]

_STARTED: Final = "started_at"
_SEEN: Final = "seen_at"
_BEFORE_SECOND_FACTOR: Final = (
    "account_second_factor",
    "account_recovery_codes",
    "account_confirm",
    "choose_password",
    "sign_out",
    "set_language",
    "set_theme",
)


def idle_and_absolute_limits(get_response: Handler) -> Handler:
    """A sign-in ends after the idle time without a page, and after the absolute time in any case."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            now = time.time()
            request.session.setdefault(_STARTED, now)
            seen = request.session.get(_SEEN, now)
            if has_run_out(request.session, now):
                logout(request)
                messages.info(request, _("You were signed out after a time without activity. Nothing you had saved is lost."))
                return redirect(f"{reverse('sign_in')}?next={request.path}")
            if now - seen > 30 or _SEEN not in request.session:
                request.session[_SEEN] = now
        return get_response(request)

    return middleware


def has_run_out(session: SessionBase, now: float) -> bool:
    """Whether the idle or the absolute time of a sign-in is over."""
    started, seen = session.get(_STARTED, now), session.get(_SEEN, now)
    return bool(now - seen > settings.SESSION_IDLE_MINUTES * 60 or now - started > settings.SESSION_ABSOLUTE_HOURS * 3600)


def one_time_password_must_be_changed(get_response: Handler) -> Handler:
    """Whoever signed in with a one-time password chooses an own one before anything else."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated and request.user.password_is_one_time:
            allowed = {reverse("choose_password"), reverse("sign_out"), reverse("set_language")}
            if request.path not in allowed and not request.path.startswith(settings.STATIC_URL):
                return redirect("choose_password")
        return get_response(request)

    return middleware


def second_factor_where_required(get_response: Handler) -> Handler:
    """Who sees the office without a second factor sets one up before anything else, where the settings ask for it."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if (
            settings.SECOND_FACTOR_REQUIRED
            and request.user.is_authenticated
            and request.user.may(Permission.SEE_OFFICE)
            and not request.session.get(SECOND_FACTOR)
            and request.path not in {reverse(name) for name in _BEFORE_SECOND_FACTOR}
            and not request.path.startswith(settings.STATIC_URL)
        ):
            return redirect("account_second_factor")
        return get_response(request)

    return middleware
