"""Who works with whom: the bodies of the cooperation network and what flows between them, as of 2014."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from seoulution.apps.network.models import Firm, NetworkEdge
from seoulution.web.public.programme import flow_groups, groups
from seoulution.web.public.sources_used import sources_of
from seoulution.web.shared.access import open_to_all


@open_to_all
def page(request: HttpRequest) -> HttpResponse:
    """The records behind the programme map's boxes and arrows."""
    edges = list(NetworkEdge.objects.filter(withdrawn_on=None).select_related("tail", "head"))
    shown = groups()
    firms = list(Firm.objects.filter(withdrawn_on=None))
    data = [[agency.data for agency in group.agencies] for group in shown]
    context = {
        "groups": [group for group in shown if group.agencies],
        "firms": firms,
        "flows": flow_groups(edges),
        "sources": sources_of(data, [row.data for row in firms], [row.data for row in edges]),
    }
    return render(request, "public/network.html", context)
