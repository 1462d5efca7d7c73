"""The document tree as JSON: every field always present, in one order, so that two builds can be compared line by line."""

import json
from enum import Enum
from typing import Final, TypeAlias

from seoulution.engine.dossier.document import (
    Block,
    BulletList,
    Callout,
    Cell,
    Document,
    FactList,
    Figure,
    Paragraph,
    Quotation,
    Section,
    Span,
    Table,
)
from seoulution.formats.rendered import Rendered

Value: TypeAlias = "bool | int | float | str | list[Value] | dict[str, Value] | None"

FORMAT: Final = "seoulution.document"
VERSION: Final = 1

KINDS: Final[dict[type[Block], str]] = {
    Paragraph: "paragraph",
    BulletList: "list",
    Callout: "callout",
    Quotation: "quotation",
    Table: "table",
    FactList: "facts",
    Figure: "figure",
}


def render(document: Document) -> Rendered:
    """UTF-8, two spaces of indent, one final new line."""
    return Rendered((json.dumps(document_value(document), ensure_ascii=False, indent=2) + "\n").encode())


def document_value(document: Document) -> dict[str, Value]:
    """The tree as plain lists and dictionaries; a block says its `kind`, a citation its number in the list."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "title": document.title,
        "subtitle": document.subtitle,
        "language": document.language.value,
        "identifier": document.identifier,
        "built": document.built,
        "dated": None if document.dated is None else document.dated.isoformat(),
        "layout": document.layout.value,
        "facts": _facts(document.facts),
        "sections": [_section(section) for section in document.sections],
        "citations": [
            {"number": number, "key": citation.key, "text": citation.text, "address": citation.address}
            for number, citation in enumerate(document.citations, start=1)
        ],
        "claims": [{"claim": claim, "reads": words} for claim, words in document.claims],
        "publisher": document.publisher,
        "sector": None if document.sector is None else document.sector.value,
    }


def _section(section: Section) -> Value:
    return {
        "key": section.key,
        "title": section.title,
        "blocks": [_block(block) for block in section.blocks],
        "sections": [_section(part) for part in section.sections],
    }


def _block(block: Block) -> Value:
    return {"kind": KINDS[type(block)], **_content(block)}


def _content(block: Block) -> dict[str, Value]:
    match block:
        case Paragraph(spans):
            return {"spans": _spans(spans)}
        case BulletList(items, ordered):
            return {"ordered": ordered, "items": [_spans(item) for item in items]}
        case Callout(tone, label, spans):
            return {"tone": tone.value, "label": label, "spans": _spans(spans)}
        case Quotation(text, language, attribution):
            return {"text": text, "language": language, "attribution": attribution}
        case FactList():
            return {"facts": _facts(block)}
        case Figure(caption, svg, alternative, cite):
            return {"caption": caption, "svg": svg, "alternative": alternative, "cite": list(cite)}
        case Table(caption, rows, widths, header_rows):
            return {
                "caption": caption,
                "widths": [float(width) for width in widths],
                "header_rows": header_rows,
                "rows": [[_cell(cell) for cell in row] for row in rows],
            }


def _facts(facts: FactList) -> Value:
    return [{"label": label, "spans": _spans(spans)} for label, spans in facts.facts]


def _cell(cell: Cell) -> Value:
    return {
        "spans": _spans(cell.spans),
        "align": cell.align,
        "header": cell.header,
        "colspan": cell.colspan,
        "rowspan": cell.rowspan,
        "tone": None if cell.tone is None else cell.tone.value,
    }


def _spans(spans: tuple[Span, ...]) -> Value:
    return [
        {
            "text": span.text,
            "strong": span.strong,
            "emphasis": span.emphasis,
            "cite": list(span.cite),
            "link": span.link,
            "language": span.language.value if isinstance(span.language, Enum) else span.language,
        }
        for span in spans
    ]
