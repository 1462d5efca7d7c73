"""Engine values to bytes and back: one module for each format, one contract test that every format passes.

Renderers compute nothing: they print the tree. Each is imported when first used, since some take half a second to load.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from seoulution.engine.dossier.document import Document
from seoulution.formats.checks import UnprintableDocument, defects
from seoulution.formats.cleaning import clean_document
from seoulution.formats.rendered import Rendered

__all__ = ["FORMATS", "Format", "Rendered", "UnprintableDocument", "produce", "render"]


@dataclass(frozen=True, slots=True)
class Format:
    """A way to hand a document over; `render` takes a document that `produce` has cleaned and checked."""

    name: str
    suffix: str
    content_type: str
    render: Callable[[Document], Rendered]


def _html(document: Document) -> Rendered:
    from seoulution.formats import html

    return html.render(document)


def _pdf(document: Document) -> Rendered:
    from seoulution.formats import pdf

    return pdf.render(document)


def _docx(document: Document) -> Rendered:
    from seoulution.formats import docx

    return docx.render(document)


def _hwpx(document: Document) -> Rendered:
    from seoulution.formats import hwpx

    return hwpx.render(document)


def _json(document: Document) -> Rendered:
    from seoulution.formats import json

    return json.render(document)


FORMATS: Final[Mapping[str, Format]] = {
    "html": Format("html", ".html", "text/html; charset=utf-8", _html),
    "pdf": Format("pdf", ".pdf", "application/pdf", _pdf),
    "docx": Format("docx", ".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", _docx),
    "hwpx": Format("hwpx", ".hwpx", "application/hwp+zip", _hwpx),
    "json": Format("json", ".json", "application/json", _json),
}


def render(document: Document, name: str) -> bytes:
    """The document as a file of format `name`.

    raises KeyError : no such format; UnprintableDocument : the tree has defects; RenderFailed : the file could not be made
    """
    return produce(document, name).content


def produce(document: Document, name: str) -> Rendered:
    """As `render`, with the warnings that go with the file."""
    chosen = FORMATS[name]
    cleaned = clean_document(document)
    if findings := defects(cleaned):
        raise UnprintableDocument(findings)
    return chosen.render(cleaned)
