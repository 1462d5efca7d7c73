"""Tables and headings as Markdown."""

from collections.abc import Iterable, Sequence

GENERATED = "<!-- Written by `make docs` from the code named below; edit that, not this. -->"


def page(title: str, made_from: str, *parts: str) -> str:
    """A whole page: heading, where it is written from, and its parts."""
    return "\n\n".join((f"# {title}", f"{GENERATED}\nFrom {made_from}.", *parts)) + "\n"


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table; cells are kept on one line."""
    lines = [f"| {' | '.join(head)} |", "|" + "---|" * len(head)]
    lines += [f"| {' | '.join(cell(value) for value in row)} |" for row in rows]
    return "\n".join(lines)


def cell(value: object) -> str:
    """A value as it may stand in a table."""
    return " ".join(str(value).split()).replace("|", "\\|") or "–"


def code(value: object) -> str:
    """In the type of code."""
    return f"`{value}`"
