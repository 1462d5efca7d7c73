"""A document as a value: sections, paragraphs, tables, figures and citations. No renderer computes anything.

Text is already in the document's language. `cite` lists codes of `Citation`s; renderers print them as numbered marks that lead
to the list at the end. A figure carries ready-made SVG and the alternative text that PDF/UA asks for.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal, TypeAlias

from seoulution.engine.vocabulary import Language, Sector


class Tone(StrEnum):
    """What a callout or badge means; renderers never tell it by colour alone."""

    GOOD = "good"
    WARNING = "warning"
    BLOCKED = "blocked"
    MISSING = "missing"
    NEUTRAL = "neutral"


@dataclass(frozen=True, slots=True)
class Citation:
    """One entry of the list of sources; `key` is unique in the document."""

    key: str
    text: str
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text in one paragraph; `language` is set where it differs from the document's (the city's own words)."""

    text: str
    strong: bool = False
    emphasis: bool = False
    cite: tuple[str, ...] = ()
    link: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class BulletList:
    items: tuple[tuple[Span, ...], ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Callout:
    """A finding or remark that must not be overlooked: `label` says in a word what `tone` means."""

    tone: Tone
    label: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Quotation:
    """The original words of a letter or a fund's own rule, in their own language and direction."""

    text: str
    language: str
    attribution: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    spans: tuple[Span, ...]
    align: Literal["start", "end", "centre"] = "start"
    header: bool = False
    colspan: int = 1
    rowspan: int = 1
    tone: Tone | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells; the first `header_rows` rows repeat on each page. `widths` are relative column widths."""

    caption: str
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...]
    header_rows: int = 1


@dataclass(frozen=True, slots=True)
class FactList:
    """A strip of short facts: label, value."""

    facts: tuple[tuple[str, tuple[Span, ...]], ...]

    @property
    def large(self) -> bool:
        """Whether every value is strong: brochures and leaflets then set the values large, as figures to be seen from afar."""
        return bool(self.facts) and all(spans and spans[0].strong for _label, spans in self.facts)


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing: `svg` is self-contained (no scripts, no external references), sized in user units by its viewBox."""

    caption: str
    svg: str
    alternative: str
    cite: tuple[str, ...] = ()


Block: TypeAlias = Paragraph | BulletList | Callout | Quotation | Table | FactList | Figure


@dataclass(frozen=True, slots=True)
class Section:
    """A titled part; `key` is stable across languages and builds."""

    key: str
    title: str
    blocks: tuple[Block, ...]
    sections: tuple["Section", ...] = ()


class Layout(StrEnum):
    """How a paper is laid out; the same tree reads in any of them.

    A report has a cover strip, contents and numbered sections. A brochure has a full cover and no numbers; each section begins
    a page with its first paragraph as a lead, and the last one is the back, with the sources. A leaflet is one sheet, both
    sides at most: the parts of a section stand side by side. An official paper is a form of one office: the publisher heads it,
    the facts stand as lines beneath, and the sections run on without cover, contents or numbers.
    """

    REPORT = "report"
    BROCHURE = "brochure"
    LEAFLET = "leaflet"
    OFFICIAL = "official"


@dataclass(frozen=True, slots=True)
class Document:
    """A whole paper. `facts` stand on the cover; `built` says from which inputs and when, in words.

    `dated` goes into the file's properties; with it, two renderings are equal byte for byte where the format allows.
    `claims` says which claims the paper quotes, and how each reads in it: `<solution>/<claim>` -> words.
    `publisher` stands on the cover of a brochure or leaflet and heads an official paper, and `sector` gives it its accent colour.
    """

    title: str
    subtitle: str
    language: Language
    facts: FactList
    sections: tuple[Section, ...]
    citations: tuple[Citation, ...]
    built: str
    identifier: str
    dated: date | None = None
    layout: Layout = Layout.REPORT
    claims: tuple[tuple[str, str], ...] = ()
    publisher: str = ""
    sector: Sector | None = None


def text(value: str, *cite: str, strong: bool = False) -> tuple[Span, ...]:
    """One plain run, with its citations."""
    return (Span(value, strong=strong, cite=cite),)


def cell(value: str, *cite: str, header: bool = False, align: Literal["start", "end", "centre"] = "start") -> Cell:
    """A table cell of one run."""
    return Cell(text(value, *cite), align=align, header=header)


def uncited(document: Document) -> frozenset[str]:
    """Citation keys used in the text but absent from the list: must be empty before anything is rendered."""
    known = {citation.key for citation in document.citations}
    return frozenset(_keys(document.facts, *document.sections)) - known


def _keys(*parts: object) -> set[str]:
    found: set[str] = set()
    for part in parts:
        if isinstance(part, Span | Figure):
            found.update(part.cite)
        elif isinstance(part, str | int | float | None):
            continue
        elif isinstance(part, Sequence):
            found |= _keys(*part)
        else:
            fields: tuple[str, ...] = getattr(part, "__slots__", ())
            found |= _keys(*(getattr(part, name) for name in fields))
    return found
