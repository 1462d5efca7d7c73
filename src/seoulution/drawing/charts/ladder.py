"""The financing ladder: for each stage what it costs, which funds pay how much, and the gap that is left in view."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from seoulution.drawing.charts.scale import Scale
from seoulution.drawing.numbers import exact, money
from seoulution.drawing.svg import Drawing, text_width, wrapped
from seoulution.engine.provenance import Money

WIDTH: Final = 960.0
STEP, THICK = 68.0, 28.0
PAINTS: Final = ("one", "three", "four", "two", "five")
GAP: Final = {"ko": "부족", "en": "gap"}


@dataclass(frozen=True, slots=True)
class Part:
    """What one fund pays in one stage; `cap` is the most its own rule allows there."""

    fund: str
    amount: float
    cap: float | None = None


@dataclass(frozen=True, slots=True)
class Rung:
    """One stage: its cost and who pays, in one currency."""

    stage: str
    need: float
    parts: tuple[Part, ...] = ()

    @property
    def gap(self) -> float:
        """What nobody pays yet; never negative."""
        return max(0.0, self.need - sum(part.amount for part in self.parts))


def ladder_chart(
    rungs: Sequence[Rung], *, currency: str, title: str, language: str, description: str = "", standalone: bool = False
) -> str:
    """Stages downwards, funds side by side, lettered so that colour is never the only sign; caps as upright ticks."""
    funds = list(dict.fromkeys(part.fund for rung in rungs for part in rung.parts))
    letters = {fund: _letter(number) for number, fund in enumerate(funds)}
    paints = {fund: PAINTS[number % len(PAINTS)] for number, fund in enumerate(funds)}
    rows = _legend_rows([(fund, f"{letters[fund]}  {fund}") for fund in funds])
    left, top = 170.0, 12.0 + 26 * len(rows)
    totals = [_money(rung.need, currency, language) for rung in rungs]
    right = max((text_width(text, 14) for text in totals), default=0.0) + 20
    longest = max((max(rung.need, sum(part.amount for part in rung.parts)) for rung in rungs), default=1.0) or 1.0
    words = description or "; ".join(_in_words(rung, currency, language) for rung in rungs)
    drawing = Drawing(WIDTH, top + STEP * len(rungs), title=title, description=words, name="chart", standalone=standalone)
    across = Scale(0.0, longest, left, WIDTH - right)
    _legend(drawing, rows, paints)
    for number, (rung, total) in enumerate(zip(rungs, totals, strict=True)):
        middle = top + STEP * (number + 0.42)
        lines = wrapped(rung.stage, 14, left - 20)
        for row, line in enumerate(lines):
            drawing.add(
                "text", line, fill="ink", x=0, y=middle + 5 + (row - (len(lines) - 1) / 2) * 17, font_size=14, font_weight=600
            )
        end = _parts(drawing, rung, letters, paints, across, middle, currency, language)
        drawing.add(
            "text", total, fill="ink", x=max(end, across.at(rung.need)) + 10, y=middle + 5, font_size=14, font_weight=700
        )
        if number:
            drawing.add("path", stroke="rule", d=f"M0 {top + STEP * number - 3:.1f}H{WIDTH}", stroke_width=1)
    return drawing.text()


def _parts(
    drawing: Drawing,
    rung: Rung,
    letters: dict[str, str],
    paints: dict[str, str],
    across: Scale,
    middle: float,
    currency: str,
    language: str,
) -> float:
    paid = 0.0
    y = middle - THICK / 2
    for part in rung.parts:
        start, end = across.at(paid), across.at(paid + part.amount)
        with drawing.group():
            drawing.add("title", f"{part.fund}: {_money(part.amount, currency, language)}")
            drawing.add(
                "rect",
                fill=paints[part.fund],
                stroke="ground",
                x=start,
                y=y,
                width=max(end - start, 1.5),
                height=THICK,
                stroke_width=1.5,
            )
            if end - start > 16:
                drawing.add(
                    "text",
                    letters[part.fund],
                    fill="on",
                    x=(start + end) / 2,
                    y=middle + 5,
                    text_anchor="middle",
                    font_size=13,
                    font_weight=700,
                )
        if part.cap is not None and paid + part.cap <= across.high:
            at = across.at(paid + part.cap)
            drawing.add("path", stroke="ink", d=f"M{at:.1f} {y - 5:.1f}V{y + THICK + 5:.1f}", stroke_width=2)
        paid += part.amount
    end = across.at(max(paid, rung.need))
    if rung.gap:
        start = across.at(paid)
        drawing.add(
            "rect",
            fill="gap",
            stroke="gap-ink",
            x=start,
            y=y,
            width=max(end - start, 2.0),
            height=THICK,
            stroke_width=1.5,
            stroke_dasharray="5 3",
        )
        words = f"{GAP.get(language[:2], GAP['en'])} {_money(rung.gap, currency, language)}"
        inside = text_width(words, 13) < end - start - 8
        x, baseline, anchor = ((start + end) / 2, middle + 5, "middle") if inside else (start, y + THICK + 15, "start")
        drawing.add("text", words, fill="gap-ink", x=x, y=baseline, text_anchor=anchor, font_size=13, font_weight=700)
    return end


def _legend_rows(entries: Sequence[tuple[str, str]]) -> list[list[tuple[str, str, float]]]:
    rows: list[list[tuple[str, str, float]]] = []
    x = WIDTH
    for fund, words in entries:
        width = 46 + text_width(words, 13)
        if x + width > WIDTH:
            rows.append([])
            x = 0.0
        rows[-1].append((fund, words, x))
        x += width
    return rows


def _legend(drawing: Drawing, rows: Sequence[Sequence[tuple[str, str, float]]], paints: dict[str, str]) -> None:
    for number, row in enumerate(rows):
        for fund, words, x in row:
            y = 15 + 26 * number
            drawing.add("rect", fill=paints[fund], x=x, y=y - 12, width=15, height=15, rx=2)
            drawing.add("text", words, fill="ink", x=x + 22, y=y, font_size=13)


def _letter(number: int) -> str:
    return chr(ord("A") + number) if number < 26 else str(number + 1)


def _money(amount: float, currency: str, language: str) -> str:
    return money(Money(exact(int(amount) if float(amount).is_integer() else amount), currency), language)


def _in_words(rung: Rung, currency: str, language: str) -> str:
    paid = ", ".join(f"{part.fund} {_money(part.amount, currency, language)}" for part in rung.parts)
    gap = f", {GAP.get(language[:2], GAP['en'])} {_money(rung.gap, currency, language)}" if rung.gap else ""
    return f"{rung.stage} {_money(rung.need, currency, language)}: {paid}{gap}"
