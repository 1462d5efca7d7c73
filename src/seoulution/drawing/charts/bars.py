"""Amounts side by side: horizontal bars with their values written, and honest ranges where there are any."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from seoulution.drawing.charts.scale import Scale
from seoulution.drawing.numbers import grouped, percent
from seoulution.drawing.svg import Drawing, text_width, wrapped

WIDTH: Final = 600.0
STEP, THICK = 40.0, 20.0


@dataclass(frozen=True, slots=True)
class Bar:
    """`low` and `high` draw the range; `note` stands in quiet type after the value; `strong` marks the bar in question."""

    label: str
    value: float
    low: float | None = None
    high: float | None = None
    note: str = ""
    strong: bool = True


def bar_chart(
    bars: Sequence[Bar],
    *,
    title: str,
    unit: str,
    language: str,
    description: str = "",
    most: float | None = None,
    standalone: bool = False,
) -> str:
    """One bar per entry, in the order given. With unit `share` values in [0, 1] are written as per cent. Values are ≥ 0."""
    if any(bar.value < 0 for bar in bars):
        raise ValueError("bar_chart draws amounts from zero up; use a table for negative values")
    labels = [wrapped(bar.label, 14, 190) for bar in bars]
    left = min(210.0, max((text_width(line, 14) for lines in labels for line in lines), default=0.0) + 16)
    values = [_written(bar.value, unit, language) for bar in bars]
    right = max((text_width(f"{text}  {bar.note}", 14) for text, bar in zip(values, bars, strict=True)), default=0.0) + 28
    longest = most or max((bar.high if bar.high is not None else bar.value for bar in bars), default=1.0) or 1.0
    words = "; ".join(f"{bar.label} {text}" for bar, text in zip(bars, values, strict=True))
    drawing = Drawing(
        WIDTH, 8 + STEP * len(bars), title=title, description=description or words, name="chart", standalone=standalone
    )
    across = Scale(0.0, longest, left, WIDTH - right)
    drawing.add("path", stroke="axis", d=f"M{left:.1f} 2V{6 + STEP * len(bars):.1f}", stroke_width=1)
    for number, (bar, lines, text) in enumerate(zip(bars, labels, values, strict=True)):
        middle = 4 + STEP * (number + 0.5)
        for row, line in enumerate(lines):
            y = middle + 5 + (row - (len(lines) - 1) / 2) * 16
            drawing.add("text", line, fill="ink", x=left - 10, y=y, text_anchor="end", font_size=14)
        end = across.at(bar.value)
        drawing.add(
            "rect",
            fill="one" if bar.strong else "axis",
            x=left,
            y=middle - THICK / 2,
            width=max(end - left, 1.0),
            height=THICK,
            rx=2,
        )
        if bar.low is not None and bar.high is not None:
            _range(drawing, across.at(bar.low), across.at(bar.high), middle)
            end = max(end, across.at(bar.high))
        drawing.add("text", text, fill="ink", x=end + 9, y=middle + 5, font_size=14, font_weight=700)
        if bar.note:
            drawing.add("text", bar.note, fill="quiet", x=end + 19 + text_width(text, 14), y=middle + 5, font_size=13)
    return drawing.text()


def _range(drawing: Drawing, low: float, high: float, y: float) -> None:
    path = f"M{low:.1f} {y:.1f}H{high:.1f}M{low:.1f} {y - 6:.1f}v12M{high:.1f} {y - 6:.1f}v12"
    drawing.add("path", stroke="ground", d=path, stroke_width=4.5)
    drawing.add("path", stroke="ink", d=path, stroke_width=1.75)


def _written(value: float, unit: str, language: str) -> str:
    if unit == "share":
        return percent(value, language)
    number = int(value) if float(value).is_integer() else value
    return f"{grouped(number, language)} {unit}".strip()
