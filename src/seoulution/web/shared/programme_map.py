"""The programme on one sheet: the documents' flow chart (사업 흐름도) and cooperation network (전략적 협력체계), with live counts.

The flow runs from the provider city at the left to the partner cities at the right; exchange between cities feeds it, feedback
returns to it. International bodies stand above; agencies and firms below. Labels come in the reader's language from the caller.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from seoulution.web.shared.programme_routes import Box, Route, route
from seoulution.web.shared.svg import Drawing, text_width, wrapped

WIDTH, HEIGHT = 1400.0, 760.0
SLOTS: Final[Mapping[str, Box]] = {
    "provider": Box(20, 250, 210, 240),
    "institutes": Box(20, 50, 250, 124),
    "international": Box(560, 40, 330, 116),
    "agencies": Box(300, 566, 330, 128),
    "firms": Box(760, 610, 310, 116),
    "partners": Box(1186, 250, 194, 240),
}
"""Where each kind of actor stands; a programme without one of them leaves its place empty."""
EXCHANGE: Final = Box(254, 296, 172, 172)
BAND: Final = Box(444, 296, 716, 148)
STAGE_GAP: Final = 12.0


@dataclass(frozen=True, slots=True)
class ActorNode:
    """A kind of actor: `slot` is a key of `SLOTS`; `members` are a few names, shown as far as they fit."""

    code: str
    slot: str
    label: str
    count: int
    href: str
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StageNode:
    """One stage of the flow with the engagements in it now."""

    code: str
    label: str
    count: int
    href: str


@dataclass(frozen=True, slots=True)
class FlowEdge:
    """What flows between two actors, or from an actor to a stage, with the records behind it."""

    source: str
    target: str
    label: str
    count: int
    href: str


@dataclass(frozen=True, slots=True)
class ListedEdge:
    label: str
    to: str
    count: int
    href: str


@dataclass(frozen=True, slots=True)
class ListedNode:
    label: str
    count: int
    href: str
    members: tuple[str, ...]
    edges: tuple[ListedEdge, ...]


@dataclass(frozen=True, slots=True)
class ProgrammeMap:
    """The drawing, and the same as a list: stages in order, then actors with what flows from them."""

    svg: str
    stages: tuple[StageNode, ...]
    nodes: tuple[ListedNode, ...]


def programme_map(
    nodes: Sequence[ActorNode],
    edges: Sequence[FlowEdge],
    stages: Sequence[StageNode],
    *,
    title: str,
    description: str,
    demand: Sequence[str] = (),
    feedback_label: str = "",
    standalone: bool = False,
) -> ProgrammeMap:
    """The whole sheet. The first stage is the exchange loop; the last one sends the feedback back to it.

    demand : how ties become requests (우호관계 형성 → … → 정책 공유 요청), written round the loop
    """
    known = {node.code for node in nodes} | {stage.code for stage in stages}
    unknown = {end for edge in edges for end in (edge.source, edge.target)} - known
    if unknown:
        raise ValueError(f"edges name no node or stage: {', '.join(sorted(unknown))}")
    drawing = Drawing(WIDTH, HEIGHT, title=title, description=description, name="programme", standalone=standalone, linked=True)
    boxes = _boxes(nodes, stages)
    pairs = _pairs(edges)
    routes = [(grouped, route(boxes[source], boxes[target], number)) for number, ((source, target), grouped) in enumerate(pairs.items())]
    for _, way in routes:
        drawing.add("path", fill="none", stroke="axis", d=way.path, stroke_width=1.75)
        _arrow(drawing, way)
    _flow(drawing, stages, demand, feedback_label)
    for node in nodes:
        _actor(drawing, node, node.slot == "provider")
    for grouped, way in routes:
        _labels(drawing, grouped, way.label_at)
    return ProgrammeMap(drawing.text(), tuple(stages), _listed(nodes, edges, stages))


def _boxes(nodes: Sequence[ActorNode], stages: Sequence[StageNode]) -> dict[str, Box]:
    row = stages[1:]
    width = (BAND.width - 32 - STAGE_GAP * (len(row) - 1)) / max(len(row), 1)
    boxes = {node.code: SLOTS[node.slot] for node in nodes}
    if stages:
        boxes[stages[0].code] = EXCHANGE
    for number, stage in enumerate(row):
        boxes[stage.code] = Box(BAND.x + 16 + number * (width + STAGE_GAP), BAND.y + 20, width, BAND.height - 40)
    return boxes


def _pairs(edges: Sequence[FlowEdge]) -> dict[tuple[str, str], list[FlowEdge]]:
    """Edges between the same two ends share one line, with their labels stacked."""
    pairs: dict[tuple[str, str], list[FlowEdge]] = {}
    for edge in edges:
        pairs.setdefault((edge.source, edge.target), []).append(edge)
    return pairs


def _flow(drawing: Drawing, stages: Sequence[StageNode], demand: Sequence[str], feedback_label: str) -> None:
    if not stages:
        return
    drawing.add("rect", fill="soft", stroke="rule", x=BAND.x, y=BAND.y, width=BAND.width, height=BAND.height, rx=14, stroke_width=1.5)
    boxes = _boxes((), stages)
    for start, end in zip(stages[1:], stages[2:], strict=False):
        x, y = boxes[start.code].right, boxes[start.code].middle_y
        drawing.add("path", fill="none", stroke="one", d=f"M{x + 1:.1f} {y:.1f}H{boxes[end.code].x - 2:.1f}", stroke_width=2.5)
        _head(drawing, boxes[end.code].x - 1, y, "one")
    for number, stage in enumerate(stages[1:], start=2):
        _stage(drawing, stage, boxes[stage.code], number)
    _exchange(drawing, stages[0], demand)
    _joins(drawing)
    _feedback(drawing, boxes[stages[-1].code], feedback_label)


def _stage(drawing: Drawing, stage: StageNode, box: Box, number: int) -> None:
    with drawing.link(stage.href, f"{stage.label}: {stage.count}"):
        drawing.add(
            "rect", fill="ground", stroke="one", extra="d-hot", x=box.x, y=box.y, width=box.width, height=box.height, rx=9, stroke_width=1.75
        )  # fmt: skip
        drawing.add("text", str(number), fill="quiet", x=box.x + 9, y=box.y + 19, font_size=12, font_weight=600)
        lines = wrapped(stage.label, 14.5, box.width - 12, 3)
        size = min(14.5, *((box.width - 8) / max(text_width(line, 1.0), 0.1) for line in lines))
        for row, line in enumerate(lines):
            y = box.y + 46 + (row - (len(lines) - 1) / 2) * 17
            drawing.add("text", line, fill="ink", extra="d-label", x=box.middle_x, y=y, text_anchor="middle", font_size=size, font_weight=600)
        drawing.add("text", f"{stage.count:,}", fill="one", x=box.middle_x, y=box.bottom - 12, text_anchor="middle", font_size=22, font_weight=800)


def _exchange(drawing: Drawing, stage: StageNode, demand: Sequence[str]) -> None:
    """The loop in which relations between cities become requests."""
    x, y, radius = EXCHANGE.middle_x, EXCHANGE.middle_y - 16, 66.0
    with drawing.link(stage.href, f"{stage.label}: {stage.count}"):
        drawing.add("circle", fill="ground", stroke="one", extra="d-hot", cx=x, cy=y, r=radius, stroke_width=2.5, stroke_dasharray="88 16", transform=f"rotate(-50 {x:.1f} {y:.1f})")
        lines = wrapped(stage.label, 15, 92, 2)
        for row, line in enumerate(lines):
            drawing.add("text", line, fill="ink", extra="d-label", x=x, y=y - 20 + row * 18, text_anchor="middle", font_size=15, font_weight=600)
        drawing.add("text", f"{stage.count:,}", fill="one", x=x, y=y + 32, text_anchor="middle", font_size=22, font_weight=800)
    for turn in range(4):
        with drawing.group(transform=f"rotate({-50 + 90 * turn + 78} {x:.1f} {y:.1f})"):
            drawing.add("path", fill="one", d=f"M{x + radius - 6:.1f} {y - 4:.1f}h12l-6 9z")
    if demand:
        _demand(drawing, demand, x)


def _demand(drawing: Drawing, demand: Sequence[str], x: float) -> None:
    words = " → ".join(demand)
    for row, line in enumerate(wrapped(words, 12.5, 190, 4)):
        drawing.add("text", line, fill="quiet", x=x, y=EXCHANGE.bottom + 2 + row * 17, text_anchor="middle", font_size=12.5)


def _joins(drawing: Drawing) -> None:
    """From the provider through the loop into the flow, and out of the flow to the partner cities."""
    y = EXCHANGE.middle_y - 16
    centre = EXCHANGE.middle_x
    ends = ((SLOTS["provider"].right, centre - 68), (centre + 68, BAND.x), (BAND.right, SLOTS["partners"].x))
    for start, end in ends:
        drawing.add("path", fill="none", stroke="one", d=f"M{start + 2:.1f} {y:.1f}H{end - 6:.1f}", stroke_width=4)
        _head(drawing, end - 1, y, "one", 8.0)


def _feedback(drawing: Drawing, last: Box, label: str) -> None:
    """Back from the last stage to the loop, under the flow."""
    y = BAND.bottom + 46
    start, end = last.middle_x, BAND.x + 34
    path = f"M{start:.1f} {BAND.bottom:.1f}v30q0 16 -16 16H{end:.1f}q-16 0 -16 -16V{BAND.bottom + 8:.1f}"
    drawing.add("path", fill="none", stroke="one", d=path, stroke_width=2, stroke_dasharray="6 5")
    with drawing.group(transform=f"rotate(-90 {end - 16:.1f} {BAND.bottom + 2:.1f})"):
        _head(drawing, end - 16, BAND.bottom + 2, "one")
    if label:
        width = text_width(label, 13) + 20
        middle = (start + end) / 2
        drawing.add("rect", fill="ground", x=middle - width / 2, y=y - 12, width=width, height=24)
        drawing.add("text", label, fill="one", x=middle, y=y + 4.5, text_anchor="middle", font_size=13, font_weight=600)


def _actor(drawing: Drawing, node: ActorNode, is_provider: bool) -> None:
    box = SLOTS[node.slot]
    tall = box.height > 200
    with drawing.link(node.href, f"{node.label}: {node.count}"):
        drawing.add(
            "rect", fill="one" if is_provider else "wash", stroke="one", extra="d-hot", x=box.x, y=box.y, width=box.width, height=box.height, rx=14,
            stroke_width=1.75,
        )  # fmt: skip
        ink, quiet = ("on", "on") if is_provider else ("one", "ink")
        y = box.y + (40 if tall else 32)
        lines = wrapped(node.label, 19, box.width - (40 if tall else 100), 2)
        for row, line in enumerate(lines):
            drawing.add("text", line, fill=ink, extra="d-label", x=box.x + 20, y=y + row * 24, font_size=19, font_weight=800)
        at = (box.x + 20, y + len(lines) * 24 + 18, "start") if tall else (box.right - 20, y + 1, "end")
        drawing.add("text", f"{node.count:,}", fill=ink, x=at[0], y=at[1], text_anchor=at[2], font_size=30 if tall else 24, font_weight=800)
        first = (at[1] if tall else y + (len(lines) - 1) * 24) + 28
        room = int((box.bottom - 10 - first) // 19) + 1
        for row, line in enumerate(_members(node.members, box.width - 38, room)):
            drawing.add("text", line, fill=quiet, x=box.x + 20, y=first + row * 19, font_size=13.5)


def _members(members: Sequence[str], width: float, room: int) -> list[str]:
    """Names in rows as far as there is room; the rest is behind the link."""
    lines: list[str] = []
    for name in members:
        joined = f"{lines[-1]} · {name}" if lines else name
        if lines and text_width(joined, 13.5) <= width:
            lines[-1] = joined
        elif len(lines) < room:
            lines.append(name)
        else:
            lines[-1] += " …" if text_width(lines[-1] + " …", 13.5) <= width else ""
            break
    return lines


def _labels(drawing: Drawing, edges: Sequence[FlowEdge], at: tuple[float, float]) -> None:
    height = 27.0
    top = at[1] - height * len(edges) / 2
    for row, edge in enumerate(edges):
        words = f"{edge.label} {edge.count:,}"
        width = text_width(words, 13.5) + 26
        with drawing.link(edge.href, f"{edge.label}: {edge.count}"):
            drawing.add(
                "rect", fill="ground", stroke="rule", extra="d-hot", x=at[0] - width / 2, y=top + row * height + 1.5, width=width, height=height - 3,
                rx=12, stroke_width=1.25,
            )  # fmt: skip
            with drawing.group("text", fill="ink", x=at[0], y=top + row * height + 18.5, text_anchor="middle", font_size=13.5):
                drawing.add("tspan", f"{edge.label} ", extra="d-label")
                drawing.add("tspan", f"{edge.count:,}", fill="one", font_weight=800)


def _arrow(drawing: Drawing, way: Route) -> None:
    with drawing.group(transform=f"rotate({way.angle:.1f} {way.end[0]:.1f} {way.end[1]:.1f})"):
        _head(drawing, way.end[0], way.end[1], "axis")


def _head(drawing: Drawing, x: float, y: float, paint: str, size: float = 5.5) -> None:
    drawing.add("path", fill=paint, d=f"M{x:.1f} {y:.1f}l{-1.7 * size:.1f} {-size:.1f}v{2 * size:.1f}z")


def _listed(nodes: Sequence[ActorNode], edges: Sequence[FlowEdge], stages: Sequence[StageNode]) -> tuple[ListedNode, ...]:
    names = {item.code: item.label for item in (*nodes, *stages)}
    return tuple(
        ListedNode(
            node.label,
            node.count,
            node.href,
            node.members,
            tuple(ListedEdge(edge.label, names[edge.target], edge.count, edge.href) for edge in edges if edge.source == node.code),
        )
        for node in nodes
    )
