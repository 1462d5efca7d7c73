"""An official paper in Word: the body that issues it on top, to whom, the subject, and the parts run on, as a form does."""

from itertools import zip_longest

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt, RGBColor

from seoulution.engine.dossier.document import Cell, FactList, Section, Table, cell
from seoulution.formats import docx_styles
from seoulution.formats.docx import DEEPEST_HEADING, Writer
from seoulution.formats.docx_parts import Ink, bookmark, edge, element, field, paragraph, run
from seoulution.formats.docx_styles import TEXT_WIDTH
from seoulution.formats.docx_tables import table_element
from seoulution.formats.tones import ACCENT, QUIET

FACT_WIDTHS = (2, 3, 2, 3)
LABEL_WIDTH = 1300
"""Where the value of a line begins, in twentieths of a point."""


class Official(Writer):
    """Writes an official paper with the parts of the report."""

    numbered_captions = False

    def _prepare(self) -> None:
        docx_styles.prepare(self.word, self.document.language, right_to_left=self.right_to_left, numbered=False)
        styles = self.word.styles
        for name, points in {"Title": 14.0, "Heading 1": 9.5}.items():
            styles[name].font.size = Pt(points)
            docx_styles.same_in_complex_scripts(styles[name].element)
        styles["Normal"].paragraph_format.line_spacing, styles["Normal"].paragraph_format.space_after = 1.2, Pt(3)
        page = self.word.sections[0]
        page.different_first_page_header_footer = False
        page.top_margin, page.bottom_margin = Mm(22), Mm(20)
        styles["Title"].font.color.rgb = RGBColor(0, 0, 0)
        styles["Heading 1"].font.color.rgb = RGBColor.from_string(QUIET.lstrip("#"))

    def _running_lines(self) -> None:
        section, quiet = self.word.sections[0], Ink(colour=QUIET, size=16)
        document = self.document
        words = f"{self.words.identifier} {document.identifier} · {self.words.built} {document.built}"
        tabs = [element("tab", val="clear", pos=place) for place in (4680, 9360)]
        tabs.append(element("tab", val="right", pos=TEXT_WIDTH))
        pages = [field("PAGE", "1", quiet), run(" / ", quiet), field("NUMPAGES", "1", quiet)]
        foot = paragraph("Footer", run(f"{words}\t", quiet), *pages, properties=(element("tabs", *tabs),))
        for holder, content in ((section.header, paragraph("Header")), (section.footer, foot)):
            holder.is_linked_to_previous = False
            for old in list(holder._element):
                holder._element.remove(old)
            holder._element.append(content)

    def _cover(self) -> None:
        centred = element("jc", val=WD_ALIGN_PARAGRAPH.CENTER.name.lower())
        if self.document.publisher:
            large = Ink(bold=True, size=38)
            space = element("spacing", after=400)
            self._add(paragraph("Normal", run(self.document.publisher, large), properties=(space, centred)))
        for label, spans in self.document.facts.facts:
            tab = element("tabs", element("tab", val="left", pos=LABEL_WIDTH))
            self._add(paragraph("Normal", run(f"{label}\t", Ink(colour=QUIET)), *self._runs(spans), properties=(tab,)))
        line = element("pBdr", edge("bottom", 12, ACCENT, 6))
        self._add(
            paragraph("Title", run(self.document.title, Ink()), properties=(line, element("spacing", before=160, after=240)))
        )
        if self.document.subtitle:
            self._add(paragraph("Subtitle", run(self.document.subtitle, Ink())))

    def _contents(self) -> None:
        """A form has none."""

    def _section(self, section: Section, level: int) -> None:
        marked = bookmark(next(self.bookmarks), self.anchors[section.key], run(section.title, Ink()))
        self._add(paragraph(f"Heading{min(level, DEEPEST_HEADING)}", *marked))
        for block, following in zip_longest(section.blocks, section.blocks[1:]):
            self._block(block, following)
        for part in section.sections:
            self._section(part, level + 1)

    def _facts(self, facts: FactList, *, across: int) -> None:
        """Two to a row, each with its value beside it, as a form has them."""
        pairs = [(cell(label), Cell(spans)) for label, spans in facts.facts]
        if len(pairs) % 2:
            pairs.append((cell(""), cell("")))
        rows = tuple((*left, *right) for left, right in zip(pairs[::2], pairs[1::2], strict=True))
        if rows:
            table = Table("", rows, FACT_WIDTHS, header_rows=0)
            self._add(table_element(table, self._runs, width=self.text_width, right_to_left=self.right_to_left))
            self._add(paragraph("Normal", properties=(element("spacing", before=0, after=0, line=20, lineRule="exact"),)))
