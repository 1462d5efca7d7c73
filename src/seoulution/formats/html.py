"""A document as a page: whole, for a file on disk, or its body alone for a page of our site.

The fragment has no inline style and no script, so that it lives under `Content-Security-Policy: default-src 'none'`; its class
names start with `doc-` and are styled by `document.css`. Pictures are addresses (by default `data:`; a site whose policy
forbids these passes `picture`).
"""

import re
from base64 import b64encode
from collections.abc import Callable
from functools import cache
from html import escape
from importlib.resources import files
from itertools import count

from seoulution.engine.dossier.document import (
    Block,
    BulletList,
    Callout,
    Cell,
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
from seoulution.formats.links import is_right_to_left, language_tag, page_link, safe_link
from seoulution.formats.numbering import citation_numbers, section_numbers
from seoulution.formats.rendered import Rendered
from seoulution.formats.tones import LOOKS
from seoulution.formats.words import WORDS

COLUMN_STEPS = 20
"""Column widths are classes in twentieths of the table, since a strict policy forbids a style attribute."""


def render(document: Document) -> Rendered:
    """A standalone page: printable, accessible, with its style inside and nothing fetched."""
    language = language_tag(document.language)
    page = (
        f'<!doctype html>\n<html lang="{language}" dir="{_direction(language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\">\n"
        f"<title>{escape(document.title)}</title>\n<style>\n{style_sheet()}</style>\n</head>\n<body>\n"
        f"<main>\n{_Page(document, link=safe_link, level=1).whole()}</main>\n</body>\n</html>\n"
    )
    return Rendered(page.encode())


def html_fragment(document: Document, *, level: int = 1, picture: "Callable[[Figure], str] | None" = None) -> str:
    """The same body for a page of our site, beginning with a heading of `level`; links within the site stay links."""
    return _Page(document, link=page_link, level=level, picture=picture or data_address).whole()


def data_address(figure: Figure) -> str:
    """The drawing itself as an address; inside `<img>` no script in it would run."""
    return f"data:image/svg+xml;base64,{b64encode(figure.svg.encode()).decode()}"


@cache
def style_sheet() -> str:
    """The style of `doc-` classes, for screens and for paper."""
    return files("seoulution.formats").joinpath("document.css").read_text(encoding="utf-8")


class _Page:
    """Writes one document; keeps the running numbers of its tables and figures."""

    def __init__(
        self,
        document: Document,
        *,
        link: Callable[[str | None], str | None],
        level: int,
        picture: Callable[[Figure], str] = data_address,
    ) -> None:
        self.document = document
        self.link = link
        self.level = level
        self.picture = picture
        self.words = WORDS[document.language]
        self.cited = citation_numbers(document)
        self.numbered = section_numbers(document)
        self.tables = count(1)
        self.figures = count(1)
        self.report = document.layout is Layout.REPORT

    def whole(self) -> str:
        document = self.document
        language = language_tag(document.language)
        parts = [
            f'<article class="{self._classes()}" lang="{language}" dir="{_direction(language)}">\n<header class="doc-cover">\n',
            f'<p class="doc-publisher">{_lines(document.publisher)}</p>\n' if document.publisher else "",
            self._heading(0, escape(document.title)),
            f'<p class="doc-subtitle">{_lines(document.subtitle)}</p>\n' if document.subtitle else "",
            self._facts(document.facts),
            f'<p class="doc-built"><span>{self.words.identifier}: <b>{escape(document.identifier)}</b></span> '
            f"<span>{self.words.built}: {_lines(document.built)}</span></p>\n</header>\n",
            self._contents(),
            *(self._section(section, 1) for section in document.sections),
            self._sources(),
            "</article>\n",
        ]
        return "".join(parts)

    def _classes(self) -> str:
        names = ["doc"] if self.report else ["doc", f"doc-{self.document.layout.value}"]
        if self.document.sector is not None:
            names.append(f"doc-sector-{self.document.sector.value}")
        return " ".join(names)

    def _heading(self, depth: int, inner: str, name: str = "") -> str:
        level = min(6, self.level + depth)
        identity = f' id="{name}"' if name else ""
        return f"<h{level}{identity}>{inner}</h{level}>\n"

    def _contents(self) -> str:
        if not self.document.sections or self.document.layout in (Layout.LEAFLET, Layout.OFFICIAL):
            return ""
        sources = f'<li><a href="#doc-sources">{self.words.sources}</a></li>' if self.document.citations else ""
        return (
            f'<nav class="doc-contents" aria-labelledby="doc-contents">\n{self._heading(1, self.words.contents, "doc-contents")}'
            f"<ol>{''.join(self._entry(section) for section in self.document.sections)}{sources}</ol>\n</nav>\n"
        )

    def _entry(self, section: Section) -> str:
        parts = "".join(self._entry(part) for part in section.sections) if self.report else ""
        inner = f"<ol>{parts}</ol>" if parts else ""
        return f'<li><a href="#{_anchor(section.key)}">{self._number(section)}{escape(section.title)}</a>{inner}</li>'

    def _number(self, section: Section) -> str:
        return f'<span class="doc-number">{self.numbered[section.key]}</span> ' if self.report else ""

    def _section(self, section: Section, depth: int) -> str:
        anchor = _anchor(section.key)
        title = f"{self._number(section)}{escape(section.title)}"
        blocks = "".join(self._block(block) for block in section.blocks)
        parts = "".join(self._section(part, depth + 1) for part in section.sections)
        if parts and depth == 1 and self.document.layout is Layout.LEAFLET:
            parts = f'<div class="doc-beside">\n{parts}</div>\n'
        head = self._heading(depth, title, anchor)
        return f'<section class="doc-section" aria-labelledby="{anchor}">\n{head}{blocks}{parts}</section>\n'

    def _block(self, block: Block) -> str:
        match block:
            case Paragraph(spans):
                return f"<p>{self._spans(spans)}</p>\n"
            case BulletList(items, ordered):
                tag = "ol" if ordered else "ul"
                return f"<{tag}>{''.join(f'<li>{self._spans(item)}</li>' for item in items)}</{tag}>\n"
            case Callout(tone, label, spans):
                return (
                    f'<div class="doc-callout doc-tone-{tone.value}" role="note"><p class="doc-label">'
                    f'<span class="doc-sign" aria-hidden="true">{LOOKS[tone].sign}</span> {escape(label)}</p>'
                    f"<p>{self._spans(spans)}</p></div>\n"
                )
            case Quotation(text, language, attribution):
                tag = language_tag(language)
                source = f'<figcaption class="doc-attribution">{escape(attribution)}</figcaption>' if attribution else ""
                paragraphs = "".join(f"<p>{_lines(part)}</p>" for part in text.split("\n\n") if part.strip())
                quoted = f'<blockquote lang="{tag}" dir="{_direction(tag)}">{paragraphs}</blockquote>'
                return f'<figure class="doc-quotation">{quoted}{source}</figure>\n'
            case FactList():
                return self._facts(block)
            case Figure():
                return self._figure(block)
            case Table():
                return self._table(block)

    def _facts(self, facts: FactList) -> str:
        if not facts.facts:
            return ""
        rows = "".join(f"<div><dt>{escape(label)}</dt><dd>{self._spans(spans)}</dd></div>" for label, spans in facts.facts)
        large = " doc-large" if facts.large and not self.report else ""
        return f'<dl class="doc-facts{large}">{rows}</dl>\n'

    def _figure(self, figure: Figure) -> str:
        number = f"{self.words.figure} {next(self.figures)}. " if self.report else ""
        return (
            f'<figure class="doc-figure"><img src="{escape(self.picture(figure))}" alt="{escape(figure.alternative)}">'
            f"<figcaption>{number}{escape(figure.caption)}{self._cites(figure.cite)}</figcaption></figure>\n"
        )

    def _table(self, table: Table) -> str:
        number = next(self.tables)
        name = f"doc-table-{number}"
        total = sum(table.widths)
        columns = "".join(
            f'<col class="doc-col-{max(1, min(COLUMN_STEPS, round(COLUMN_STEPS * width / total)))}">' for width in table.widths
        )
        head = "".join(self._row(row, header=True) for row in table.rows[: table.header_rows])
        body = "".join(self._row(row, header=False) for row in table.rows[table.header_rows :])
        return (
            f'<div class="doc-table" role="region" tabindex="0" aria-labelledby="{name}"><table>'
            f'<caption id="{name}">{f"{self.words.table} {number}. " if self.report else ""}{escape(table.caption)}</caption><colgroup>{columns}</colgroup>'
            f"{f'<thead>{head}</thead>' if head else ''}<tbody>{body}</tbody></table></div>\n"
        )

    def _row(self, row: tuple[Cell, ...], *, header: bool) -> str:
        return f"<tr>{''.join(self._cell(cell, header=header) for cell in row)}</tr>"

    def _cell(self, cell: Cell, *, header: bool) -> str:
        tag, scope = ("th", ' scope="col"') if header else ("th", ' scope="row"') if cell.header else ("td", "")
        spans = (f' colspan="{cell.colspan}"' if cell.colspan > 1 else "") + (
            f' rowspan="{cell.rowspan}"' if cell.rowspan > 1 else ""
        )
        names = [f"doc-{cell.align}"] if cell.align != "start" else []
        sign = ""
        if cell.tone is not None:
            names.append(f"doc-tone-{cell.tone.value}")
            sign = f'<span class="doc-sign" aria-hidden="true">{LOOKS[cell.tone].sign}</span> '
        classes = f' class="{" ".join(names)}"' if names else ""
        return f"<{tag}{scope}{spans}{classes}>{sign}{self._spans(cell.spans)}</{tag}>"

    def _sources(self) -> str:
        if not self.document.citations:
            return ""
        entries = []
        for number, citation in enumerate(self.document.citations, start=1):
            address = ""
            if citation.address:
                link = safe_link(citation.address)
                shown = escape(citation.address)
                address = f' <a href="{escape(link)}" rel="noreferrer">{shown}</a>' if link else f" <span>{shown}</span>"
            entries.append(f'<li id="doc-source-{number}" value="{number}">{_lines(citation.text)}{address}</li>')
        return (
            f'<section class="doc-sources" aria-labelledby="doc-sources">\n{self._heading(1, self.words.sources, "doc-sources")}'
            f"<ol>{''.join(entries)}</ol>\n</section>\n"
        )

    def _spans(self, spans: tuple[Span, ...]) -> str:
        return "".join(self._span(span) for span in spans)

    def _span(self, span: Span) -> str:
        inner = _lines(span.text)
        if span.emphasis:
            inner = f"<em>{inner}</em>"
        if span.strong:
            inner = f"<strong>{inner}</strong>"
        if link := self.link(span.link):
            inner = f'<a href="{escape(link)}">{inner}</a>'
        if span.language:
            tag = language_tag(span.language)
            inner = f'<span lang="{tag}" dir="{_direction(tag)}">{inner}</span>'
        return inner + self._cites(span.cite)

    def _cites(self, keys: tuple[str, ...]) -> str:
        if not keys:
            return ""
        marks = ", ".join(
            f'<a href="#doc-source-{number}" aria-label="{self.words.to_source} {number}">{number}</a>'
            for number in sorted(self.cited[key] for key in keys)
        )
        return f'<sup class="doc-cite">[{marks}]</sup>'


def _direction(language: str) -> str:
    return "rtl" if is_right_to_left(language) else "ltr"


def _anchor(key: str) -> str:
    return "doc-" + re.sub(r"[^\w.-]", "-", key)


def _lines(value: str) -> str:
    return escape(value).replace("\n", "<br>")
