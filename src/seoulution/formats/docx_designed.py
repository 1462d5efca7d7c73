"""Brochures and leaflets as Word files: a cover panel, large figures, parts side by side, sources in columns.

Panels stand within a white edge of a centimetre, since an office printer prints no colour to the edge of the sheet.
"""

from collections.abc import Sequence
from copy import deepcopy
from itertools import pairwise
from typing import Any, Final

from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph as Picture

from seoulution.engine.dossier.document import Document, FactList, Figure, Layout, Paragraph, Section, Span
from seoulution.formats import docx_styles
from seoulution.formats.designed import COLUMNS_BELOW, FIGURES_ACROSS, large_points, source_columns, starts_back
from seoulution.formats.docx import Writer
from seoulution.formats.docx_parts import (
    Ink,
    bookmark,
    edge,
    element,
    field,
    laid_cell,
    laid_out,
    laid_row,
    paragraph,
    run,
)
from seoulution.formats.tones import ACCENT, QUIET, RULE, accent_of

WHITE: Final = "#FFFFFF"
MM: Final = 56.7
"""Twentieths of a point in a millimetre."""
EDGE: Final = round(10 * MM)
GAP: Final = round(5 * MM)


class Designed(Writer):
    """Writes a brochure or a leaflet."""

    numbered_captions = False

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self.leaflet = document.layout is Layout.LEAFLET
        self.margin = 16 if self.leaflet else 24
        self.text_width = round((210 - 2 * self.margin) * MM)
        self.frame = (490.0, 155.0) if self.leaflet else (459.0, 600.0)
        self.address_size = 12 if self.leaflet else 15
        self.second = accent_of(document.sector)

    def _prepare(self) -> None:
        docx_styles.prepare(self.word, self.document.language, right_to_left=self.right_to_left, numbered=False)
        section, styles = self.word.sections[0], self.word.styles
        section.left_margin = section.right_margin = Mm(self.margin)
        section.top_margin, section.bottom_margin = (Mm(10), Mm(14)) if self.leaflet else (Mm(22), Mm(22))
        section.header_distance, section.footer_distance = Mm(5), Mm(7 if self.leaflet else 10)
        section.different_first_page_header_footer = not self.leaflet
        sizes = {"Normal": 9.0, "Heading 1": 12.5, "Heading 2": 9.5, "Caption": 7.5, "Source": 6.0, "Title": 23.0, "Cell": 8.5}
        larger = {
            "Normal": 11.0,
            "Heading 1": 21.0,
            "Heading 2": 13.0,
            "Caption": 9.0,
            "Source": 8.0,
            "Title": 40.0,
            "Cell": 9.5,
        }
        for name, points in (sizes if self.leaflet else larger).items():
            styles[name].font.size = Pt(points)
            docx_styles.same_in_complex_scripts(styles[name].element)
        normal, title = styles["Normal"].paragraph_format, styles["Title"]
        normal.line_spacing, normal.space_after = (Pt(12.5), Pt(4)) if self.leaflet else (1.35, Pt(7))
        for name in ("Heading 1", "Heading 2", "Subtitle"):  # the leaflet's own lines are of one height in every typeface
            styles[name].paragraph_format.line_spacing = 1.1
        title.font.color.rgb = RGBColor(255, 255, 255)
        title.paragraph_format.line_spacing, title.paragraph_format.space_after = 1.05, Pt(8)
        for loose in list(styles["Subtitle"].element.iter(qn("w:spacing"))):
            loose.getparent().remove(loose)
        styles["Source"].paragraph_format.space_after = Pt(1 if self.leaflet else 2)
        for name in ("List Bullet", "List Number"):
            styles[name].paragraph_format.space_after = Pt(2 if self.leaflet else 5)
        styles["Source"].paragraph_format.line_spacing = 1.05
        styles["Caption"].paragraph_format.space_before = Pt(3)
        styles["Caption"].font.bold = False
        for stop in styles["toc 1"].element.iter(qn("w:tab")):
            stop.set(qn("w:pos"), str(self.text_width))  # page numbers of the contents stand at this layout's own edge

    def _running_lines(self) -> None:
        section, quiet = self.word.sections[0], Ink(colour=QUIET, size=15 if self.leaflet else 17)
        document, width = self.document, self.text_width
        tabs = [element("tab", val="clear", pos=place) for place in (4680, 9360)]
        tabs.append(element("tab", val="right", pos=width))
        words = (
            f"{self.words.identifier} {document.identifier} · {self.words.built} {document.built}"
            if self.leaflet
            else document.title.replace("\n", " ")
        )
        line = () if self.leaflet else (element("pBdr", edge("top", 4, RULE, 4)),)
        pages = [field("PAGE", "1", quiet)]
        if self.leaflet:
            pages += [run(" / ", quiet), field("NUMPAGES", "1", quiet)]
        foot = paragraph("Footer", run(f"{words}\t", quiet), *pages, properties=(*line, element("tabs", *tabs)))
        for holder, content in ((section.header, paragraph("Header")), (section.footer, foot)):
            holder.is_linked_to_previous = False
            for old in list(holder._element):
                holder._element.remove(old)
            holder._element.append(content)

    def _cover(self) -> None:
        if self.leaflet:
            self._panel(height=0, above=60, below=120, subtitle=24)
            self._facts(self.document.facts, across=FIGURES_ACROSS)
            return
        self._panel(height=round(165 * MM), above=round(40 * MM), below=200, subtitle=30)
        self._facts(self.document.facts, across=FIGURES_ACROSS)
        space = element("spacing", before=round(20 * MM))
        imprint = f"{self.words.identifier}: {self.document.identifier}\n{self.words.built}: {self.document.built}"
        self._add(paragraph("Quiet", run(imprint, Ink()), properties=(space,)))
        ends = deepcopy(self.body.sectPr)
        self._add(element("p", element("pPr", ends)))
        size = ends.find(qn("w:pgMar"))
        size.set(qn("w:top"), str(EDGE))
        title_page = self.body.sectPr.find(qn("w:titlePg"))
        if title_page is not None:
            self.body.sectPr.remove(title_page)

    def _panel(self, *, height: int, above: int, below: int, subtitle: int) -> None:
        """Who speaks, title and result in white on the deep blue, with a stripe of the sector's colour."""
        document, width = self.document, round(190 * MM)
        white = Ink(colour=WHITE, bold=True, size=19 if self.leaflet else 22)
        words = [
            paragraph("Normal", run(document.publisher, white), properties=(element("spacing", before=0, after=0),)),
            paragraph(
                "Title", run(document.title, Ink(colour=WHITE)), properties=(element("spacing", before=above, after=100),)
            ),
            paragraph(
                "Subtitle",
                run(document.subtitle, Ink(colour=WHITE, size=subtitle)),
                properties=(element("spacing", after=below),),
            ),
        ]
        inner = round((self.margin - 10) * MM)
        panel = laid_row(laid_cell(width, *words, ground=ACCENT, room=max(inner, 170)), height=height)
        thin = paragraph("Normal", properties=(element("spacing", before=0, after=0, line=100, lineRule="exact"),))
        stripe = laid_row(laid_cell(width, thin, ground=self.second), height=round(2.2 * MM), exact=True)
        self._add(laid_out([width], panel, stripe, indent=EDGE - round(self.margin * MM), right_to_left=self.right_to_left))
        self._add(paragraph("Quiet", properties=(element("spacing", before=0, after=0),)))

    def _contents(self) -> None:
        if self.leaflet or len(self.document.sections) < 2:
            return
        entries = [self._entry(1, self.anchors[section.key], section.title) for section in self.document.sections]
        if self.document.citations:
            entries.append(self._entry(1, "_Toc_sources", self.words.sources))
        self._bar()
        size = Ink(size=42)
        self._add(paragraph("Contentsheading", run(self.words.contents, size)), *entries)

    def _figure(self, figure: Figure) -> None:
        super()._figure(figure)
        *_others, holder, _caption, _end = self.body
        Picture(holder, self.word).paragraph_format.line_spacing = 1.0

    def _bar(self, *, new_page: bool = False) -> None:
        """The short stripe above the title of a chapter."""
        properties = [element("keepNext")] + ([element("pageBreakBefore")] if new_page else [])
        border = element("pBdr", edge("top", 48, self.second, 1))
        indent = element("ind", right=self.text_width - round(20 * MM))
        self._add(paragraph("Quiet", properties=(*properties, border, element("spacing", before=0, after=60), indent)))

    def _section(self, section: Section, level: int) -> None:
        if self.leaflet and level == 1:
            self._leaf(section)
            return
        if level == 1:
            self._bar(new_page=True)
        marked = bookmark(next(self.bookmarks), self.anchors[section.key], run(section.title, Ink()))
        self._add(paragraph(f"Heading{level}", *marked))
        blocks = section.blocks
        if level == 1 and blocks and isinstance(blocks[0], Paragraph):
            space = element("spacing", before=0, after=240)
            self._add(paragraph("Normal", *self._lead(blocks[0].spans), properties=(space,)))
            blocks = blocks[1:]
        for block, following in pairwise((*blocks, None)):
            if block is not None:
                self._block(block, following)
        for part in section.sections:
            self._section(part, level + 1)

    def _lead(self, spans: Sequence[Span]) -> list[Any]:
        made = self._runs(spans, colour=QUIET)
        for item in made:
            properties = item.find(qn("w:rPr"))
            if properties is not None and properties.find(qn("w:vertAlign")) is None:
                properties.extend((element("sz", val=26), element("szCs", val=26)))
        return made

    def _leaf(self, section: Section) -> None:
        border = element("pBdr", edge("bottom", 8, self.second, 2))
        marked = bookmark(next(self.bookmarks), self.anchors[section.key], run(section.title, Ink()))
        space = element("spacing", before=140, after=80)
        broken = (element("pageBreakBefore"),) if section.key == starts_back(self.document) else ()
        self._add(paragraph("Heading1", *marked, properties=(element("keepNext"), *broken, border, space)))
        for block, following in pairwise((*section.blocks, None)):
            if block is not None:
                self._block(block, following)
        if not section.sections:
            return
        across = len(section.sections)
        width = (self.text_width - GAP * (across - 1)) // across
        cells: list[Any] = []
        widths: list[int] = []
        for part in section.sections:
            if cells:
                cells.append(laid_cell(GAP, paragraph("Cell")))
                widths.append(GAP)
            cells.append(laid_cell(width, *self._written(part, width)))
            widths.append(width)
        self._add(laid_out(widths, laid_row(*cells), right_to_left=self.right_to_left))
        self._add(paragraph("Quiet", properties=(element("spacing", before=0, after=0, line=120, lineRule="exact"),)))

    def _written(self, part: Section, width: int) -> list[Any]:
        """A part as the paragraphs and tables of one cell, which ends in a paragraph as Word asks."""
        before, whole = len(self.body), self.text_width
        self.text_width = width
        marked = bookmark(next(self.bookmarks), self.anchors[part.key], run(part.title, Ink()))
        self._add(paragraph("Heading2", *marked, properties=(element("spacing", before=0, after=40),)))
        for block, following in pairwise((*part.blocks, None)):
            if block is not None:
                self._block(block, following)
        for deeper in part.sections:
            self._section(deeper, 3)
        self.text_width = whole
        made = list(self.body)[before - 1 : -1]
        for item in made:
            self.body.remove(item)
        return made

    def _facts(self, facts: FactList, *, across: int) -> None:
        if not facts.facts:
            return
        if facts.large:
            self._large(facts)
        else:
            self._strips(facts)

    def _large(self, facts: FactList) -> None:
        width = (self.text_width - GAP * (FIGURES_ACROSS - 1)) // FIGURES_ACROSS
        widths = [width if place % 2 == 0 else GAP for place in range(2 * FIGURES_ACROSS - 1)]
        size = 2 * large_points(facts, 22 if self.leaflet else 24, width / 20)
        rows = []
        for start in range(0, len(facts.facts), FIGURES_ACROSS):
            cells: list[Any] = []
            for place in range(FIGURES_ACROSS):
                if cells:
                    cells.append(laid_cell(GAP, paragraph("Cell")))
                fact = facts.facts[start + place] if start + place < len(facts.facts) else None
                cells.append(laid_cell(width, *self._figure_words(fact, round(size)), edges=self._top(fact is not None)))
            rows.append(laid_row(*cells))
        self._add(laid_out(widths, *rows, right_to_left=self.right_to_left))
        self._add(paragraph("Quiet", properties=(element("spacing", before=0, after=60),)))

    def _top(self, shown: bool) -> tuple[Any, ...]:
        return (edge("top", 20, self.second),) if shown else ()

    def _figure_words(self, fact: tuple[str, tuple[Span, ...]] | None, size: int) -> list[Any]:
        if fact is None:
            return [paragraph("Cell")]
        label, spans = fact
        value: list[Any] = []
        for span in spans:
            value.append(run(span.text, Ink(bold=True, colour=ACCENT, size=size, language=span.language)))
            value += self._cites(span.cite)
        space = element("spacing", before=60, after=20)
        quiet = Ink(colour=QUIET, size=16 if self.leaflet else 18)
        return [paragraph("Cell", *value, properties=(space,)), paragraph("Cell", run(label, quiet))]

    def _strips(self, facts: FactList) -> None:
        wide = self.text_width > round(110 * MM) and all(
            sum(len(span.text) for span in spans) <= COLUMNS_BELOW for _label, spans in facts.facts
        )
        across = 2 if wide else 1
        one = (self.text_width - GAP * (across - 1)) // across
        label_width = round(one * (0.3 if across == 2 or self.leaflet else 0.2))
        widths = ([label_width, one - label_width, GAP] * across)[:-1]
        rows = []
        for start in range(0, len(facts.facts), across):
            cells: list[Any] = []
            for place in range(across):
                if cells:
                    cells.append(laid_cell(GAP, paragraph("Cell")))
                fact = facts.facts[start + place] if start + place < len(facts.facts) else None
                line = (edge("top", 4, RULE),) if fact else ()
                label, spans = fact or ("", ())
                space = (element("spacing", before=40, after=40),)
                name = paragraph("Cell", run(label, Ink(colour=QUIET, size=16)), properties=space)
                value = paragraph("Cell", *self._runs(spans), properties=space)
                cells += [laid_cell(label_width, name, edges=line), laid_cell(one - label_width, value, edges=deepcopy(line))]
            rows.append(laid_row(*cells))
        self._add(laid_out(widths, *rows, right_to_left=self.right_to_left))
        self._add(paragraph("Quiet", properties=(element("spacing", before=0, after=60),)))

    def _sources(self) -> None:
        """In columns, which are a section of their own."""
        if not self.document.citations:
            return
        ends = deepcopy(self.body.sectPr)
        self._add(element("p", element("pPr", element("spacing", before=0, after=0), ends)))
        last = self.body.sectPr
        kind = last.find(qn("w:type"))
        if kind is None:
            kind = element("type")
            place = last.find(qn("w:pgSz"))
            place.addprevious(kind)
        kind.set(qn("w:val"), "continuous")
        columns = last.find(qn("w:cols"))
        columns.set(qn("w:num"), str(source_columns(self.document) if self.leaflet else 2))
        columns.set(qn("w:space"), str(GAP))
        super()._sources()
