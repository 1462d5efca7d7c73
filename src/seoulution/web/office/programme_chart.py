"""The cooperation chart from live records: every box and arrow leads to the records behind it on the page of the network."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext as _

from seoulution.apps.cities.models import City
from seoulution.apps.engagements.access import shown_to_all
from seoulution.apps.network.models import Agency, Firm, NetworkEdge, NetworkNode
from seoulution.apps.publishing.labels import label
from seoulution.drawing.programme_map import ActorNode, FlowEdge, ProgrammeMap, StageNode, programme_map
from seoulution.engine.vocabulary import NetworkFlow, Party, Stage
from seoulution.web.shared.programme_lines import Flow, Line, drawn_line
from seoulution.web.shared.tags.records import named

PLACES: Final[Mapping[Party, str]] = {
    Party.CITY_HALL: "provider",
    Party.INSTITUTE: "institutes",
    Party.MUNICIPAL_CORPORATION: "institutes",
    Party.INTERNATIONAL_BODY: "international",
    Party.AGENCY: "agencies",
    Party.PRIVATE_CONSORTIUM: "firms",
    Party.PARTNER_CITY: "partners",
}
"""Where a body stands on the sheet follows from who it is before the law."""
SHOWS: Final[Mapping[str, str]] = {
    "provider": "provider",
    "firms": "firms",
    "cities": "partners",
    "engagements": "partners",
}
"""Boxes that open other records than bodies."""
LONGEST_NAME: Final = 26


@dataclass(frozen=True, slots=True)
class FlowGroup:
    """One kind of flow between two places with the edges behind it; `line` is how the map draws it, if it does."""

    anchor: str
    heading: str
    label: str
    line: Line | None
    edges: tuple[NetworkEdge, ...]


def place_words(place: str) -> str:
    """A place of the sheet in words."""
    words = {
        "provider": _("Seoul and its bureaus"),
        "institutes": _("Institutes and corporations of the city"),
        "international": _("International bodies"),
        "agencies": _("Ministries and agencies"),
        "firms": _("Private firms"),
        "partners": _("Partner cities"),
    }
    return words[place]


def place_of(node: NetworkNode, parties: Mapping[str, str]) -> str:
    """Where a box of the documents' chart stands: by what it shows, else by the party of its first body still on record."""
    record = node.record
    if record.shows in SHOWS:
        return SHOWS[record.shows]
    known = [parties[code] for code in record.agencies if code in parties]
    return PLACES[Party(known[0])] if known else PLACES[Party.AGENCY]


def flow_groups(edges: Iterable[NetworkEdge], agencies: Iterable[Agency]) -> list[FlowGroup]:
    """What one line of the map draws stands in one group, both directions together, so that its count is what it opens."""
    parties = {row.code: row.party for row in agencies}
    found: dict[Flow | Line, dict[Flow, list[NetworkEdge]]] = {}
    for edge in edges:
        flow = (place_of(edge.tail, parties), edge.flow, place_of(edge.head, parties))
        found.setdefault(drawn_line(flow) or flow, {}).setdefault(flow, []).append(edge)
    return [_group(list(flows), [edge for rows in flows.values() for edge in rows]) for flows in found.values()]


def _group(flows: Sequence[Flow], edges: Sequence[NetworkEdge]) -> FlowGroup:
    tail, kind, head = flows[0]
    words = label(NetworkFlow, kind)
    arrow = "↔" if (head, kind, tail) in flows and head != tail else "→"
    places = f"{place_words(tail)} {arrow} {place_words(head)}"
    return FlowGroup("flow-" + "-".join(flows[0]), f"{places}: {words}", words, drawn_line(flows[0]), tuple(edges))


def live_chart(agencies: Sequence[Agency], firms: Sequence[Firm], groups: Iterable[FlowGroup]) -> ProgrammeMap:
    """Bodies and firms on record, flows between their places, and engagements by stage as they stand now."""
    counts = dict(shown_to_all().values_list("stage").annotate(Count("pk")).order_by())
    board = reverse("office:engagements")
    stages = [StageNode(stage, label(Stage, stage), counts.get(stage, 0), f"{board}?stage={stage}") for stage in Stage]
    edges = [
        FlowEdge(group.line[0], group.line[1], group.label, len(group.edges), f"#{group.anchor}")
        for group in groups
        if group.line is not None
    ]
    return programme_map(
        [*_bodies(agencies), _actor("firms", [named(row) for row in firms], "#firms"), _partners()],
        edges,
        stages,
        title=_("The programme: its flow and who works with whom"),
        description=_(
            "Eight stages from exchange between cities to feedback, with the number of engagements in each, and the bodies around them."
        ),
        demand=(_("ties"), _("alumni"), _("networks"), _("demand"), _("request")),
        feedback_label=_("Feedback into the next cooperation"),
    )


def _actor(place: str, names: Sequence[str], href: str) -> ActorNode:
    """A name that would not fit its box is left to the list behind the count."""
    short = [name for name in names if len(name) <= LONGEST_NAME]
    return ActorNode(place, place, place_words(place), len(names), href, tuple(short[:6]))


def _bodies(agencies: Sequence[Agency]) -> list[ActorNode]:
    names: dict[str, list[str]] = {"provider": [], "institutes": [], "international": [], "agencies": []}
    for row in agencies:
        if (place := PLACES[Party(row.party)]) in names:
            names[place].append(row.record.abbreviation or named(row))
    return [_actor(place, found, f"#{place}") for place, found in names.items()]


def _partners() -> ActorNode:
    """All partner places; the target cities lend their names."""
    cities = City.objects.filter(withdrawn_on=None, is_provider=False).order_by("-is_target", "position").defer("data")
    return _actor("partners", [named(row) for row in cities], reverse("office:cities"))
