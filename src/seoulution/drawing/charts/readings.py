"""Readings over days against the bound they should keep to: what missed it differs in mark as well as in colour."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from seoulution.drawing.charts.scale import Scale, ticks
from seoulution.drawing.numbers import readable_number
from seoulution.drawing.svg import Drawing, text_width

WIDTH: Final = 400.0
HEIGHT: Final = 200.0
TOP, BOTTOM = 26.0, 166.0


@dataclass(frozen=True, slots=True)
class Read:
    on: date
    value: float
    is_kept: bool


def readings_chart(
    reads: Sequence[Read],
    *,
    bound: float,
    bound_label: str,
    title: str,
    unit: str,
    language: str,
    description: str,
    standalone: bool = False,
) -> str:
    """At least one reading. The last value is written; kept readings are dots, missed ones squares."""
    values = [each.value for each in reads]
    levels = ticks(min(*values, bound), max(*values, bound), 3)
    written = [readable_number(_plain(level), language) for level in levels]
    left = max(text_width(text, 12) for text in written) + 14
    drawing = Drawing(WIDTH, HEIGHT, title=title, description=description, name="readings", standalone=standalone)
    across = Scale(reads[0].on.toordinal(), reads[-1].on.toordinal(), left + 14, WIDTH - 56)
    up = Scale(levels[0], levels[-1], BOTTOM, TOP)
    for level, text in zip(levels, written, strict=True):
        y = up.at(level)
        drawing.add("path", stroke="rule", d=f"M{left:.1f} {y:.1f}H{WIDTH - 20:.1f}", stroke_width=1)
        drawing.add("text", text, fill="quiet", x=left - 8, y=y + 4, text_anchor="end", font_size=12)
    drawing.add("text", unit, fill="quiet", x=0, y=13, font_size=12)
    _bound_line(drawing, up.at(bound), left)
    places = [(across.at(each.on.toordinal()), up.at(each.value)) for each in reads]
    path = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in places)
    drawing.add("path", fill="none", stroke="one", d=path, stroke_width=2.5, stroke_linejoin="round")
    for (x, y), each in zip(places, reads, strict=True):
        with drawing.group():
            drawing.add("title", f"{each.on.isoformat()}: {readable_number(_plain(each.value), language)}")
            if each.is_kept:
                drawing.add("circle", fill="one", stroke="ground", cx=x, cy=y, r=4.5, stroke_width=1.5)
            else:
                drawing.add("rect", fill="gap-ink", stroke="ground", x=x - 5, y=y - 5, width=10, height=10, stroke_width=1.5)
    _bound_words(drawing, up.at(bound), left, bound_label)
    _days(drawing, reads, across)
    x, y = places[-1]
    last = readable_number(_plain(reads[-1].value), language)
    drawing.add(
        "text",
        last,
        fill="ink",
        stroke="ground",
        x=x + 10,
        y=y + 4.5,
        font_size=13,
        font_weight=700,
        stroke_width=3,
        paint_order="stroke",
    )
    return drawing.text()


def _bound_line(drawing: Drawing, y: float, left: float) -> None:
    drawing.add("path", stroke="two", d=f"M{left:.1f} {y:.1f}H{WIDTH - 20:.1f}", stroke_width=2, stroke_dasharray="7 4")


def _bound_words(drawing: Drawing, y: float, left: float, words: str) -> None:
    """In the middle, away from the first and the last value, and over the line of the readings where that passes."""
    drawing.add(
        "text", words, fill="two", stroke="ground", x=(left + WIDTH - 20) / 2, y=y - 6, text_anchor="middle", font_size=12,
        font_weight=700, stroke_width=3, paint_order="stroke",
    )  # fmt: skip


def _days(drawing: Drawing, reads: Sequence[Read], across: Scale) -> None:
    """The first and the last day; one alone stands in the middle."""
    ends = dict.fromkeys((reads[0].on, reads[-1].on))
    for day in ends:
        x = across.at(day.toordinal())
        anchor = "middle" if len(ends) == 1 else "start" if day == reads[0].on else "end"
        drawing.add("path", stroke="axis", d=f"M{x:.1f} {BOTTOM:.1f}v5", stroke_width=1)
        drawing.add("text", day.isoformat(), fill="quiet", x=x, y=BOTTOM + 22, text_anchor=anchor, font_size=12)


def _plain(value: float) -> int | float:
    return int(value) if float(value).is_integer() else round(float(value), 4)
