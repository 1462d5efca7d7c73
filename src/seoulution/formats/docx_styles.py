"""The Word styles of our papers: real headings with real numbering, fonts named for every script, A4 pages."""

from typing import Any, Final

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor, Twips

from seoulution.engine.vocabulary import Language
from seoulution.formats.docx_parts import latin_language
from seoulution.formats.tones import ACCENT, QUIET

TEXT_WIDTH: Final = 9524
"""Twentieths of a point between the margins of A4."""
KOREAN_FONT: Final = "맑은 고딕"
LATIN_FONTS: Final = {Language.KO: KOREAN_FONT}
OTHER_LATIN_FONT: Final = "Calibri"
COMPLEX_FONT: Final = "Arial"
HEADING_POINTS: Final = (15, 12.5, 11, 10.5, 10.5, 10.5)
HEADING_NUMBERING: Final = 900
"""Number of the list that counts the headings; far from those of Word's own template."""

_FONT_ATTRIBUTES: Final = ("ascii", "hAnsi", "eastAsia", "cs")


def prepare(word: WordDocument, language: Language, *, right_to_left: bool, numbered: bool = True) -> None:
    """Page, fonts, heading styles and their numbering, before any content is added."""
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(21)
    section.top_margin, section.bottom_margin = Mm(25), Mm(22)
    section.different_first_page_header_footer = True
    latin = LATIN_FONTS.get(language, OTHER_LATIN_FONT)
    normal = word.styles["Normal"]
    _font(normal.element, latin)
    _language(normal.element, language)
    normal.font.size = Pt(10.5)
    normal.paragraph_format.space_after = Pt(6)
    normal.paragraph_format.line_spacing = 1.35
    for gap in ("w:autoSpaceDE", "w:autoSpaceDN"):  # no gap between a number and its unit: 2014년
        _switch(normal.element.get_or_add_pPr(), gap, before=("w:spacing", "w:ind", "w:jc"), on=False)
    for level, points in enumerate(HEADING_POINTS, start=1):
        heading = word.styles[f"Heading {level}"]
        _font(heading.element, latin)
        heading.font.size, heading.font.bold, heading.font.italic = Pt(points), True, False
        heading.font.color.rgb = RGBColor.from_string(ACCENT[1:])
        heading.paragraph_format.space_before, heading.paragraph_format.space_after = Pt(18 - 2 * level), Pt(6)
        heading.paragraph_format.keep_with_next = True
        if numbered:
            _number_headings(heading.element, level)
    _title_styles(word, latin)
    _own_styles(word)
    if numbered:
        _heading_numbering(word)
    for style in word.styles.element.iter(qn("w:style")):
        same_in_complex_scripts(style)
    if right_to_left:
        _switch(normal.element.get_or_add_pPr(), "w:bidi", before=("w:spacing", "w:ind", "w:jc"))
        _switch(normal.element.get_or_add_rPr(), "w:rtl", before=("w:lang",))
        _switch(section._sectPr, "w:bidi", before=("w:rtlGutter", "w:docGrid"))


def _switch(properties: Any, name: str, *, before: tuple[str, ...], on: bool = True) -> None:
    """Set a switch at the place that the schema asks for."""
    made = OxmlElement(name)
    if not on:
        made.set(qn("w:val"), "0")
    followers = [child for child in properties if child.tag in {qn(follower) for follower in before}]
    if followers:
        followers[0].addprevious(made)
    else:
        properties.append(made)


def _title_styles(word: WordDocument, latin: str) -> None:
    for name, points, colour in (("Title", 26, ACCENT), ("Subtitle", 13, QUIET)):
        style = word.styles[name]
        _font(style.element, latin)
        style.font.size, style.font.italic, style.font.bold = Pt(points), False, name == "Title"
        style.font.color.rgb = RGBColor.from_string(colour[1:])
        border = style.element.pPr.find(qn("w:pBdr")) if style.element.pPr is not None else None
        if border is not None:
            style.element.pPr.remove(border)


def _own_styles(word: WordDocument) -> None:
    def style(name: str, *, builtin: bool = False, **font: Any) -> Any:
        made = word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=builtin)
        made.base_style = word.styles["Normal"]
        for attribute, value in font.items():
            setattr(made.font, attribute, value)
        return made

    contents = style("Contents heading", bold=True, size=Pt(HEADING_POINTS[0]))
    contents.font.color.rgb = RGBColor.from_string(ACCENT[1:])
    contents.paragraph_format.keep_with_next = True
    for level in (1, 2, 3):
        entry = style(f"toc {level}", builtin=True, bold=level == 1)
        entry.paragraph_format.left_indent = Mm(7 * (level - 1))
        entry.paragraph_format.space_after, entry.paragraph_format.line_spacing = Pt(2), 1.2
        entry.paragraph_format.tab_stops.add_tab_stop(Twips(TEXT_WIDTH), WD_TAB_ALIGNMENT.RIGHT)
    cell = style("Cell", size=Pt(9))
    cell.paragraph_format.space_after, cell.paragraph_format.line_spacing = Pt(0), 1.2
    callout = style("Callout")
    callout.paragraph_format.keep_together = True
    callout.paragraph_format.space_after = Pt(0)
    callout.paragraph_format.left_indent = callout.paragraph_format.right_indent = Mm(3)
    source = style("Source", size=Pt(9.5))
    source.paragraph_format.left_indent, source.paragraph_format.first_line_indent = Mm(9), Mm(-9)
    quotation = style("Quotation", size=Pt(10.5))
    quotation.paragraph_format.left_indent = quotation.paragraph_format.right_indent = Mm(5)
    quiet = style("Quiet", size=Pt(9))
    quiet.font.color.rgb = RGBColor.from_string(QUIET[1:])
    caption = word.styles["Caption"]
    _font(caption.element, word.styles["Normal"].font.name or OTHER_LATIN_FONT)
    caption.font.size, caption.font.bold = Pt(9.5), True
    caption.font.color.rgb = RGBColor.from_string(QUIET[1:])
    caption.paragraph_format.space_before, caption.paragraph_format.space_after = Pt(10), Pt(4)


def _font(style: Any, latin: str) -> None:
    fonts = style.get_or_add_rPr().get_or_add_rFonts()
    for attribute in list(fonts.attrib):
        del fonts.attrib[attribute]  # a theme font would win over the name beside it
    for attribute, name in zip(_FONT_ATTRIBUTES, (latin, latin, KOREAN_FONT, COMPLEX_FONT), strict=True):
        fonts.set(qn(f"w:{attribute}"), name)


def same_in_complex_scripts(style: Any) -> None:
    """Word takes weight and size of Arabic, Thai or Khmer letters from properties of their own."""
    for name, twin in (("w:b", "w:bCs"), ("w:i", "w:iCs"), ("w:sz", "w:szCs")):
        own = style.find(f"{qn('w:rPr')}/{qn(name)}")
        if own is None:
            continue
        for old in own.getparent().findall(qn(twin)):
            own.getparent().remove(old)
        made = OxmlElement(twin)
        made.attrib.update(own.attrib)
        own.addnext(made)


def _language(style: Any, language: Language) -> None:
    properties = style.get_or_add_rPr()
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    tag = OxmlElement("w:lang")
    tag.set(qn("w:val"), latin_language(language.value))
    tag.set(qn("w:eastAsia"), "ko-KR")
    tag.set(qn("w:bidi"), language.value if language is Language.AR else "ar-SA")
    properties.append(tag)


def _number_headings(style: Any, level: int) -> None:
    properties = style.get_or_add_pPr()
    numbering = properties.get_or_add_numPr()
    numbering.get_or_add_ilvl().val = level - 1
    numbering.get_or_add_numId().val = HEADING_NUMBERING


def _heading_numbering(word: WordDocument) -> None:
    root = word.part.numbering_part.element
    abstract = OxmlElement("w:abstractNum")
    abstract.set(qn("w:abstractNumId"), str(HEADING_NUMBERING))
    kind = OxmlElement("w:multiLevelType")
    kind.set(qn("w:val"), "multilevel")
    abstract.append(kind)
    for level in range(len(HEADING_POINTS)):
        abstract.append(
            _level(level, "decimal", ".".join(f"%{place + 1}" for place in range(level + 1)), f"Heading{level + 1}")
        )
    first_number = root.find(qn("w:num"))
    root.insert(root.index(first_number) if first_number is not None else len(root), abstract)
    add_number(root, HEADING_NUMBERING, HEADING_NUMBERING)


def _level(level: int, kind: str, text: str, style: str) -> Any:
    made = OxmlElement("w:lvl")
    made.set(qn("w:ilvl"), str(level))
    for name, value in (
        ("start", "1"),
        ("numFmt", kind),
        ("pStyle", style),
        ("suff", "space"),
        ("lvlText", text),
        ("lvlJc", "left"),
    ):
        part = OxmlElement(f"w:{name}")
        part.set(qn("w:val"), value)
        made.append(part)
    return made


def add_number(numbering: Any, number: int, abstract: int, *, restart: bool = False) -> None:
    """A counter `number` that follows the definition `abstract`, beginning again at 1 if asked."""
    made = OxmlElement("w:num")
    made.set(qn("w:numId"), str(number))
    reference = OxmlElement("w:abstractNumId")
    reference.set(qn("w:val"), str(abstract))
    made.append(reference)
    if restart:
        override = OxmlElement("w:lvlOverride")
        override.set(qn("w:ilvl"), "0")
        start = OxmlElement("w:startOverride")
        start.set(qn("w:val"), "1")
        override.append(start)
        made.append(override)
    numbering.append(made)
