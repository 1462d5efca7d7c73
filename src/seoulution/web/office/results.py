"""Results against baseline and target; only the city can confirm one."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from seoulution.apps.accounts.roles import Permission
from seoulution.apps.engagements.models import Engagement
from seoulution.apps.outcomes.models import Result
from seoulution.engine.vocabulary import Stage
from seoulution.web.office.lists import page_of
from seoulution.web.shared.access import needs

DELIVERED = (Stage.MAIN_PROJECT, Stage.OPERATION, Stage.FEEDBACK)
STANDS = ("won", "running", "done")


@needs(Permission.SEE_OFFICE)
def page(request: HttpRequest) -> HttpResponse:
    """Confirmed ones first; and the engagements from which results could be asked for."""
    rows = Result.objects.select_related("engagement__city").order_by("-confirmed_on", "engagement", "id")
    asked = Engagement.objects.filter(withdrawn_on=None, stage__in=DELIVERED, standing__in=STANDS, results=None)
    context = {
        "page": page_of(request, rows),
        "confirmed": Result.objects.exclude(confirmed_on=None).count(),
        "to_ask": asked.select_related("city"),
    }
    return render(request, "office/results.html", context)
