"""The flow of stages from top to bottom, narrow enough for a phone: full arrows for the order, broken ones past a stage that may be left out.

Each stage and each arrow is a link with its own words, so that pointer, keyboard and screen reader learn the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from seoulution.drawing.svg import Drawing, text_width, wrapped

WIDTH: Final = 344.0
BOX_X, BOX_WIDTH, BOX_HEIGHT = 2.0, 252.0, 48.0
LETTERS, LABEL_WIDTH = 15.0, 160.0
STEP: Final = 84.0
LANES: Final = (38.0, 76.0)
"""How far a broken arrow swings out: neighbours overlap, so every second one runs further out."""
HALF: Final = 12.0
"""What catches pointer and finger round an arrow is at least twice as wide."""


@dataclass(frozen=True, slots=True)
class FlowStage:
    """says : what pointer, keyboard and screen reader learn"""

    code: str
    label: str
    count: int
    href: str
    says: str


@dataclass(frozen=True, slots=True)
class FlowArrow:
    """is_past : it leads past a stage that may be left out"""

    before: str
    after: str
    href: str
    says: str
    is_past: bool = False


def stage_flow(stages: Sequence[FlowStage], arrows: Sequence[FlowArrow], *, title: str, description: str) -> str:
    """The drawing for a page."""
    height = STEP * (len(stages) - 1) + BOX_HEIGHT + 4
    drawing = Drawing(WIDTH, height, title=title, description=description, name="stages", standalone=False, linked=True)
    tops = {stage.code: 2 + STEP * number for number, stage in enumerate(stages)}
    lane = 0
    for stage in stages:
        _stage(drawing, stage, tops[stage.code], list(tops).index(stage.code) + 1)
        for arrow in arrows:
            if arrow.before != stage.code:
                continue
            if arrow.is_past:
                _past(drawing, arrow, tops[arrow.before], tops[arrow.after], LANES[lane % len(LANES)])
                lane += 1
            else:
                _down(drawing, arrow, tops[arrow.before] + BOX_HEIGHT, tops[arrow.after])
    return drawing.text()


def _stage(drawing: Drawing, stage: FlowStage, top: float, number: int) -> None:
    middle = top + BOX_HEIGHT / 2 + 5
    lines = wrapped(stage.label, LETTERS, LABEL_WIDTH)
    size = min(LETTERS, *(LABEL_WIDTH / max(text_width(line, 1.0), 0.1) for line in lines))
    with drawing.link(stage.href, stage.says):
        drawing.add(
            "rect", fill="ground", stroke="one", extra="d-hot", x=BOX_X, y=top, width=BOX_WIDTH, height=BOX_HEIGHT, rx=9, stroke_width=1.75
        )  # fmt: skip
        drawing.add("text", str(number), fill="quiet", x=BOX_X + 12, y=middle, font_size=13, font_weight=600)
        for row, line in enumerate(lines):
            y = middle + (row - (len(lines) - 1) / 2) * (size + 2)
            drawing.add("text", line, fill="ink", extra="d-label", x=BOX_X + 34, y=y, font_size=size, font_weight=600)
        drawing.add(
            "text", f"{stage.count:,}", fill="one", x=BOX_X + BOX_WIDTH - 12, y=middle + 1, text_anchor="end", font_size=18, font_weight=800
        )  # fmt: skip


def _down(drawing: Drawing, arrow: FlowArrow, start: float, end: float) -> None:
    x = BOX_X + BOX_WIDTH / 2
    with drawing.link(arrow.href, arrow.says):
        drawing.add(
            "rect", fill="none", extra="d-hot", x=x - HALF, y=start + 5, width=2 * HALF, height=end - start - 10, rx=6, pointer_events="all"
        )  # fmt: skip
        drawing.add("path", fill="none", stroke="one", d=f"M{x:.1f} {start + 6:.1f}V{end - 8:.1f}", stroke_width=2.5)
        drawing.add("path", fill="one", d=f"M{x - 6:.1f} {end - 13:.1f}h12l-6 9z")


def _past(drawing: Drawing, arrow: FlowArrow, start_top: float, end_top: float, swing: float) -> None:
    x, out = BOX_X + BOX_WIDTH, BOX_X + BOX_WIDTH + swing
    start, end = start_top + BOX_HEIGHT * 0.7, end_top + BOX_HEIGHT * 0.3
    way = f"M{x + 2:.1f} {start:.1f}H{out - 10:.1f}q10 0 10 10V{end - 10:.1f}q0 10 -10 10H{x + 8:.1f}"
    middle = (start + end) / 2
    with drawing.link(arrow.href, arrow.says):
        drawing.add(
            "rect", fill="none", extra="d-hot", x=out - HALF, y=middle - 16, width=2 * HALF, height=32, rx=6, pointer_events="all"
        )  # fmt: skip
        drawing.add("path", fill="none", stroke="axis", d=way, stroke_width=1.75, stroke_dasharray="5 4")
        drawing.add("path", fill="axis", d=f"M{x + 9:.1f} {end - 5:.1f}v10l-8 -5z")
