"""What waits today, and a search over everything."""

from datetime import date

from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.roles import Permission
from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.catalogue.queries import waiting
from seoulution.apps.cities.models import City
from seoulution.apps.demand.models import Message, RequestState, SharingRequest
from seoulution.apps.engagements.access import visible_to
from seoulution.apps.engagements.models import Promise
from seoulution.apps.financing.models import Fund
from seoulution.apps.financing.queries import fund_terms
from seoulution.apps.network.models import Agency, Firm
from seoulution.apps.publishing.models import Dossier
from seoulution.apps.publishing.sendings import untold
from seoulution.engine.cities.names import plain
from seoulution.engine.financing.watch import fund_watch
from seoulution.engine.findings import Finding
from seoulution.formats.cleaning import clean_text
from seoulution.web.office.reviews import texts_waiting
from seoulution.web.shared.access import SignedInRequest, needs

_MOST = 8


@needs(Permission.SEE_OFFICE)
def today(request: SignedInRequest) -> HttpResponse:
    """New requests, promises due, words from cities, stale funds, latest dossiers."""
    day = timezone.localdate()
    seen = Q(engagement=None) | Q(engagement__in=visible_to(request.user))
    open_promises = Promise.objects.filter(seen, kept_on=None, closed_reason="").select_related("engagement", "sharing_request")
    requests = SharingRequest.objects.select_related("city").defer("city__data")
    context = {
        "new": requests.filter(state=RequestState.NEW)[:_MOST],
        "new_count": SharingRequest.objects.filter(state=RequestState.NEW).count(),
        "in_work": requests.filter(state=RequestState.IN_WORK)[:_MOST],
        "promises": open_promises[:_MOST],
        "messages_from_cities": Message.objects.filter(from_city=True, read_at=None).select_related("sharing_request")[:_MOST],
        "funds": _funds(day),
        "claims_waiting": waiting(day),
        "untold": untold(day).count(),
        "dossiers": Dossier.objects.select_related("sharing_request__city").defer("document", "sharing_request__city__data")[
            :_MOST
        ],
        "texts": texts_waiting()[:_MOST] if request.user.may(Permission.REVIEW_FOR_RECEIVERS) else None,
        "day": day,
    }
    return render(request, "office/today.html", context)


def _funds(day: date) -> list[tuple[Fund, Finding]]:
    """The funds that most need to be asked again, each with why."""
    rows = {fund.code: fund for fund in Fund.objects.filter(withdrawn_on=None)}
    return [(rows[finding.subject], finding) for finding in fund_watch(fund_terms(), day)[:_MOST]]


@needs(Permission.SEE_OFFICE)
def search(request: SignedInRequest) -> HttpResponse:
    """Cities, solutions, engagements, requests, funds, bodies and firms whose name holds the words."""
    query = clean_text(request.GET.get("q", "")).strip()[:100]
    groups = _found(query, request.user) if query else []
    return render(request, "office/search.html", {"query": query, "groups": groups})


def _found(query: str, user: User) -> list[tuple[str, list[object]]]:
    by_name = Q(name_ko__icontains=query) | Q(name_en__icontains=query) | Q(code__icontains=query)
    groups: list[tuple[str, list[object]]] = [
        ("city", list(City.objects.filter(by_name | Q(names__folded__contains=plain(query))).distinct()[:_MOST])),
        ("solution", list(PolicySolution.objects.filter(by_name)[:_MOST])),
        ("engagement", list(visible_to(user).filter(by_name)[:_MOST])),
        ("fund", list(Fund.objects.filter(by_name)[:_MOST])),
        ("agency", list(Agency.objects.filter(by_name)[:_MOST])),
        ("firm", list(Firm.objects.filter(by_name)[:_MOST])),
    ]
    if user.may(Permission.SEE_REQUESTS):
        own = Q(code__icontains=query) | Q(city_as_written__icontains=query) | Q(text__icontains=query)
        groups.insert(0, ("request", list(SharingRequest.objects.filter(own)[:_MOST])))
    return [(kind, rows) for kind, rows in groups if rows]
