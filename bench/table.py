"""What a measurement prints: rows of what, figure, unit, beside the bound it can't beat."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """`ours` is the median of `runs`; `bound` what no implementation here could beat, `peer` another way of doing it."""

    what: str
    ours: float
    unit: str
    bound: float | None = None
    peer: float | None = None
    note: str = ""


def printed(title: str, rows: list[Row]) -> str:
    """A Markdown table with the ratio to the bound."""
    lines = [f"### {title}", "", "| what | ours | peer | bound | ours ÷ bound | note |", "|---|---|---|---|---|---|"]
    for row in rows:
        ratio = f"{row.ours / row.bound:.1f}" if row.bound else "–"
        lines.append(
            f"| {row.what} | {_figure(row.ours, row.unit)} | {_figure(row.peer, row.unit)} | {_figure(row.bound, row.unit)} | {ratio} | {row.note} |"
        )
    return "\n".join(lines)


def _figure(value: float | None, unit: str) -> str:
    if value is None:
        return "–"
    return f"{value:,.0f} {unit}" if value >= 100 else f"{value:.1f} {unit}"


def median(values: list[float]) -> float:
    """The middle one."""
    ordered = sorted(values)
    return ordered[len(ordered) // 2]
