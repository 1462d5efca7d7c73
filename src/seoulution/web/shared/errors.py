"""Error pages that say what happened, what was kept and what to do next."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "shared/error.html", {"code": 400}, status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "shared/error.html", {"code": 403}, status=403)


def form_refused(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form without its token, or with one that ran out: the same page as other refusals, which says so."""
    return render(request, "shared/error.html", {"code": 403}, status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "shared/error.html", {"code": 404}, status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Shown when a page broke: works without database and session."""
    return render(request, "shared/error.html", {"code": 500}, status=500)
