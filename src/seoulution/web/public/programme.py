"""The programme map from live records: the documents' flow chart and cooperation network with today's counts."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from django.db.models import Count
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from seoulution.apps.cities.models import City
from seoulution.apps.engagements.access import shown_to_all
from seoulution.apps.network.models import Agency, Firm, NetworkEdge, NetworkNode
from seoulution.apps.publishing.labels import label
from seoulution.drawing.programme_map import ActorNode, FlowEdge, ProgrammeMap, StageNode, programme_map
from seoulution.engine.vocabulary import NetworkFlow, Stage
from seoulution.web.shared.programme_lines import Flow, Line, drawn_line
from seoulution.web.shared.tags.records import named

SLOTS: Final[Mapping[str, Promise]] = {
    "provider": gettext_lazy("Seoul"),
    "institutes": gettext_lazy("Institutes and corporations"),
    "international": gettext_lazy("International bodies"),
    "agencies": gettext_lazy("Ministries and agencies"),
    "firms": gettext_lazy("Private firms"),
    "partners": gettext_lazy("Partner cities"),
}

_PLACES: Final[Mapping[str, str]] = {
    "seoul": "provider",
    "city-institutes": "institutes",
    "world-cities-research-centre": "institutes",
    "corporations": "institutes",
    "international-bodies": "international",
    "world-bank": "international",
    "adb": "international",
    "idb": "international",
    "firms": "firms",
    "expected-cities": "partners",
    "shared": "partners",
}


@dataclass(frozen=True, slots=True)
class Group:
    """The chart's boxes that stand in one place of the map, with the records behind them."""

    slot: str
    title: str
    nodes: tuple[NetworkNode, ...]
    agencies: tuple[Agency, ...]


def slot_of(node: NetworkNode) -> str:
    """Boxes that the chart draws below Seoul are ministries and agencies."""
    return _PLACES.get(node.code, "agencies")


def groups() -> list[Group]:
    """The boxes of the documents' chart, gathered as the map draws them."""
    nodes = list(NetworkNode.objects.filter(withdrawn_on=None))
    agencies = {row.code: row for row in Agency.objects.filter(withdrawn_on=None)}
    found = []
    for slot, title in SLOTS.items():
        here = tuple(node for node in nodes if slot_of(node) == slot)
        codes = dict.fromkeys(
            code for node in here if node.record.shows == "agencies" or slot == "provider" for code in node.record.agencies
        )
        found.append(Group(slot, str(title), here, tuple(agencies[code] for code in codes if code in agencies)))
    return found


@dataclass(frozen=True, slots=True)
class FlowGroup:
    """One kind of flow between two places with the edges behind it; `line` is how the map draws it, if it does."""

    anchor: str
    title: str
    line: Line | None
    edges: tuple[NetworkEdge, ...]


def flow_groups(edges: Iterable[NetworkEdge]) -> list[FlowGroup]:
    """What one line of the map draws stands in one group, both directions together, so that its count is what it opens."""
    found: dict[tuple[str, str, str], list[tuple[Flow, NetworkEdge]]] = {}
    for edge in edges:
        flow = (slot_of(edge.tail), edge.flow, slot_of(edge.head))
        found.setdefault(drawn_line(flow) or flow, []).append((flow, edge))
    return [_flow_group(rows) for rows in found.values()]


def _flow_group(rows: Sequence[tuple[Flow, NetworkEdge]]) -> FlowGroup:
    tail, kind, head = flow = rows[0][0]
    arrow = "↔" if any(other == (head, kind, tail) for other, _edge in rows) and head != tail else "→"
    title = f"{SLOTS[tail]} {arrow} {SLOTS[head]}: {label(NetworkFlow, kind)}"
    return FlowGroup("flow-" + "-".join(flow), title, drawn_line(flow), tuple(edge for _flow, edge in rows))


def live_map() -> ProgrammeMap:
    """Every box and arrow leads to the records behind it."""
    network = reverse("public:network")
    counts = dict(shown_to_all().values_list("stage").annotate(Count("pk")).order_by())
    status = reverse("public:status")
    stages = [
        StageNode(stage.value, label(Stage, stage), counts.get(stage.value, 0), f"{status}?stage={stage.value}")
        for stage in Stage
    ]
    edges = (
        NetworkEdge.objects.filter(withdrawn_on=None).select_related("tail", "head").defer("data", "tail__data", "head__data")
    )
    return programme_map(
        [_actor(group, network) for group in groups()],
        [
            FlowEdge(
                group.line[0], group.line[1], label(NetworkFlow, group.line[2]), len(group.edges), f"{network}#{group.anchor}"
            )
            for group in flow_groups(edges)
            if group.line is not None
        ],
        stages,
        title=_("The programme: its flow and who works with whom"),
        description=_(
            "Eight stages from exchange between cities to feedback, with the number of engagements in each, and the bodies around them."
        ),
        demand=(_("ties"), _("alumni"), _("networks"), _("demand"), _("request")),
        feedback_label=_("Feedback into the next cooperation"),
    )


def _short(row: Agency) -> str:
    """The abbreviation where the name would not fit its box."""
    return (row.record.abbreviation or named(row)) if len(named(row)) > LONGEST_NAME else named(row)


LONGEST_NAME: Final = 24
MOST_NAMES: Final = 5


def _actor(group: Group, network: str) -> ActorNode:
    members: Sequence[str] = [_short(row) for row in group.agencies]
    count, href = len(group.agencies), f"{network}#{group.slot}"
    if group.slot == "firms":
        firms = list(Firm.objects.filter(withdrawn_on=None))
        count, members = len(firms), [named(row) for row in firms if row.record.flagged is None]
    elif group.slot == "partners":
        cities = City.objects.filter(withdrawn_on=None, is_provider=False)
        count, href = cities.count(), reverse("public:cities")
        members = [named(row) for row in cities.filter(is_target=True).defer("data")[:MOST_NAMES]]
    return ActorNode(group.slot, group.slot, group.title, count, href, tuple(members[:MOST_NAMES]))
