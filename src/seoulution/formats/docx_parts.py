"""Small pieces of WordprocessingML, made as elements so that no text is ever written as markup."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn


def element(tag: str, /, *children: Any, **attributes: str | int) -> Any:
    """`<w:tag w:attribute="…">` with its children."""
    made = OxmlElement(f"w:{tag}")
    for attribute, value in attributes.items():
        made.set(qn(f"w:{attribute}"), str(value))
    for child in children:
        made.append(child)
    return made


@dataclass(frozen=True, slots=True)
class Ink:
    """How a run looks; `size` in half points; a direction of None is the document's own."""

    bold: bool = False
    italic: bool = False
    colour: str | None = None
    underline: bool = False
    raised: bool = False
    size: int | None = None
    language: str | None = None
    right_to_left: bool | None = None


def run(text: str, ink: Ink) -> Any:
    """A run; new lines become breaks and tabs become tabs."""
    made = element("r", run_properties(ink))
    for number, line in enumerate(text.split("\n")):
        if number:
            made.append(element("br"))
        for place, piece in enumerate(line.split("\t")):
            if place:
                made.append(element("tab"))
            if piece:
                words = element("t")
                words.text = piece
                words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
                made.append(words)
    return made


def run_properties(ink: Ink) -> Any:
    """In the order that the schema asks for."""
    made = element("rPr")
    if ink.bold:
        made.append(element("b"))
        made.append(element("bCs"))
    if ink.italic:
        made.append(element("i"))
        made.append(element("iCs"))
    if ink.colour:
        made.append(element("color", val=ink.colour.lstrip("#")))
    if ink.size:
        made.append(element("sz", val=ink.size))
        made.append(element("szCs", val=ink.size))
    if ink.underline:
        made.append(element("u", val="single"))
    if ink.raised:
        made.append(element("vertAlign", val="superscript"))
    if ink.right_to_left is not None:
        made.append(element("rtl", val=int(ink.right_to_left)))
    if ink.language:
        made.append(element("lang", val=latin_language(ink.language), eastAsia=ink.language, bidi=ink.language))
    return made


def latin_language(tag: str) -> str:
    """The language of the Latin letters in a text: marked as Korean, they would be broken anywhere within a word."""
    return "en" if tag.split("-")[0] in ("ko", "ja", "zh") else tag


def inner_link(anchor: str, *runs: Any) -> Any:
    """A link to a bookmark of the same document."""
    return element("hyperlink", *runs, anchor=anchor, history=1)


def bookmark(number: int, name: str, *inner: Any) -> list[Any]:
    """`inner` between the marks of a bookmark."""
    return [element("bookmarkStart", id=number, name=name), *inner, element("bookmarkEnd", id=number)]


def field(code: str, shown: str, ink: Ink) -> Any:
    """A simple field of ours (never of the data), with a value until Word counts again."""
    return element("fldSimple", run(shown, ink), instr=f" {code} ")


def paragraph(style: str, *content: Any, properties: Sequence[Any] = ()) -> Any:
    """A paragraph in the style with this identifier; `properties` in schema order after the style."""
    return element("p", element("pPr", element("pStyle", val=style), *properties), *content)


def edge(name: str, size: int, colour: str, space: int = 0) -> Any:
    """One side of a border; size in eighths of a point."""
    return element(name, val="single", sz=size, space=space, color=colour.lstrip("#"))


def shade(colour: str) -> Any:
    return element("shd", val="clear", color="auto", fill=colour.lstrip("#"))


def laid_out(
    widths: Sequence[int], *rows: Any, borders: Sequence[Any] = (), indent: int = 0, right_to_left: bool = False, room: int = 0
) -> Any:
    """A table that only lays things side by side: no lines but those of `borders`; widths in twentieths of a point."""
    properties = element(
        "tblPr",
        *((element("bidiVisual"),) if right_to_left else ()),
        element("tblW", w=sum(widths), type="dxa"),
        element("tblInd", w=indent, type="dxa"),
        *((element("tblBorders", *borders),) if borders else ()),
        element("tblLayout", type="fixed"),
        element("tblCellMar", *(element(side, w=room if side in ("left", "right") else 0, type="dxa") for side in _SIDES)),
    )
    return element("tbl", properties, element("tblGrid", *(element("gridCol", w=width) for width in widths)), *rows)


_SIDES = ("top", "left", "bottom", "right")


def laid_row(*cells: Any, height: int = 0, exact: bool = False) -> Any:
    """A row that is not cut between pages."""
    kept = [element("cantSplit")]
    if height:
        kept.append(element("trHeight", val=height, hRule="exact" if exact else "atLeast"))
    return element("tr", element("trPr", *kept), *cells)


def laid_cell(width: int, *content: Any, ground: str = "", edges: Sequence[Any] = (), room: int | None = None) -> Any:
    """A cell; `room` is kept free on all its sides."""
    properties = element("tcPr", element("tcW", w=width, type="dxa"))
    if edges:
        properties.append(element("tcBorders", *edges))
    if ground:
        properties.append(shade(ground))
    if room is not None:
        properties.append(element("tcMar", *(element(side, w=room, type="dxa") for side in _SIDES)))
    return element("tc", properties, *content)
