"""Limits at the door of a page: who reached one reads why, how long to wait, and what to do instead."""

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any, TypeVar

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render

from seoulution.apps.accounts.services.limits import Exhausted, take
from seoulution.web.shared.client import client_address

View = TypeVar("View", bound=Callable[..., HttpResponseBase])
Wanted = Iterable[tuple[str, str]]


def by_address(request: HttpRequest) -> str:
    """The machine it came from, as far as our proxies can tell."""
    return client_address(request) or "local"


def by_browser(request: HttpRequest) -> str:
    """One browser behind one address: what its form was given."""
    return f"{by_address(request)} {request.META.get('CSRF_COOKIE', '')}"


def by_account(request: HttpRequest) -> str:
    """The account; the address where nobody is signed in."""
    return f"account {request.user.pk}" if request.user.is_authenticated else by_address(request)


def limited(
    wanted: Callable[[HttpRequest], Wanted], *, only: Callable[[HttpRequest], bool] = lambda request: True
) -> Callable[[View], View]:
    """Takes from the buckets that `wanted` names before the view runs; `only` says for which requests."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            exhausted = take(*wanted(request)) if only(request) else None
            return view(request, *args, **kwargs) if exhausted is None else too_many(request, exhausted)

        return guarded  # type: ignore[return-value]

    return decorate


def uploads(request: HttpRequest) -> Wanted:
    """What a file counts by."""
    return (("upload", by_account(request)),)


def brings_a_file(request: HttpRequest) -> bool:
    """Only forms that carry one."""
    return request.method == "POST" and bool(request.FILES)


def searches(request: HttpRequest) -> Wanted:
    """What a search counts by."""
    return (("search", by_account(request)),)


def asks_for_words(request: HttpRequest) -> bool:
    """Only a list that is searched counts, not one that is read."""
    return bool(request.GET.get("q", "").strip())


def is_post(request: HttpRequest) -> bool:
    """Only what is sent counts, not the page with the form."""
    return request.method == "POST"


def too_many(request: HttpRequest, exhausted: Exhausted) -> HttpResponse:
    """429 with the seconds to wait; programs get it as JSON."""
    if request.path_info.startswith("/api/"):
        answer: HttpResponse = JsonResponse({"detail": str(exhausted.limit.said), "retry_after": exhausted.wait}, status=429)
    else:
        minutes = -(-exhausted.wait // 60)
        answer = render(request, "shared/too_many.html", {"said": exhausted.limit.said, "minutes": minutes}, status=429)
    answer.headers["Retry-After"] = str(exhausted.wait)
    return answer
