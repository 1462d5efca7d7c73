"""The parts of the programme map as shapes: the flow, the exchange loop, actors, labels and arrows."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

from seoulution.drawing.programme_routes import Box, Route
from seoulution.drawing.programme_values import ActorNode, FlowEdge, StageNode
from seoulution.drawing.svg import Drawing, text_width, wrapped

WIDTH, HEIGHT = 1400.0, 712.0
SLOTS: Final[Mapping[str, Box]] = {
    "provider": Box(16, 264, 214, 196),
    "institutes": Box(16, 28, 262, 112),
    "international": Box(596, 28, 340, 92),
    "agencies": Box(414, 580, 340, 112),
    "firms": Box(870, 580, 280, 92),
    "partners": Box(1180, 264, 204, 196),
}
"""Where each kind of actor stands; a programme without one of them leaves its place empty."""
EXCHANGE: Final = Box(270, 288, 148, 148)
BAND: Final = Box(444, 288, 710, 148)
CENTRE_LINE: Final = 362.0
STAGE_GAP: Final = 12.0


def boxes_of(nodes: Sequence[ActorNode], stages: Sequence[StageNode]) -> dict[str, Box]:
    """Where each actor and stage stands, by code."""
    row = stages[1:]
    width = (BAND.width - 32 - STAGE_GAP * (len(row) - 1)) / max(len(row), 1)
    boxes = {node.code: SLOTS[node.slot] for node in nodes}
    if stages:
        boxes[stages[0].code] = EXCHANGE
    for number, stage in enumerate(row):
        boxes[stage.code] = Box(BAND.x + 16 + number * (width + STAGE_GAP), BAND.y + 20, width, BAND.height - 40)
    return boxes


def ground(drawing: Drawing) -> None:
    """The band that the stages stand on."""
    drawing.add(
        "rect", fill="soft", stroke="rule", x=BAND.x, y=BAND.y, width=BAND.width, height=BAND.height, rx=14, stroke_width=1.5
    )


def flow(drawing: Drawing, stages: Sequence[StageNode], demand: Sequence[str]) -> None:
    """The exchange loop, the numbered stages and the arrows between them."""
    boxes = boxes_of((), stages)
    for start, end in pairwise(stages[1:]):
        x, y = boxes[start.code].right, boxes[start.code].middle_y
        drawing.add("path", fill="none", stroke="one", d=f"M{x + 1:.1f} {y:.1f}H{boxes[end.code].x - 2:.1f}", stroke_width=2.5)
        _head(drawing, boxes[end.code].x - 1, y, "one")
    for number, stage in enumerate(stages[1:], start=2):
        _stage(drawing, stage, boxes[stage.code], number)
    _exchange(drawing, stages[0], demand)
    _joins(drawing)


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
            drawing.add(
                "text",
                line,
                fill="ink",
                extra="d-label",
                x=box.middle_x,
                y=y,
                text_anchor="middle",
                font_size=size,
                font_weight=600,
            )
        drawing.add(
            "text",
            f"{stage.count:,}",
            fill="one",
            x=box.middle_x,
            y=box.bottom - 12,
            text_anchor="middle",
            font_size=22,
            font_weight=800,
        )


def _exchange(drawing: Drawing, stage: StageNode, demand: Sequence[str]) -> None:
    """The loop in which relations between cities become requests."""
    x, y, radius = EXCHANGE.middle_x, CENTRE_LINE, 66.0
    with drawing.link(stage.href, f"{stage.label}: {stage.count}"):
        drawing.add(
            "circle",
            fill="ground",
            stroke="one",
            extra="d-hot",
            cx=x,
            cy=y,
            r=radius,
            stroke_width=2.5,
            stroke_dasharray="88 16",
            transform=f"rotate(-50 {x:.1f} {y:.1f})",
        )
        lines = wrapped(stage.label, 15, 92, 2)
        for row, line in enumerate(lines):
            drawing.add(
                "text",
                line,
                fill="ink",
                extra="d-label",
                x=x,
                y=y - 20 + row * 18,
                text_anchor="middle",
                font_size=15,
                font_weight=600,
            )
        drawing.add("text", f"{stage.count:,}", fill="one", x=x, y=y + 32, text_anchor="middle", font_size=22, font_weight=800)
    for turn in range(4):
        with drawing.group(transform=f"rotate({-50 + 90 * turn + 78} {x:.1f} {y:.1f})"):
            drawing.add("path", fill="one", d=f"M{x + radius - 6:.1f} {y - 4:.1f}h12l-6 9z")
    if demand:
        _demand(drawing, demand, x)


def _demand(drawing: Drawing, demand: Sequence[str], x: float) -> None:
    steps = " →\N{NO-BREAK SPACE}".join(step.replace(" ", "\N{NO-BREAK SPACE}") for step in demand)
    for row, line in enumerate(_lines(steps, 12.5, 136)):
        drawing.add(
            "text", line, fill="quiet", x=x - 6, y=EXCHANGE.bottom + 24 + row * 18, text_anchor="middle", font_size=12.5
        )


def _lines(text: str, size: float, width: float) -> list[str]:
    """Broken at ordinary spaces only; names with no-break spaces stay whole."""
    lines: list[str] = []
    for word in text.split(" "):
        if lines and text_width(f"{lines[-1]} {word}", size) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _joins(drawing: Drawing) -> None:
    """From the provider through the loop into the flow, and out of the flow to the partner cities."""
    centre, radius = EXCHANGE.middle_x, 70.0
    ends = ((SLOTS["provider"].right, centre - radius), (centre + radius, BAND.x), (BAND.right, SLOTS["partners"].x))
    for start, end in ends:
        drawing.add("path", fill="none", stroke="one", d=f"M{start + 3:.1f} {CENTRE_LINE}H{end - 8:.1f}", stroke_width=3.5)
        _head(drawing, end - 2, CENTRE_LINE, "one", 7.0)


def feedback(drawing: Drawing, last: Box, label: str) -> None:
    """Back from the last stage to the loop, under the flow."""
    y = BAND.bottom + 34
    start, end_x, end_y = last.middle_x, EXCHANGE.middle_x + 51, CENTRE_LINE + 54
    path = f"M{start:.1f} {last.bottom:.1f}V{y - 14:.1f}q0 14 -14 14H{end_x + 46:.1f}q-18 0 -26 -14L{end_x:.1f} {end_y:.1f}"
    drawing.add("path", fill="none", stroke="one", d=path, stroke_width=2, stroke_dasharray="6 5")
    with drawing.group(transform=f"rotate(-115 {end_x:.1f} {end_y:.1f})"):
        _head(drawing, end_x, end_y, "one", 6.5)
    if label:
        width = text_width(label, 13) + 20
        left = end_x + 70
        drawing.add("rect", fill="ground", x=left, y=y - 12, width=width, height=24)
        drawing.add(
            "text", label, fill="one", x=left + width / 2, y=y + 4.5, text_anchor="middle", font_size=13, font_weight=600
        )


def actor(drawing: Drawing, node: ActorNode, is_provider: bool) -> None:
    """One kind of actor with its number and a few names; the provider is filled."""
    box = SLOTS[node.slot]
    tall = box.height > 150
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
        drawing.add(
            "text",
            f"{node.count:,}",
            fill=ink,
            x=at[0],
            y=at[1],
            text_anchor=at[2],
            font_size=30 if tall else 24,
            font_weight=800,
        )
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
        elif text_width(name, 13.5) > width and len(lines) < room - 1:
            lines += wrapped(name.replace("\N{NO-BREAK SPACE}", " "), 13.5, width, 2)
        elif len(lines) < room:
            lines.append(name)
        else:
            lines[-1] += " …" if text_width(lines[-1] + " …", 13.5) <= width else ""
            break
    return lines


def labels(drawing: Drawing, edges: Sequence[FlowEdge], at: tuple[float, float]) -> None:
    """What flows along one line: a pill for each, stacked."""
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


def arrow(drawing: Drawing, way: Route) -> None:
    """The head at the end of a route."""
    with drawing.group(transform=f"rotate({way.angle:.1f} {way.end[0]:.1f} {way.end[1]:.1f})"):
        _head(drawing, way.end[0], way.end[1], "axis")


def _head(drawing: Drawing, x: float, y: float, paint: str, size: float = 5.5) -> None:
    drawing.add("path", fill=paint, d=f"M{x:.1f} {y:.1f}l{-1.7 * size:.1f} {-size:.1f}v{2 * size:.1f}z")
