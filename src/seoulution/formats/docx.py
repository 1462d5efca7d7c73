"""A document as a Word file: real headings, a filled table of contents, repeated table heads, alternative texts.

Text enters as text nodes only, so that neither markup nor field codes in it have any effect. The only external
relationships are hyperlinks to https addresses.

Only the program that lays the pages out can count them, so each entry of the contents ends in a page reference without a
number of ours: LibreOffice fills it on opening, Word on printing, on saving as PDF and on Ctrl+A, F9. Within a TOC field
LibreOffice would never fill it, and Word asks the reader a question before it updates one on opening.
"""

from collections.abc import Sequence
from copy import deepcopy
from datetime import date, datetime
from io import BytesIO
from itertools import count, zip_longest
from typing import Any, Final

from docx import Document as new_word_document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.shared import Pt

from seoulution.engine.dossier.document import (
    Block,
    BulletList,
    Callout,
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
from seoulution.formats import docx_styles
from seoulution.formats.direction import with_marks
from seoulution.formats.docx_parts import Ink, bookmark, edge, element, field, inner_link, paragraph, run, shade
from seoulution.formats.docx_styles import TEXT_WIDTH
from seoulution.formats.docx_tables import table_element
from seoulution.formats.links import is_right_to_left, language_tag, safe_link
from seoulution.formats.numbering import citation_numbers, section_numbers
from seoulution.formats.pictures import fitted_points, pictures_of
from seoulution.formats.rendered import Rendered
from seoulution.formats.tones import ACCENT, LOOKS, QUIET, RULE
from seoulution.formats.words import WORDS

FRAME_POINTS: Final = (476.0, 600.0)
DEEPEST_HEADING: Final = 6
CONTENTS_DEPTH: Final = 2
_LIST_BULLET, _LIST_NUMBER = "ListBullet", "ListNumber"


def render(document: Document) -> Rendered:
    """The .docx file."""
    if document.layout is Layout.OFFICIAL:
        from seoulution.formats.docx_official import Official

        return Rendered(Official(with_marks(document)).whole())
    if document.layout is not Layout.REPORT:
        from seoulution.formats.docx_designed import Designed

        return Rendered(Designed(with_marks(document)).whole())
    return Rendered(Writer(with_marks(document)).whole())


class Writer:
    """Writes a report; `docx_designed` lays brochures and leaflets out with the same parts."""

    frame = FRAME_POINTS
    text_width = TEXT_WIDTH
    numbered_captions = True
    address_size = 18

    def __init__(self, document: Document) -> None:
        self.document = document
        self.words = WORDS[document.language]
        self.right_to_left = is_right_to_left(document.language)
        self.cited = citation_numbers(document)
        self.numbered = section_numbers(document)
        self.word = new_word_document()
        self.body = self.word.element.body
        self.bookmarks, self.tables, self.figures = count(1), count(1), count(1)
        self.lists = count(docx_styles.HEADING_NUMBERING + 1)
        self.anchors = {key: f"_Toc{place:06d}" for place, key in enumerate(self.numbered, start=1)}
        self.pictures = iter(pictures_of([figure.svg for figure in _figures(document.sections)]))

    def whole(self) -> bytes:
        self._prepare()
        self._properties()
        self._running_lines()
        self._cover()
        self._contents()
        for section in self.document.sections:
            self._section(section, 1)
        self._sources()
        self._drop_thumbnail()
        made = BytesIO()
        self.word.save(made)
        return made.getvalue()

    def _prepare(self) -> None:
        docx_styles.prepare(self.word, self.document.language, right_to_left=self.right_to_left)

    def _add(self, *elements: Any) -> None:
        for item in elements:
            self.body.insert(len(self.body) - 1, item)  # the section's properties stay last

    def _properties(self) -> None:
        own, dated = self.word.core_properties, self.document.dated or date.today()
        moment = datetime(dated.year, dated.month, dated.day)
        own.title, own.subject = self.document.title[:255], self.document.subtitle[:255]
        own.identifier = own.keywords = self.document.identifier[:255]
        own.language, own.author, own.last_modified_by, own.comments = self.document.language.value, "", "", ""
        own.created = own.modified = moment
        own.revision = 1

    def _running_lines(self) -> None:
        section = self.word.sections[0]
        quiet = Ink(colour=QUIET, size=17)
        line = element("pBdr", edge("bottom", 4, RULE, 3))
        tabs = element(
            "tabs",
            element("tab", val="clear", pos=4680),
            element("tab", val="clear", pos=9360),
            element("tab", val="right", pos=TEXT_WIDTH),
        )
        title = self.document.title.replace("\n", " ")
        shown = title if len(title) <= 60 else title[:59] + "…"
        head = paragraph("Header", run(f"{shown}\t{self.document.identifier}", quiet), properties=(line, tabs))
        foot = paragraph(
            "Footer",
            field("PAGE", "1", quiet),
            run(" / ", quiet),
            field("NUMPAGES", "1", quiet),
            properties=(element("jc", val="center"),),
        )
        for holder, content in ((section.header, head), (section.footer, foot)):
            holder.is_linked_to_previous = False
            for old in list(holder._element):
                holder._element.remove(old)
            holder._element.append(content)

    def _cover(self) -> None:
        space = element("spacing", before=3400)
        band = element("pBdr", edge("top", 72, ACCENT, 0))
        self._add(paragraph("Normal", properties=(band,)))
        self._add(paragraph("Title", run(self.document.title, Ink()), properties=(space,)))
        if self.document.subtitle:
            self._add(paragraph("Subtitle", run(self.document.subtitle, Ink())))
        self._facts(self.document.facts, across=2)
        self._add(
            paragraph(
                "Quiet",
                run(f"{self.words.identifier}: {self.document.identifier}", Ink()),
                properties=(element("spacing", before=600),),
            )
        )
        self._add(paragraph("Quiet", run(f"{self.words.built}: {self.document.built}", Ink())))

    def _contents(self) -> None:
        entries = [
            self._entry(level, self.anchors[section.key], f"{self.numbered[section.key]}  {section.title}")
            for section, level in _walk(self.document.sections, 1)
            if level <= CONTENTS_DEPTH
        ]
        if not entries:
            return
        if self.document.citations:
            entries.append(self._entry(1, "_Toc_sources", self.words.sources))
        self._add(paragraph("Contentsheading", run(self.words.contents, Ink()), properties=(element("pageBreakBefore"),)))
        self._add(*entries)

    def _entry(self, level: int, anchor: str, title: str) -> Any:
        page = field(f"PAGEREF {anchor} \\h", "", Ink())
        return paragraph(f"toc{level}", inner_link(anchor, run(f"{title}\t", Ink()), page))

    def _section(self, section: Section, level: int) -> None:
        properties = (element("pageBreakBefore"),) if section is self.document.sections[0] else ()
        marked = bookmark(next(self.bookmarks), self.anchors[section.key], run(section.title, Ink()))
        self._add(paragraph(f"Heading{min(level, DEEPEST_HEADING)}", *marked, properties=properties))
        for block, following in zip_longest(section.blocks, section.blocks[1:]):
            self._block(block, following)
        for part in section.sections:
            self._section(part, level + 1)

    def _block(self, block: Block, following: Block | None) -> None:
        match block:
            case Paragraph(spans):
                keep = (element("keepNext"),) if isinstance(following, (BulletList, Table)) else ()
                self._add(paragraph("Normal", *self._runs(spans), properties=keep))
            case BulletList(items, ordered):
                self._list(items, ordered=ordered)
            case Callout():
                self._callout(block)
            case Quotation():
                self._quotation(block)
            case FactList():
                self._facts(block, across=4)
            case Figure():
                self._figure(block)
            case Table():
                self._table(block)

    def _list(self, items: Sequence[tuple[Span, ...]], *, ordered: bool) -> None:
        style, numbering = (_LIST_NUMBER, next(self.lists)) if ordered else (_LIST_BULLET, None)
        properties: list[Any] = []
        if numbering is not None:
            root = self.word.part.numbering_part.element
            own = self.word.styles["List Number"].element.pPr.numPr.numId.val
            abstract = next(num.abstractNumId.val for num in root.num_lst if num.numId == own)
            docx_styles.add_number(root, numbering, abstract, restart=True)
        for item in items:
            if numbering is not None:
                properties = [element("numPr", element("ilvl", val=0), element("numId", val=numbering))]
            self._add(paragraph(style, *self._runs(item), properties=properties))

    def _callout(self, callout: Callout) -> None:
        look = LOOKS[callout.tone]
        side = "right" if self.right_to_left else "left"

        def properties(before: int, after: int, *, first: bool) -> tuple[Any, ...]:
            keep = (element("keepNext"),) if first else ()
            border = element("pBdr", edge(side, 24, look.ink, 6))
            return (*keep, border, shade(look.ground), element("spacing", before=before, after=after))

        label = run(f"{look.sign}  {callout.label}", Ink(bold=True, colour=look.ink))
        self._add(paragraph("Callout", label, properties=properties(120, 0, first=True)))
        self._add(paragraph("Callout", *self._runs(callout.spans), properties=properties(0, 160, first=False)))

    def _quotation(self, quotation: Quotation) -> None:
        tag = language_tag(quotation.language)
        backwards = is_right_to_left(tag)
        ink = Ink(language=tag, right_to_left=backwards)
        turned = (element("bidi"),) if backwards else (element("bidi", val=0),) if self.right_to_left else ()
        border = element("pBdr", edge("right" if backwards else "left", 12, RULE, 8))
        together = (element("keepNext"),) if quotation.attribution else ()
        words = paragraph("Quotation", run(quotation.text, ink), properties=(*together, border, *turned))
        self._add(words)
        if quotation.attribution:
            quiet = Ink(colour=QUIET, size=18)
            self._add(
                paragraph("Quotation", run(quotation.attribution, quiet), properties=(deepcopy(border), *map(deepcopy, turned)))
            )

    def _facts(self, facts: FactList, *, across: int) -> None:
        if not facts.facts:
            return
        across = min(across, len(facts.facts))
        widths = [TEXT_WIDTH // across] * across
        rows = []
        for start in range(0, len(facts.facts), across):
            group = facts.facts[start : start + across]
            cells = [
                [paragraph("Cell", run(label, Ink(colour=QUIET, size=17))), paragraph("Cell", *self._runs(spans, bold=True))]
                for label, spans in group
            ] + [[paragraph("Cell")]] * (across - len(group))
            rows.append(
                element(
                    "tr",
                    element("trPr", element("cantSplit")),
                    *(
                        element("tc", element("tcPr", element("tcW", w=width, type="dxa")), *cell)
                        for width, cell in zip(widths, cells, strict=True)
                    ),
                )
            )
        borders = element(
            "tblBorders", edge("top", 8, ACCENT), edge("bottom", 8, ACCENT), edge("insideH", 4, RULE), edge("insideV", 4, RULE)
        )
        properties = element(
            "tblPr",
            *((element("bidiVisual"),) if self.right_to_left else ()),
            element("tblW", w=TEXT_WIDTH, type="dxa"),
            borders,
            element("tblLayout", type="fixed"),
            element(
                "tblCellMar",
                element("top", w=70, type="dxa"),
                element("left", w=110, type="dxa"),
                element("bottom", w=70, type="dxa"),
                element("right", w=110, type="dxa"),
            ),
        )
        self._add(element("tbl", properties, element("tblGrid", *(element("gridCol", w=width) for width in widths)), *rows))
        self._add(paragraph("Quiet"))

    def _table(self, table: Table) -> None:
        caption = self._caption(self.words.table, next(self.tables), table.caption)
        self._add(paragraph("Caption", run(caption, Ink()), properties=(element("keepNext"),)))
        self._add(table_element(table, self._runs, width=self.text_width, right_to_left=self.right_to_left))
        self._add(paragraph("Quiet"))

    def _caption(self, kind: str, number: int, words: str) -> str:
        return f"{kind} {number}. {words}" if self.numbered_captions else words

    def _figure(self, figure: Figure) -> None:
        width, height = fitted_points(figure.svg, width=self.frame[0], height=self.frame[1])
        holder = self.word.add_paragraph()
        holder.paragraph_format.keep_with_next = True
        inline = holder.add_run().add_picture(BytesIO(next(self.pictures)), Pt(width), Pt(height))._inline
        number = next(self.figures)
        inline.docPr.set("descr", figure.alternative)
        inline.docPr.set("name", f"{self.words.figure} {number}")
        words = run(self._caption(self.words.figure, number, figure.caption), Ink())
        self._add(paragraph("Caption", words, *self._cites(figure.cite)))

    def _sources(self) -> None:
        if not self.document.citations:
            return
        marked = bookmark(next(self.bookmarks), "_Toc_sources", run(self.words.sources, Ink()))
        unnumbered = element("numPr", element("ilvl", val=0), element("numId", val=0))
        self._add(paragraph("Heading1", *marked, properties=(unnumbered,)))
        for number, citation in enumerate(self.document.citations, start=1):
            inner: list[Any] = [run(f"[{number}]\t{citation.text}", Ink())]
            if citation.address:
                inner += [run(" ", Ink()), self._address(citation.address)]
            marked = bookmark(next(self.bookmarks), f"source_{number}", *inner)
            self._add(paragraph("Source", *marked, properties=(element("tabs", element("tab", val="left", pos=510)),)))

    def _address(self, address: str) -> Any:
        link = safe_link(address)
        if link is None:
            return run(address, Ink(size=self.address_size))
        return self._outer_link(link, run(address, Ink(colour=ACCENT, underline=True, size=self.address_size)))

    def _outer_link(self, address: str, *runs: Any) -> Any:
        relation = self.word.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        made = element("hyperlink", *runs, history=1)
        made.set(qn("r:id"), relation)
        return made

    def _runs(self, spans: Sequence[Span], *, bold: bool = False, colour: str | None = None) -> list[Any]:
        made: list[Any] = []
        for span in spans:
            tag = language_tag(span.language) if span.language else None
            link = safe_link(span.link)
            backwards = is_right_to_left(tag) if tag else None
            ink = Ink(
                bold=bold or span.strong,
                italic=span.emphasis,
                colour=ACCENT if link else colour,
                underline=bool(link),
                language=tag,
                right_to_left=backwards,
            )
            words = run(span.text, ink)
            made.append(self._outer_link(link, words) if link else words)
            made += self._cites(span.cite)
        return made

    def _cites(self, keys: Sequence[str]) -> list[Any]:
        if not keys:
            return []
        raised = Ink(raised=True, colour=ACCENT)
        made = [run("[", raised)]
        for place, number in enumerate(sorted(self.cited[key] for key in keys)):
            if place:
                made.append(run(", ", raised))
            made.append(inner_link(f"source_{number}", run(str(number), raised)))
        return [*made, run("]", raised)]

    def _drop_thumbnail(self) -> None:
        relations = self.word.part.package.rels
        for key in [key for key, relation in relations.items() if relation.reltype == RELATIONSHIP_TYPE.THUMBNAIL]:
            del relations[key]


def _walk(sections: tuple[Section, ...], level: int) -> list[tuple[Section, int]]:
    return [item for section in sections for item in ((section, level), *_walk(section.sections, level + 1))]


def _figures(sections: tuple[Section, ...]) -> list[Figure]:
    return [block for section, _ in _walk(sections, 1) for block in section.blocks if isinstance(block, Figure)]
