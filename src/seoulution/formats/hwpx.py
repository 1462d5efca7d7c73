"""A document as a Hangul file (HWPX, KS X 6101), as a Korean office would lay it out.

python-hwpx makes the package, its header and its pictures; the body is written as elements (`hwpx_parts`). A file that passes
the schema can still look wrong in Hangul, so every table says the width and height of each cell, and every picture its size
in Hangul's own measure (75 HWPUNIT to a pixel).
"""

import io
from collections.abc import Sequence
from itertools import count, zip_longest
from typing import Any, Final

from hwpx import HwpxDocument
from PIL import Image

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
)
from seoulution.engine.vocabulary import Language
from seoulution.formats import hwpx_page
from seoulution.formats.checks import sections_of
from seoulution.formats.docx_tables import column_widths
from seoulution.formats.grid import placed
from seoulution.formats.hwpx_heights import TableCell, row_heights
from seoulution.formats.hwpx_page import TEXT_HEIGHT, TEXT_WIDTH
from seoulution.formats.hwpx_parts import Maker
from seoulution.formats.hwpx_styles import (
    CAPTION,
    CELL_POINTS,
    DEEPEST_HEADING,
    GAP_POINTS,
    HEADING_POINTS,
    QUIET_INK,
    SUBTITLE,
    TEXT_POINTS,
    TITLE,
    Ink,
    Styles,
)
from seoulution.formats.links import is_right_to_left, language_tag, safe_link
from seoulution.formats.numbering import citation_numbers, section_numbers
from seoulution.formats.pictures import fitted_points, pictures_of
from seoulution.formats.rendered import Rendered
from seoulution.formats.tones import ACCENT, LOOKS
from seoulution.formats.words import WORDS

FRAME_POINTS: Final = (480.0, 600.0)
PIXEL: Final = 75
CONTENTS_DEPTH: Final = 2
WHOLE: Final = round(TEXT_HEIGHT * 0.6)
"""A table up to this height stays on one page: nothing in the format keeps the head of a table with its first row."""


def render(document: Document) -> Rendered:
    """The .hwpx file."""
    if document.layout is Layout.OFFICIAL:
        from seoulution.formats.hwpx_official import Official

        return Rendered(Official(document).whole())
    if document.layout is not Layout.REPORT:
        from seoulution.formats.hwpx_designed import Designed

        return Rendered(Designed(document).whole())
    return Rendered(Writer(document).whole())


class Writer:
    """Writes a report; `hwpx_designed` lays brochures and leaflets out with the same parts."""

    ink = Ink()
    frame = FRAME_POINTS
    text_width = TEXT_WIDTH
    numbered_captions = True

    def __init__(self, document: Document) -> None:
        self.document = document
        self.words = WORDS[document.language]
        self.cited = citation_numbers(document)
        self.numbered = section_numbers(document)
        self.anchors = {key: f"section-{place}" for place, key in enumerate(self.numbered, start=1)}
        self.paper = HwpxDocument.new()
        self.section = self.paper.sections[0]
        numbered = document.layout is Layout.REPORT
        self.styles = Styles(self.paper, justified=document.language is Language.KO, numbered=numbered)
        self.make = Maker()
        self.tables, self.figures = count(1), count(1)
        figures = [block for part in sections_of(document.sections) for block in part.blocks if isinstance(block, Figure)]
        self.pictures = iter(pictures_of([figure.svg for figure in figures]))

    def whole(self) -> bytes:
        self._set_up()
        self._cover()
        self._contents()
        for section in self.document.sections:
            self._section(section, 0)
        self._sources()
        self.section.mark_dirty()
        return self.paper.to_bytes()

    def _set_up(self) -> None:
        hwpx_page.set_up(self.paper, self.document, self.make, self.styles)

    def _add(self, *paragraphs: Any) -> None:
        self.section.element.extend(paragraphs)

    def _line(self, form: str, words: str, ink: Ink, **options: Any) -> Any:
        return self.make.paragraph(form, self.make.text(self.styles.ink(ink), words), **options)

    def _cover(self) -> None:
        styles, document = self.styles, self.document
        band = TableCell(0, 0, 1, 1, (self._line(styles.cell["start"], " ", Ink(size=18)),), styles.band, 18)
        first = self.section.element[0]  # holds the page's setup, which must stay in the first paragraph
        shape = styles.ink(Ink())
        table = self.make.table([band], [TEXT_WIDTH], [3120], border=styles.band, shape=shape, header=False, whole=True)
        first.append(table)
        self._add(self._line(styles.cover_title, document.title, TITLE))
        if document.subtitle:
            self._add(self._line(styles.cover_line, document.subtitle, SUBTITLE))
        self._facts(document.facts)
        self._add(self._line(styles.cover_line, f"{self.words.identifier}: {document.identifier}", QUIET_INK))
        self._add(self._line(styles.cover_line, f"{self.words.built}: {document.built}", QUIET_INK))

    def _contents(self) -> None:
        if not self.document.sections:
            return
        heading = Ink(size=HEADING_POINTS[0], bold=True, colour=ACCENT)
        self._add(self._line(self.styles.plain_heading, self.words.contents, heading, new_page=True))
        for section in sections_of(self.document.sections):
            number = self.numbered[section.key]
            depth = number.count(".")
            if depth < CONTENTS_DEPTH:
                self._entry(f"#{self.anchors[section.key]}", f"{number}  {section.title}", depth)
        if self.document.citations:
            self._entry("#sources", self.words.sources, 0)

    def _entry(self, target: str, words: str, depth: int) -> None:
        shape = self.styles.ink(Ink(bold=depth == 0))
        style = self.styles.names.get(f"차례 {depth + 1}", "0")
        self._add(self.make.paragraph(self.styles.contents[depth], *self.make.link(target, shape, words, shape), style=style))

    def _section(self, section: Section, depth: int) -> None:
        level = min(depth, DEEPEST_HEADING - 1)
        shape = self.styles.ink(Ink(size=HEADING_POINTS[level], bold=True, colour=ACCENT))
        self._add(
            self.make.paragraph(
                self.styles.headings[level],
                self.make.bookmark(shape, self.anchors[section.key]),
                self.make.text(shape, section.title),
                style=self.styles.names.get(f"개요 {level + 1}", "0"),
                new_page=section is self.document.sections[0],
            )
        )
        for block, following in zip_longest(section.blocks, section.blocks[1:]):
            self._block(block, following)
        for part in section.sections:
            self._section(part, depth + 1)

    def _block(self, block: Block, following: Block | None) -> None:
        styles = self.styles
        match block:
            case Paragraph(spans):
                introduces = isinstance(following, (BulletList, Table))
                self._add(self.make.paragraph(styles.introduction if introduces else styles.normal, *self._runs(spans)))
            case BulletList(items, ordered):
                for number, item in enumerate(items, start=1):
                    mark = self.make.text(styles.ink(self.ink), f"{number}. " if ordered else "• ")
                    self._add(self.make.paragraph(styles.bullet, mark, *self._runs(item)))
            case Callout():
                self._callout(block)
            case Quotation():
                self._quotation(block)
            case FactList():
                self._facts(block)
            case Figure():
                self._figure(block)
            case Table():
                self._table(block)

    def _callout(self, callout: Callout) -> None:
        look = LOOKS[callout.tone]
        label = self.make.text(self.styles.ink(Ink(bold=True, colour=look.ink)), f"{look.sign}  {callout.label}\n")
        self._box([label, *self._runs(callout.spans)], self.styles.cell["start"], self.styles.callouts[callout.tone])

    def _quotation(self, quotation: Quotation) -> None:
        backwards = is_right_to_left(language_tag(quotation.language))
        runs = [self.make.text(self.styles.ink(Ink()), quotation.text)]
        if quotation.attribution:
            runs.append(self.make.text(self.styles.ink(QUIET_INK), f"\n{quotation.attribution}"))
        border = self.styles.quotation_box_backwards if backwards else self.styles.quotation_box
        self._box(runs, self.styles.cell["end" if backwards else "start"], border)

    def _box(self, runs: list[Any], form: str, border: str) -> None:
        """One paragraph with line breaks: viewers lay several paragraphs of one cell over each other."""
        cell = TableCell(0, 0, 1, 1, (self.make.paragraph(form, *runs),), border, TEXT_POINTS)
        self._add_box([cell], [self.text_width], rows=1)

    def _facts(self, facts: FactList) -> None:
        pairs = facts.facts
        if not pairs:
            return
        across = min(2, len(pairs))
        label_width = 8000
        widths = [label_width, TEXT_WIDTH // across - label_width] * across
        rows = -(-len(pairs) // across)
        cells = []
        for place in range(rows * across):
            row, column = place // across, 2 * (place % across)
            label, spans = pairs[place] if place < len(pairs) else ("", ())
            name = self._line(self.styles.cell["centre"], label, Ink(size=CELL_POINTS, bold=True, colour=ACCENT))
            value = self.make.paragraph(self.styles.cell["start"], *self._runs(spans, Ink(size=CELL_POINTS)))
            cells.append(TableCell(row, column, 1, 1, (name,), self.styles.head_box, CELL_POINTS, centred=True))
            cells.append(TableCell(row, column + 1, 1, 1, (value,), self.styles.box, CELL_POINTS, centred=True))
        self._add_box(cells, widths, rows=rows)

    def _table(self, table: Table) -> None:
        widths = column_widths(table, self.text_width)
        caption = self._caption(self.words.table, next(self.tables), table.caption)
        line = self._line(self.styles.cell["start"], caption, CAPTION)
        cells = [TableCell(0, 0, 1, len(widths), (line,), self.styles.open_box, CAPTION.size, header=True)]
        for item in placed(table):
            head = item.row < table.header_rows
            cells.append(
                TableCell(
                    item.row + 1,  # the caption is the first row: only so do all programs keep it with the table
                    item.column,
                    item.cell.rowspan,
                    item.cell.colspan,
                    (self._cell_paragraph(item.cell, head=head),),
                    self._cell_border(item.cell, head=head),
                    CELL_POINTS,
                    header=head,
                    centred=True,
                )
            )
        heights = row_heights(cells, widths, 1 + len(table.rows))
        self._add_table(self.styles.around_table, cells, widths, heights, header=True)
        if sum(heights) > WHOLE:
            self._on_a_fresh_page()

    def _cell_paragraph(self, cell: Cell, *, head: bool) -> Any:
        ink = Ink(size=CELL_POINTS, bold=head or cell.header, colour=ACCENT if head else Ink().colour)
        runs = self._runs(cell.spans, ink)
        if cell.tone is not None:
            look = LOOKS[cell.tone]
            runs.insert(0, self.make.text(self.styles.ink(Ink(size=CELL_POINTS, bold=True, colour=look.ink)), f"{look.sign} "))
        return self.make.paragraph(self.styles.cell["centre" if head and cell.align == "start" else cell.align], *runs)

    def _cell_border(self, cell: Cell, *, head: bool) -> str:
        if head:
            return self.styles.head_box
        if cell.tone is not None:
            return self.styles.tone_boxes[cell.tone]
        return self.styles.quiet_box if cell.header else self.styles.box

    def _on_a_fresh_page(self) -> None:
        """The table just written begins a page, together with the headings and words that introduce it."""
        *written, first, _gap = self.section.element
        while written[-1].get("paraPrIDRef") in self.styles.kept:
            first = written.pop()
        first.set("pageBreak", "1")

    def _add_box(self, cells: Sequence[TableCell], widths: Sequence[int], *, rows: int) -> None:
        heights = row_heights(cells, widths, rows)
        self._add_table(self.styles.around_box, cells, widths, heights, header=False)

    def _add_table(
        self, form: str, cells: Sequence[TableCell], widths: Sequence[int], heights: Sequence[int], *, header: bool
    ) -> None:
        shape, whole = self.styles.ink(Ink(size=4)), sum(heights) <= WHOLE
        table = self.make.table(cells, widths, heights, border=self.styles.box, shape=shape, header=header, whole=whole)
        self._add(self.make.paragraph(form, table), self._line(self.styles.gap, "", Ink(size=GAP_POINTS)))

    def _caption(self, kind: str, number: int, words: str) -> str:
        return f"{kind} {number}. {words}" if self.numbered_captions else words

    def _figure(self, figure: Figure) -> None:
        picture = next(self.pictures)
        width, height = fitted_points(figure.svg, width=self.frame[0], height=self.frame[1])
        made: Any = self.paper.add_picture(
            picture,
            "png",
            width=round(width * 100),
            height=round(height * 100),
            align="LEFT",
            para_pr_id_ref=self.styles.picture,
            style_id_ref="0",
            char_pr_id_ref=self.styles.ink(Ink()),
        ).element
        with Image.open(io.BytesIO(picture)) as opened:
            pixels = [side * PIXEL for side in opened.size]
        for part in made.iter():
            match str(part.tag).rpartition("}")[2]:
                case "imgClip":
                    part.attrib.update({"left": "0", "top": "0", "right": str(pixels[0]), "bottom": str(pixels[1])})
                case "imgDim":
                    part.attrib.update({"dimwidth": str(pixels[0]), "dimheight": str(pixels[1])})
                case "shapeComment":
                    part.text = figure.alternative
        words = "\n" + self._caption(self.words.figure, next(self.figures), figure.caption)
        holder = next(made.iterancestors("{*}p"))  # the caption is a line of the picture's paragraph, which is kept whole
        holder.extend([self.make.text(self.styles.ink(CAPTION), words), *self._cites(figure.cite, CAPTION)])

    def _sources(self) -> None:
        if not self.document.citations:
            return
        shape = self.styles.ink(Ink(size=HEADING_POINTS[0], bold=True, colour=ACCENT))
        heading = self.make.paragraph(
            self.styles.plain_heading, self.make.bookmark(shape, "sources"), self.make.text(shape, self.words.sources)
        )
        self._add(heading)
        plain, linked = self.styles.ink(Ink(size=9.5)), self.styles.ink(Ink(size=9.0, colour=ACCENT, underline=True))
        for number, citation in enumerate(self.document.citations, start=1):
            self._add(self.make.paragraph(self.styles.source, *self._source(number, citation, plain, linked)))

    def _source(self, number: int, citation: Citation, plain: str, linked: str) -> list[Any]:
        runs = [self.make.text(plain, f"[{number}] {citation.text}")]
        if citation.address:
            link = safe_link(citation.address)
            runs.append(self.make.text(plain, " "))
            runs += self.make.link(link, linked, link, plain) if link else [self.make.text(plain, citation.address)]
        return runs

    def _runs(self, spans: Sequence[Span], ink: Ink | None = None) -> list[Any]:
        base = ink or self.ink
        made: list[Any] = []
        for span in spans:
            own = Ink(base.size, base.bold or span.strong, span.emphasis, base.colour)
            link = safe_link(span.link)
            if link:
                shape = self.styles.ink(Ink(own.size, own.bold, own.italic, ACCENT, underline=True))
                made += self.make.link(link, shape, span.text, self.styles.ink(own))
            else:
                made.append(self.make.text(self.styles.ink(own), span.text))
            made += self._cites(span.cite, base)
        return made

    def _cites(self, keys: Sequence[str], base: Ink) -> list[Any]:
        if not keys:
            return []
        numbers = ", ".join(str(number) for number in sorted(self.cited[key] for key in keys))
        return [self.make.text(self.styles.ink(Ink(base.size, colour=ACCENT, raised=True)), f"[{numbers}]")]
