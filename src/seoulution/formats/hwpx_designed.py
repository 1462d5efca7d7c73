"""Brochures and leaflets as Hangul files: a cover panel, large figures, parts side by side, small sources.

What stands side by side is a table without lines, one paragraph to a cell: viewers lay several paragraphs of one cell over
each other. So a panel is a row for each of its lines, and a list in a cell is lines with a mark.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import Any, Final

from seoulution.engine.dossier.document import (
    Block,
    BulletList,
    Callout,
    Document,
    FactList,
    Layout,
    Paragraph,
    Section,
    Span,
)
from seoulution.formats.designed import COLUMNS_BELOW, FIGURES_ACROSS, large_points, source_columns, starts_back
from seoulution.formats.hwpx import Writer
from seoulution.formats.hwpx_heights import CELL_MARGIN, TableCell, row_heights
from seoulution.formats.hwpx_page import TEXT_WIDTH
from seoulution.formats.hwpx_styles import Ink
from seoulution.formats.tones import ACCENT, LOOKS, QUIET, RULE, accent_of

WHITE: Final = "#FFFFFF"
GAP: Final = 1400
COVER_HEIGHT: Final = 43_000


class Designed(Writer):
    """Writes a brochure or a leaflet."""

    numbered_captions = False

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self.leaflet = document.layout is Layout.LEAFLET
        self.ink = Ink(size=8.5 if self.leaflet else 10.5)
        self.frame = (480.0, 140.0) if self.leaflet else (480.0, 600.0)
        self.second = accent_of(document.sector)
        styles = self.styles
        self.open = styles.border(RULE, "0.12 mm")
        self.lined = styles.border(RULE, "0.12 mm", "top")
        self.figure_top = styles.border(self.second, "1.0 mm", "top")
        self.panel = styles.border(ACCENT, "0.12 mm", ground=ACCENT)
        self.stripe = styles.border(self.second, "0.12 mm", ground=self.second)
        self.panel_line = styles.form(align="LEFT", left=1600, right=1600, lines=125)
        self.small = styles.form(align="LEFT", lines=130 if self.leaflet else 150)
        self.tight = styles.form(align="LEFT", lines=105)
        self.lead = styles.form(align="LEFT", after=900, lines=150)
        before = 500 if self.leaflet else 0
        self.heads = (
            styles.form(align="LEFT", before=before, after=250 if self.leaflet else 700, keep=True, lines=130, outline=0),
            styles.form(align="LEFT", before=900, after=400, keep=True, lines=130, outline=1),
        )
        self.head_inks = (
            Ink(size=12.0 if self.leaflet else 21.0, bold=True, colour=ACCENT),
            Ink(size=9.5 if self.leaflet else 13.0, bold=True, colour=ACCENT),
        )
        styles.kept = frozenset((*styles.kept, *self.heads))

    def _cover(self) -> None:
        document, leaflet = self.document, self.leaflet
        title = Ink(size=22.0 if leaflet else 38.0, bold=True, colour=WHITE)
        lines = [
            (document.publisher, Ink(size=9.0 if leaflet else 10.5, bold=True, colour=WHITE)),
            ("", Ink(size=4.0 if leaflet else 60.0, colour=WHITE)),
            (document.title, title),
            (document.subtitle, Ink(size=11.0 if leaflet else 14.0, colour=WHITE)),
            ("", Ink(size=3.0, colour=WHITE)),
        ]
        cells = [
            TableCell(row, 0, 1, 1, (self._line(self.panel_line, words, ink),), self.panel, ink.size, centred=True)
            for row, (words, ink) in enumerate(lines)
        ]
        cells.append(TableCell(len(lines), 0, 1, 1, (self._line(self.panel_line, "", Ink(size=1.0)),), self.stripe, 1.0))
        heights = row_heights(cells, [TEXT_WIDTH - 3200], len(cells))
        heights[0] = max(heights[0], 2600 if leaflet else 5200)
        heights[-1] = 700
        if not leaflet:
            heights[4] = max(COVER_HEIGHT - sum(heights), 600)
        first = self.section.element[0]  # holds the page's setup, which must stay in the first paragraph
        shape = self.styles.ink(Ink())
        first.append(self.make.table(cells, [TEXT_WIDTH], heights, border=self.panel, shape=shape, header=False, whole=True))
        self._add(self._line(self.styles.gap, "", Ink(size=6.0 if leaflet else 14.0)))
        self._facts(document.facts)
        if not leaflet:
            self._add(self._line(self.styles.gap, "", Ink(size=60.0)))
            self._imprint()

    def _imprint(self) -> None:
        document, quiet = self.document, Ink(size=7.0 if self.leaflet else 8.5, colour=QUIET)
        for name, words in ((self.words.identifier, document.identifier), (self.words.built, document.built)):
            self._add(self._line(self.small, f"{name}: {words}", quiet))

    def _contents(self) -> None:
        if self.leaflet or len(self.document.sections) < 2:
            return
        self._add(self._line(self.styles.plain_heading, self.words.contents, self.head_inks[0], new_page=True))
        for section in self.document.sections:
            self._entry(f"#{self.anchors[section.key]}", section.title, 1)
        if self.document.citations:
            self._entry("#sources", self.words.sources, 1)

    def _section(self, section: Section, depth: int) -> None:
        level = min(depth, len(self.heads) - 1)
        shape = self.styles.ink(self.head_inks[level])
        style = self.styles.names.get(f"개요 {level + 1}", "0")
        mark, words = self.make.bookmark(shape, self.anchors[section.key]), self.make.text(shape, section.title)
        new_page = depth == 0 and (not self.leaflet or section.key == starts_back(self.document))
        if depth == 0:
            self._rule(new_page=new_page)
        self._add(self.make.paragraph(self.heads[level], mark, words, style=style))
        blocks = section.blocks
        if not self.leaflet and depth == 0 and blocks and isinstance(blocks[0], Paragraph):
            self._add(self.make.paragraph(self.lead, *self._runs(blocks[0].spans, Ink(size=13.0, colour=QUIET))))
            blocks = blocks[1:]
        for block, following in zip_longest(blocks, blocks[1:]):
            self._block(block, following)
        if self.leaflet and section.sections and all(_is_simple(part) for part in section.sections):
            self._side_by_side(section.sections)
            return
        for part in section.sections:
            self._section(part, depth + 1)

    def _rule(self, *, new_page: bool) -> None:
        """A stripe of the sector's colour above a title: short on the pages of a brochure, whole on a leaflet."""
        width = TEXT_WIDTH if self.leaflet else 5600
        height = 120 if self.leaflet else 620
        cell = TableCell(0, 0, 1, 1, (self._line(self.styles.gap, "", Ink(size=1.0)),), self.stripe, 1.0)
        table = self.make.table(
            [cell], [width], [height], border=self.stripe, shape=self.styles.ink(Ink(size=1.0)), header=False, whole=True
        )
        self._add(self.make.paragraph(self.styles.introduction, table, new_page=new_page))

    def _side_by_side(self, parts: Sequence[Section]) -> None:
        across = len(parts)
        width = (TEXT_WIDTH - GAP * (across - 1)) // across
        widths = ([width, GAP] * across)[:-1]
        cells: list[TableCell] = []
        for place, part in enumerate(parts):
            ink = self.head_inks[1]
            shape = self.styles.ink(ink)
            head = self.make.paragraph(
                self.small,
                self.make.bookmark(shape, self.anchors[part.key]),
                self.make.text(shape, part.title),
                style=self.styles.names.get("개요 2", "0"),
            )
            words = self.make.paragraph(self.small, *self._joined(part.blocks))
            cells.append(TableCell(0, 2 * place, 1, 1, (head,), self.open, ink.size))
            cells.append(TableCell(1, 2 * place, 1, 1, (words,), self.open, self.ink.size))
            if place + 1 < across:
                cells += [self._empty(0, 2 * place + 1), self._empty(1, 2 * place + 1)]
        cells.sort(key=lambda cell: (cell.row, cell.column))
        self._add_open(cells, widths, 2)

    def _joined(self, blocks: Sequence[Block]) -> list[Any]:
        """Blocks as the runs of one paragraph, parted by new lines."""
        made: list[Any] = []
        for block in blocks:
            for line in self._lines_of(block):
                made += [self.make.text(self.styles.ink(self.ink), "\n"), *line] if made else line
        return made

    def _lines_of(self, block: Block) -> list[list[Any]]:
        match block:
            case Paragraph(spans):
                return [self._runs(spans)]
            case BulletList(items, ordered):
                marks = [f"{number}. " if ordered else "• " for number in range(1, len(items) + 1)]
                return [[self._mark(mark), *self._runs(item)] for mark, item in zip(marks, items, strict=True)]
            case FactList(facts):
                return [[self._mark(f"{label}: ", quiet=True), *self._runs(spans)] for label, spans in facts]
            case Callout(tone, label, spans):
                return [[self._mark(f"{LOOKS[tone].sign} {label}: "), *self._runs(spans)]]
            case _:
                return []

    def _mark(self, words: str, *, quiet: bool = False) -> Any:
        return self.make.text(self.styles.ink(replace(self.ink, colour=QUIET) if quiet else self.ink), words)

    def _empty(self, row: int, column: int, border: str = "") -> TableCell:
        return TableCell(row, column, 1, 1, (self._line(self.small, "", Ink(size=1.0)),), border or self.open, 1.0)

    def _facts(self, facts: FactList) -> None:
        if not facts.facts:
            return
        if facts.large:
            self._large(facts)
        else:
            self._strips(facts)

    def _large(self, facts: FactList) -> None:
        width = (TEXT_WIDTH - GAP * (FIGURES_ACROSS - 1)) // FIGURES_ACROSS
        widths = ([width, GAP] * FIGURES_ACROSS)[:-1]
        size = large_points(facts, 20 if self.leaflet else 24, (width - 2 * CELL_MARGIN[0]) / 100)
        for start in range(0, len(facts.facts), FIGURES_ACROSS):
            cells: list[TableCell] = []
            for place in range(FIGURES_ACROSS):
                shown = start + place < len(facts.facts)
                label, spans = facts.facts[start + place] if shown else ("", ())
                cells.append(self._figure_value(2 * place, spans, size if shown else 1.0))
                words = self._line(self.small, label, Ink(size=self.ink.size - 0.5, colour=QUIET))
                cells.append(TableCell(1, 2 * place, 1, 1, (words,), self.open, self.ink.size))
                if place + 1 < FIGURES_ACROSS:
                    cells += [self._empty(0, 2 * place + 1), self._empty(1, 2 * place + 1)]
            cells.sort(key=lambda cell: (cell.row, cell.column))
            self._add_open(cells, widths, 2)

    def _figure_value(self, column: int, spans: Sequence[Span], size: float) -> TableCell:
        runs: list[Any] = []
        for span in spans:
            runs.append(self.make.text(self.styles.ink(Ink(size=size, bold=True, colour=ACCENT)), span.text))
            runs += self._cites(span.cite, self.ink)
        border = self.figure_top if spans else self.open
        return TableCell(0, column, 1, 1, (self.make.paragraph(self.tight, *runs),), border, size, line=1.1)

    def _strips(self, facts: FactList) -> None:
        short = all(sum(len(span.text) for span in spans) <= COLUMNS_BELOW for _label, spans in facts.facts)
        across = 2 if short else 1
        one = (TEXT_WIDTH - GAP * (across - 1)) // across
        label_width = round(one * (0.3 if across == 2 else 0.18))
        widths = ([label_width, one - label_width, GAP] * across)[:-1]
        quiet = Ink(size=self.ink.size - 1, colour=QUIET)
        rows = -(-len(facts.facts) // across)
        cells: list[TableCell] = []
        for place in range(rows * across):
            row, column = place // across, 3 * (place % across)
            label, spans = facts.facts[place] if place < len(facts.facts) else ("", ())
            border = self.lined if place < len(facts.facts) else self.open
            name = self._line(self.small, label, quiet)
            value = self.make.paragraph(self.small, *self._runs(spans))
            cells.append(TableCell(row, column, 1, 1, (name,), border, quiet.size, centred=True))
            cells.append(TableCell(row, column + 1, 1, 1, (value,), border, self.ink.size, centred=True))
            if column == 0 and across == 2:
                cells.append(self._empty(row, 2))
        cells.sort(key=lambda cell: (cell.row, cell.column))
        self._add_open(cells, widths, rows)

    def _add_open(self, cells: Sequence[TableCell], widths: Sequence[int], rows: int) -> None:
        heights = row_heights(cells, widths, rows)
        shape = self.styles.ink(Ink(size=4))
        table = self.make.table(cells, widths, heights, border=self.open, shape=shape, header=False, whole=True)
        self._add(self.make.paragraph(self.styles.around_box, table), self._line(self.styles.gap, "", Ink(size=4.0)))

    def _sources(self) -> None:
        """Small; on a leaflet in columns, beneath the imprint."""
        if self.leaflet:
            self._imprint()
        if self.document.citations:
            ink = Ink(size=9.5, bold=True, colour=ACCENT) if self.leaflet else self.head_inks[1]
            shape = self.styles.ink(ink)
            mark, words = self.make.bookmark(shape, "sources"), self.make.text(shape, self.words.sources)
            self._add(self.make.paragraph(self.styles.plain_heading, mark, words))
            size = 6.0 if self.leaflet else 8.0
            plain = self.styles.ink(Ink(size=size))
            linked = self.styles.ink(Ink(size=size, colour=ACCENT, underline=True))
            entries = [
                self._source(number, each, plain, linked) for number, each in enumerate(self.document.citations, start=1)
            ]
            if self.leaflet:
                self._in_columns(entries, size, plain)
            else:
                self._add(*(self.make.paragraph(self.styles.source, *entry) for entry in entries))

    def _in_columns(self, entries: Sequence[list[Any]], size: float, plain: str) -> None:
        across = source_columns(self.document)
        each = -(-len(entries) // across)
        width = (TEXT_WIDTH - GAP * (across - 1)) // across
        cells: list[TableCell] = []
        for place in range(across):
            runs: list[Any] = []
            for entry in entries[place * each : (place + 1) * each]:
                runs += [self.make.text(plain, "\n"), *entry] if runs else entry
            if cells:
                cells.append(self._empty(0, 2 * place - 1))
            cells.append(TableCell(0, 2 * place, 1, 1, (self.make.paragraph(self.small, *runs),), self.open, size))
        self._add_open(cells, ([width, GAP] * across)[:-1], 1)


def _is_simple(part: Section) -> bool:
    """Whether a part can be one paragraph of a cell; one with a table, a drawing or parts of its own stands alone."""
    return not part.sections and all(isinstance(block, Paragraph | BulletList | FactList | Callout) for block in part.blocks)
