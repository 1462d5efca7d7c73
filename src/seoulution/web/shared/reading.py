"""Reading somebody's data leaves a line behind, and taking it away asks why first."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Final

from django.core.paginator import Page
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from seoulution.apps.accounts.services.access_records import record_access
from seoulution.formats.cleaning import clean_text
from seoulution.web.shared.access import SignedInRequest
from seoulution.web.shared.client import client_address

LONGEST: Final = 500


def note_reading(
    request: SignedInRequest, *, about: str, about_code: str, whose: str, action: str = "view", reason: str = ""
) -> None:
    """Who, when, from where, whose data, what was done: written before anything is shown.

    whose : by record, never by name
    """
    record_access(
        request.user,
        address=client_address(request),
        about=about,
        about_code=about_code,
        whose=whose,
        action=action,
        reason=reason,
    )


def note_list(request: SignedInRequest, page: Page[Any], *, about: str, about_code: str, whose: str) -> None:
    """One line for a page of a list that names people, with the numbers of the first and the last record on it; none for an empty one."""
    numbers = sorted(row.pk for row in page)
    if numbers:
        on_it = f"{whose} {numbers[0]} to {numbers[-1]}, {len(numbers)} of them"
        note_reading(request, about=about, about_code=about_code, whose=on_it)


def with_reason(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A download of somebody's data: opened, it asks what it is needed for; the answer goes to the view as `reason`."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        reason = clean_text(request.POST.get("reason", "")).strip()[:LONGEST] if request.method == "POST" else ""
        if reason:
            return view(request, *args, reason=reason, **kwargs)
        status = 422 if request.method == "POST" else 200
        return render(request, "shared/why.html", {"unsaid": request.method == "POST"}, status=status)

    return guarded
