"""The strategic cooperation network: the chart, the bodies and firms behind it, agreements, and what flows between them."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any, Final

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _

from seoulution.apps.accounts.roles import Permission
from seoulution.apps.network.models import Agency, Agreement, Firm, NetworkEdge, Source
from seoulution.engine.vocabulary import Party
from seoulution.web.office.lists import sources_of
from seoulution.web.office.network_lists import BodyFilter, agency_listing, firm_listing, kind_words
from seoulution.web.office.programme_chart import PLACES, FlowGroup, flow_groups, live_chart, place_words
from seoulution.web.shared.access import needs
from seoulution.web.shared.component_values import Link
from seoulution.web.shared.list_downloads import PARAMETER, download_links, list_response
from seoulution.web.shared.tags.records import words

LIST: Final = "list"
BODIES: Final = "bodies"
FIRMS: Final = "firms"
ANCHORS: Final = {"firms": "companies"}
"""The chart's box of firms opens the list of firms; bodies that act as firms stand beside it."""


@needs(Permission.SEE_OFFICE)
def page(request: HttpRequest) -> HttpResponse:
    """The whole network on one page, so that an arrow of the chart always finds its records; filters narrow bodies and firms."""
    found = BodyFilter(request.GET, queryset=Agency.objects.filter(withdrawn_on=None))
    if name := request.GET.get(PARAMETER):
        wants_firms = request.GET.get(LIST) == FIRMS
        return list_response(name, firm_listing(list(found.firms)) if wants_firms else agency_listing(list(found.qs)))
    agencies = list(Agency.objects.filter(withdrawn_on=None))
    firms = list(Firm.objects.filter(withdrawn_on=None))
    edges = list(NetworkEdge.objects.filter(withdrawn_on=None).select_related("tail", "head"))
    agreements = list(Agreement.objects.filter(withdrawn_on=None).select_related("partner").order_by("-year", "position"))
    groups = flow_groups(edges, agencies)
    shown, shown_firms = list(found.qs), list(found.firms)
    by_code = {row.code: row for row in agencies}
    sources = sources_of([row.data for row in (*agencies, *firms, *edges, *agreements)])
    readings = list(dict.fromkeys(edge.record.reading for edge in edges if edge.record.reading))
    context = {
        "filter": found,
        "chart": live_chart(agencies, firms, groups),
        "bodies": _by_place(shown),
        "body_count": len(shown),
        "firms": [(row, [by_code[code] for code in row.record.forums if code in by_code]) for row in shown_firms],
        "forums": _forums(agencies, firms),
        "agreements": [
            (year, [(row, sources.get(row.record.source)) for row in rows])
            for year, rows in groupby(agreements, key=lambda row: row.year)
        ],
        "flows": _flows(groups, readings, sources),
        "readings": [words(reading) for reading in readings],
        "ways": _ways(shown, shown_firms, agreements, edges),
        "body_downloads": _links(request, BODIES),
        "firm_downloads": _links(request, FIRMS),
        "sources": sources,
    }
    return render(request, "office/network.html", context)


def _by_place(rows: Sequence[Agency]) -> list[tuple[str, str, list[tuple[Agency, str]]]]:
    """Bodies as (anchor, heading, (body, kind)), in the places of the chart and by kind within each."""
    places: dict[str, list[tuple[Agency, str]]] = {place: [] for place in dict.fromkeys(PLACES.values())}
    for row in rows:
        places[PLACES[Party(row.party)]].append((row, kind_words(row.kind)))
    order = {kind: number for number, kind in enumerate(dict.fromkeys(row.kind for row in rows))}
    for found in places.values():
        found.sort(key=lambda pair: order[pair[0].kind])
    return [(ANCHORS.get(place, place), _heading(place), found) for place, found in places.items() if found]


def _heading(place: str) -> str:
    return _("Companies that act as private ones") if place == "firms" else place_words(place)


def _forums(agencies: Iterable[Agency], firms: Sequence[Firm]) -> list[tuple[Agency, list[Firm]]]:
    """Each forum with the firms that a source names in it."""
    forums = [row for row in agencies if row.kind == "forum"]
    return [(row, [firm for firm in firms if row.code in firm.record.forums]) for row in forums]


def _flows(
    groups: Iterable[FlowGroup], readings: Sequence[Any], sources: Mapping[str, Source]
) -> list[tuple[FlowGroup, list[tuple[NetworkEdge, int, Source | None]]]]:
    """Each group with (edge, number of the reading or 0, source)."""
    return [
        (
            group,
            [
                (edge, readings.index(edge.record.reading) + 1 if edge.record.reading else 0, sources.get(edge.record.source))
                for edge in group.edges
            ],
        )
        for group in groups
    ]


def _ways(
    bodies: Sequence[Agency],
    firms: Sequence[Firm],
    agreements: Sequence[Agreement],
    edges: Sequence[NetworkEdge],
) -> list[Link]:
    """Ways down the page."""
    return [
        Link(_("Bodies"), "#bodies", count=len(bodies)),
        Link(_("Firms"), "#firms", count=len(firms)),
        Link(_("Agreements"), "#agreements", count=len(agreements)),
        Link(_("What flows"), "#flows", count=len(edges)),
    ]


def _links(request: HttpRequest, which: str) -> list[Link]:
    """The downloads of one of the two lists, with the same filters."""
    links = []
    for link in download_links(request):
        path, _mark, query = link.href.partition("?")
        asked = QueryDict(query, mutable=True)
        asked[LIST] = which
        links.append(Link(link.label, f"{path}?{asked.urlencode()}"))
    return links
