"""One body of the network: its part, contacts of their date, and every record it stands behind."""

from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.roles import Permission
from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.cities.models import City, Membership
from seoulution.apps.cities.queries import sourced
from seoulution.apps.engagements.access import visible_to
from seoulution.apps.engagements.models import Engagement
from seoulution.apps.network.models import Agency, Correction, Firm, NetworkEdge
from seoulution.web.office.lists import sources_of
from seoulution.web.office.network_lists import kind_words
from seoulution.web.shared.access import SignedInRequest, needs
from seoulution.web.shared.component_values import Link
from seoulution.web.shared.tags.records import named, words


@needs(Permission.SEE_OFFICE)
def page(request: SignedInRequest, code: str) -> HttpResponse:
    """Only what is on record is shown; a part without records is left out rather than shown empty."""
    row = get_object_or_404(Agency, code=code)
    edges = _edges(row)
    agreements = list(row.agreements.filter(withdrawn_on=None))
    duties = list(row.responsibilities.filter(withdrawn_on=None))
    memberships = list(Membership.objects.filter(withdrawn_on=None, data__body=code))
    channels = list(row.channels.filter(withdrawn_on=None))
    sources = sources_of([each.data for each in (row, *edges, *agreements, *duties, *memberships, *channels)])
    context = {
        "row": row,
        "record": row.record,
        "kind": kind_words(row.kind),
        "edges": edges,
        "agreements": [(each, sources.get(each.record.source)) for each in agreements],
        "duties": duties,
        "memberships": memberships,
        "channels": [(each, sourced(each.record.count) if each.record.count else None) for each in channels],
        "solutions": row.solutions.filter(withdrawn_on=None).defer("data"),
        "funds": row.funds.filter(withdrawn_on=None).defer("data"),
        "courses": row.courses.filter(withdrawn_on=None).defer("data"),
        "engagements": _engagements(request.user, code),
        "firms": Firm.objects.filter(withdrawn_on=None, data__forums__contains=[code]),
        "corrections": Correction.objects.filter(withdrawn_on=None, data__touches__contains=[code]),
        "questions": _questions(code),
        "trail": [Link(_("Network"), "../")],
        "sources": sources,
    }
    return render(request, "office/agency.html", context)


def _edges(row: Agency) -> list[NetworkEdge]:
    """The flows of every box of the chart that the body is in."""
    boxes = Q(tail__data__agencies__contains=[row.code]) | Q(head__data__agencies__contains=[row.code])
    return list(NetworkEdge.objects.filter(boxes, withdrawn_on=None).select_related("tail", "head"))


def _engagements(user: User, code: str) -> list[tuple[Engagement, str]]:
    """Engagements with the body's part in each."""
    rows = visible_to(user).filter(data__participants__contains=[{"agency": code}]).select_related("city")
    return [
        (row, "; ".join(words(each.role) for each in row.record.participants if each.agency == code))
        for row in rows.defer("city__data")
    ]


def _questions(code: str) -> list[tuple[str, str, list[str]]]:
    """What only this body can answer: (name, address, questions) of the solutions and cities whose gaps name it."""
    gap = {"data__gaps__contains": [{"ask": code}], "withdrawn_on": None}
    solutions = [(row, reverse("public:solution", args=[row.code])) for row in PolicySolution.objects.filter(**gap)]
    cities = [(row, reverse("office:city", args=[row.code])) for row in City.objects.filter(**gap)]
    return [
        (named(row), address, [words(each.question) for each in row.record.gaps if each.ask == code])
        for row, address in (*solutions, *cities)
    ]
