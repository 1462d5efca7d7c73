"""What this site keeps of a visitor, and under which terms its code and data may be used."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from seoulution.web.shared.access import open_to_all


@open_to_all
def privacy(request: HttpRequest) -> HttpResponse:
    """Only what the software truly does today."""
    context = {"link_days": settings.STATUS_LINK_DAYS, "idle_minutes": settings.SESSION_IDLE_MINUTES}
    return render(request, "public/privacy.html", context)


@open_to_all
def licence(request: HttpRequest) -> HttpResponse:
    """Code, map, typeface, and what is not ours to license."""
    return render(request, "public/licence.html")
