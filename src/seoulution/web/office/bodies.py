"""One body of the network with everything it stands behind, and who in the programme owns what."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from seoulution.apps.accounts.roles import Permission
from seoulution.apps.cities.models import Membership
from seoulution.apps.engagements.models import Engagement
from seoulution.apps.network.models import Agency, NetworkEdge, Responsibility
from seoulution.web.office.lists import sources_of
from seoulution.web.shared.access import needs
from seoulution.web.shared.component_values import Link


def kind_words(kind: str) -> str:
    """A kind of body in words."""
    words = {
        "city_hall": _("The city"),
        "bureau": _("Bureaus and offices of the city"),
        "institute": _("Research institutes"),
        "training_centre": _("Training centres"),
        "university": _("Universities"),
        "municipal_corporation": _("Municipal corporations"),
        "ministry": _("Ministries"),
        "agency": _("National agencies"),
        "association": _("Associations"),
        "development_bank": _("Development banks"),
        "united_nations": _("United Nations"),
        "city_network": _("Networks of cities"),
        "foundation": _("Foundations"),
        "state_corporation": _("State corporations"),
        "mission": _("Missions"),
        "forum": _("Forums"),
    }
    return words.get(kind, kind)


@needs(Permission.SEE_OFFICE)
def agency(request: HttpRequest, code: str) -> HttpResponse:
    """One body: its role, contacts as of their date, what flows to and from it, and the records it stands behind."""
    row = get_object_or_404(Agency, code=code)
    edges = [
        edge
        for edge in NetworkEdge.objects.filter(withdrawn_on=None).select_related("tail", "head")
        if code in edge.tail.record.agencies or code in edge.head.record.agencies
    ]
    agreements = list(row.agreements.filter(withdrawn_on=None))
    duties = list(row.responsibilities.filter(withdrawn_on=None))
    memberships = list(Membership.objects.filter(withdrawn_on=None, data__body=code))
    context = {
        "row": row,
        "record": row.record,
        "kind": kind_words(row.kind),
        "edges": edges,
        "agreements": agreements,
        "duties": duties,
        "memberships": memberships,
        "solutions": row.solutions.filter(withdrawn_on=None).defer("data"),
        "funds": row.funds.filter(withdrawn_on=None),
        "courses": row.courses.filter(withdrawn_on=None),
        "engagements": Engagement.objects.filter(withdrawn_on=None, data__participants__contains=[{"agency": code}]),
        "trail": [Link(_("Network"), "../")],
        "sources": sources_of(row.data, [other.data for other in (*agreements, *duties, *memberships)]),
    }
    return render(request, "office/agency.html", context)


@needs(Permission.SEE_OFFICE)
def responsibilities(request: HttpRequest) -> HttpResponse:
    """Who in the programme owns what."""
    rows = list(Responsibility.objects.filter(withdrawn_on=None).select_related("agency"))
    context = {"rows": rows, "sources": sources_of([row.data for row in rows])}
    return render(request, "office/responsibilities.html", context)
