"""Who may open a page: every view names its rule, and the access test reads it back."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Final, TypeVar

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.roles import Permission

View = TypeVar("View", bound=Callable[..., HttpResponseBase])

OPEN: Final = "open"
"""A page for everyone."""
PRIVATE_LINK: Final = "private-link"
"""A page for whoever holds the city's private link."""
SIGNED_IN: Final = "signed-in"
"""A page for any account."""


class SignedInRequest(HttpRequest):
    """What a view behind `signed_in` or `needs` receives: its `user` is an account, never an anonymous visitor."""

    user: User


def open_to_all(view: View) -> View:
    """Marks a page as meant for everyone: a view without any mark fails the access test."""
    view.access = OPEN  # type: ignore[attr-defined]
    return view


def by_private_link(view: View) -> View:
    """Marks a page that checks the city's private link itself."""
    view.access = PRIVATE_LINK  # type: ignore[attr-defined]
    return view


def signed_in(view: View) -> View:
    """Any account."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        return view(request, *args, **kwargs)

    guarded.access = SIGNED_IN  # type: ignore[attr-defined]
    return guarded  # type: ignore[return-value]


def needs(permission: Permission) -> Callable[[View], View]:
    """Signed out leads to sign-in; a role without the permission is refused by the server."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            if not request.user.may(permission):
                raise PermissionDenied(permission)
            return view(request, *args, **kwargs)

        guarded.access = permission  # type: ignore[attr-defined]
        return guarded  # type: ignore[return-value]

    return decorate
