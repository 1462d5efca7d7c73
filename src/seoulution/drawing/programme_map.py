"""The programme on one sheet: the documents' flow chart (사업 흐름도) and cooperation network (전략적 협력체계), with live counts.

The flow runs from the provider city at the left to the partner cities at the right; exchange between cities feeds it, feedback
returns to it. International bodies stand above; agencies and firms below. Labels come in the reader's language from the caller.
"""

from collections.abc import Sequence
from functools import lru_cache

from seoulution.drawing.programme_routes import route
from seoulution.drawing.programme_shapes import HEIGHT, WIDTH, actor, arrow, boxes_of, feedback, flow, ground, labels
from seoulution.drawing.programme_values import ActorNode, FlowEdge, ListedEdge, ListedNode, ProgrammeMap, StageNode
from seoulution.drawing.svg import Drawing

__all__ = ["ActorNode", "FlowEdge", "ListedEdge", "ListedNode", "ProgrammeMap", "StageNode", "programme_map"]


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

    The latest sheets are kept by all that they are made of: with another count or name it is another sheet.
    """
    return _drawn(tuple(nodes), tuple(edges), tuple(stages), title, description, tuple(demand), feedback_label, standalone)


@lru_cache(maxsize=16)
def _drawn(
    nodes: tuple[ActorNode, ...],
    edges: tuple[FlowEdge, ...],
    stages: tuple[StageNode, ...],
    title: str,
    description: str,
    demand: tuple[str, ...],
    feedback_label: str,
    standalone: bool,
) -> ProgrammeMap:
    known = {node.code for node in nodes} | {stage.code for stage in stages}
    unknown = {end for edge in edges for end in (edge.source, edge.target)} - known
    if unknown:
        raise ValueError(f"edges name no node or stage: {', '.join(sorted(unknown))}")
    drawing = Drawing(WIDTH, HEIGHT, title=title, description=description, name="programme", standalone=standalone, linked=True)
    boxes = boxes_of(nodes, stages)
    pairs = _pairs(edges)
    routes = [
        (grouped, route(boxes[source], boxes[target], number))
        for number, ((source, target), grouped) in enumerate(pairs.items())
    ]
    ground(drawing)
    feedback(drawing, boxes[stages[-1].code], feedback_label)
    for _, way in routes:
        drawing.add("path", fill="none", stroke="axis", d=way.path, stroke_width=1.75)
        arrow(drawing, way)
    flow(drawing, stages, demand)
    for node in nodes:
        actor(drawing, node, node.slot == "provider")
    for grouped, way in routes:
        labels(drawing, grouped, way.label_at)
    return ProgrammeMap(drawing.text(), stages, _listed(nodes, edges, stages))


def _pairs(edges: Sequence[FlowEdge]) -> dict[tuple[str, str], list[FlowEdge]]:
    """Edges between the same two ends share one line, with their labels stacked."""
    pairs: dict[tuple[str, str], list[FlowEdge]] = {}
    for edge in edges:
        pairs.setdefault((edge.source, edge.target), []).append(edge)
    return pairs


def _listed(nodes: Sequence[ActorNode], edges: Sequence[FlowEdge], stages: Sequence[StageNode]) -> tuple[ListedNode, ...]:
    names = {node.code: node.label for node in nodes} | {stage.code: stage.label for stage in stages}
    return tuple(
        ListedNode(
            node.label,
            node.count,
            node.href,
            node.members,
            tuple(
                ListedEdge(edge.label, names[edge.target], edge.count, edge.href) for edge in edges if edge.source == node.code
            ),
        )
        for node in nodes
    )
