"""A stored document tree back as a value: the inverse of `formats.json.document_value`."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, Final

from seoulution.engine.dossier.document import (
    Block,
    BulletList,
    Callout,
    Cell,
    Citation,
    Document,
    FactList,
    Figure,
    Layout,
    Paragraph,
    Quotation,
    Section,
    Span,
    Table,
    Tone,
)
from seoulution.engine.vocabulary import Language, Sector
from seoulution.formats.json import FORMAT, VERSION

Data = Mapping[str, Any]


class UnreadableDocument(ValueError):
    """The data is not a document tree of a version this release knows."""


def document_from(data: Data) -> Document:
    """The document; raises `UnreadableDocument` for data of another format or version, or with parts missing."""
    if data.get("format") != FORMAT or data.get("version") != VERSION:
        raise UnreadableDocument(f"expected {FORMAT} version {VERSION}, found {data.get('format')!r} {data.get('version')!r}")
    try:
        return Document(
            title=data["title"],
            subtitle=data["subtitle"],
            language=Language(data["language"]),
            facts=_facts(data["facts"]),
            sections=tuple(_section(section) for section in data["sections"]),
            citations=tuple(Citation(one["key"], one["text"], one["address"]) for one in data["citations"]),
            built=data["built"],
            identifier=data["identifier"],
            dated=date.fromisoformat(data["dated"]) if data["dated"] else None,
            layout=Layout(data.get("layout", Layout.REPORT)),
            claims=tuple((one["claim"], one["reads"]) for one in data.get("claims", ())),
            publisher=data.get("publisher", ""),
            sector=Sector(data["sector"]) if data.get("sector") else None,
        )
    except (KeyError, TypeError, ValueError) as error:
        raise UnreadableDocument(f"the document tree is damaged at {error}") from error


def _section(data: Data) -> Section:
    return Section(
        data["key"],
        data["title"],
        tuple(_BLOCKS[block["kind"]](block) for block in data["blocks"]),
        tuple(_section(part) for part in data["sections"]),
    )


def _spans(data: Sequence[Data]) -> tuple[Span, ...]:
    return tuple(
        Span(one["text"], one["strong"], one["emphasis"], tuple(one["cite"]), one["link"], one["language"]) for one in data
    )


def _facts(data: Sequence[Data]) -> FactList:
    return FactList(tuple((one["label"], _spans(one["spans"])) for one in data))


def _cell(data: Data) -> Cell:
    tone = Tone(data["tone"]) if data["tone"] else None
    return Cell(_spans(data["spans"]), data["align"], data["header"], data["colspan"], data["rowspan"], tone)


def _table(data: Data) -> Table:
    rows = tuple(tuple(_cell(cell) for cell in row) for row in data["rows"])
    return Table(data["caption"], rows, tuple(data["widths"]), data["header_rows"])


_BLOCKS: Final[Mapping[str, Callable[[Data], Block]]] = {
    "paragraph": lambda data: Paragraph(_spans(data["spans"])),
    "list": lambda data: BulletList(tuple(_spans(item) for item in data["items"]), data["ordered"]),
    "callout": lambda data: Callout(Tone(data["tone"]), data["label"], _spans(data["spans"])),
    "quotation": lambda data: Quotation(data["text"], data["language"], data["attribution"]),
    "facts": lambda data: _facts(data["facts"]),
    "figure": lambda data: Figure(data["caption"], data["svg"], data["alternative"], tuple(data["cite"])),
    "table": _table,
}
