"""What Word and Hangul files of brochures and leaflets decide alike, since neither program can be asked how wide words stand."""

from typing import Final

from seoulution.engine.dossier.document import Document, FactList
from seoulution.engine.dossier.shortening import breadth

FIGURES_ACROSS: Final = 3
COLUMNS_BELOW: Final = 30
"""From so many letters on a fact needs the whole width."""
MANY_SOURCES: Final = 16
"""From so many on the sources of a leaflet stand in three columns."""
_SMALLEST: Final = 10.0
_MARKS: Final = 2
"""Room for the marks of sources, in letters."""
_WIDE: Final = 0.6
"""Of its size: about how wide a bold letter stands."""


def large_points(facts: FactList, most: float, room: float) -> float:
    """The size in which the longest value of the strip stands on one line of `room` points."""
    longest = max(breadth("".join(span.text for span in spans)) for _label, spans in facts.facts)
    return round(max(_SMALLEST, min(most, room / (_WIDE * (longest + _MARKS)))) * 2) / 2


def source_columns(document: Document) -> int:
    """In how many columns the sources of a leaflet stand."""
    return 3 if len(document.citations) > MANY_SOURCES else 2


def starts_back(document: Document) -> str | None:
    """The section with which the back of a leaflet begins: the second whose parts stand side by side."""
    with_parts = [section.key for section in document.sections if section.sections]
    return with_parts[1] if len(with_parts) > 1 else None
