"""The page of our Hangul papers: A4 with its margins, a running head, the page number, and whose file it is."""

from datetime import date
from typing import Any, Final

from hwpx import HwpxDocument

from seoulution.engine.dossier.document import Document, Layout
from seoulution.formats.hwpx_parts import Maker
from seoulution.formats.hwpx_styles import QUIET_INK, Styles

MARGIN_MM: Final = 20.0
TEXT_WIDTH: Final = 48_188
"""HWPUNIT between the margins of A4 (170 mm)."""
TEXT_HEIGHT: Final = 69_732
"""HWPUNIT between head and foot (246 mm)."""


def set_up(paper: HwpxDocument, document: Document, make: Maker, styles: Styles) -> None:
    """Everything that belongs to each page and to the file, before any words are added."""
    if document.layout is Layout.LEAFLET:
        _leaflet_pages(paper, document)
        return
    paper.page.setup(
        paper_size="A4",
        margin_left_mm=MARGIN_MM,
        margin_right_mm=MARGIN_MM,
        margin_top_mm=15,
        margin_bottom_mm=12,
        header_margin_mm=12,
        footer_margin_mm=12,
    )
    first: Any = paper.sections[0].element[0]
    for shown in first.iter("{*}visibility"):
        shown.attrib.update({"hideFirstHeader": "1", "hideFirstFooter": "1", "hideFirstPageNum": "1"})
    title = document.title.replace("\n", " ").replace("\t", " ")
    short = title if len(title) <= 50 else title[:49] + "…"
    shape = styles.ink(QUIET_INK)
    head = make.paragraph(styles.running, make.text(shape, f"{short}  |  {document.identifier}"))
    first.append(make.running_head(head, shape, width=TEXT_WIDTH))
    _name(paper, document)


def _leaflet_pages(paper: HwpxDocument, document: Document) -> None:
    """The whole sheet but for a narrow edge, without running head or page number."""
    paper.page.setup(
        paper_size="A4",
        margin_left_mm=MARGIN_MM,
        margin_right_mm=MARGIN_MM,
        margin_top_mm=5,
        margin_bottom_mm=5,
        header_margin_mm=5,
        footer_margin_mm=5,
    )
    _name(paper, document)


def _name(paper: HwpxDocument, document: Document) -> None:
    moment = f"{(document.dated or date.today()).isoformat()}T00:00:00Z"
    parts = paper.parts
    parts.clear_document_metadata(timestamp=moment)  # the library's own sample author and dates
    parts.set_document_metadata(title=document.title, subject=document.subtitle or None, keyword=document.identifier)
    parts.clear_preview()
