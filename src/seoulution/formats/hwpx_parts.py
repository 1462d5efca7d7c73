"""Paragraphs and tables of OWPML (KS X 6101), made as elements: the library's own calls take a second for a long table.

Lengths in HWPUNIT, a hundredth of a point. Hangul draws a table by the sizes written in the file, so each cell says its own.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any, Final

from hwpx.oxml.hyperlink_form import hyperlink_parameters
from lxml import etree

_HP: Final = "http://www.hancom.co.kr/hwpml/2011/paragraph"
HYPERLINK_FIELD: Final = "627272811"
CELL_MARGIN: Final = (400, 200)
"""Left and right, top and bottom."""


def element(tag: str, /, *children: Any, **attributes: str | int) -> Any:
    """`<hp:tag attribute="…">` with its children."""
    made = etree.Element(f"{{{_HP}}}{tag}", {name: str(value) for name, value in attributes.items()})
    made.extend(children)
    return made


class Maker:
    """Makes paragraphs whose identifiers are unique in one file."""

    def __init__(self) -> None:
        self._numbers = count(1_000_001)

    def paragraph(self, form: str, *runs: Any, style: str = "0", new_page: bool = False) -> Any:
        """A paragraph of the form with this identifier."""
        return element(
            "p",
            *runs,
            id=next(self._numbers),
            paraPrIDRef=form,
            styleIDRef=style,
            pageBreak=int(new_page),
            columnBreak=0,
            merged=0,
        )

    def text(self, shape: str, words: str) -> Any:
        """A run; new lines become line breaks and tabs become tabs."""
        holder = element("t")
        last: Any = None
        for number, line in enumerate(words.split("\n")):
            if number:
                last = etree.SubElement(holder, f"{{{_HP}}}lineBreak")
            for place, piece in enumerate(line.split("\t")):
                if place:
                    last = etree.SubElement(holder, f"{{{_HP}}}tab", {"width": "4000", "leader": "0", "type": "1"})
                if last is None:
                    holder.text = (holder.text or "") + piece
                else:
                    last.tail = (last.tail or "") + piece
        return element("run", holder, charPrIDRef=shape)

    def bookmark(self, shape: str, name: str) -> Any:
        """A place that a link can lead to."""
        return element("run", element("ctrl", element("bookmark", name=name)), charPrIDRef=shape)

    def link(self, target: str, shape: str, words: str, around: str) -> list[Any]:
        """Runs of a hyperlink field; `target` is an https address or `#bookmark`, `around` the shape outside it."""
        field = str(next(self._numbers))
        values = hyperlink_parameters(target)
        parameters = element("parameters", cnt=len(values), name="")
        for kind, name, value in values:
            etree.SubElement(parameters, f"{{{_HP}}}{kind}", {"name": name}).text = value
        begin = element(
            "fieldBegin",
            parameters,
            id=field,
            type="HYPERLINK",
            name=target,
            editable=0,
            dirty=0,
            zorder=-1,
            fieldid=HYPERLINK_FIELD,
        )
        end = element("fieldEnd", beginIDRef=field, fieldid=HYPERLINK_FIELD)
        return [
            element("run", element("ctrl", begin), charPrIDRef=around),
            self.text(shape, words),
            element("run", element("ctrl", end), charPrIDRef=around),
        ]

    def running_head(self, paragraph: Any, shape: str, *, width: int) -> Any:
        """A run with the line above every page and the page number below it, as Hangul itself writes them."""
        story = element(
            "subList",
            paragraph,
            id="",
            textDirection="HORIZONTAL",
            lineWrap="BREAK",
            vertAlign="TOP",
            linkListIDRef=0,
            linkListNextIDRef=0,
            textWidth=width,
            textHeight=3402,
            hasTextRef=0,
            hasNumRef=0,
        )
        head = element("ctrl", element("header", story, id=next(self._numbers), applyPageType="BOTH"))
        number = element("ctrl", element("pageNum", pos="BOTTOM_CENTER", formatType="DIGIT", sideChar="-"))
        return element("run", head, number, element("t"), charPrIDRef=shape)

    def table(
        self,
        cells: Sequence["TableCell"],
        widths: Sequence[int],
        *,
        rows: int,
        border: str,
        shape: str,
        header: bool,
        whole: bool = False,
    ) -> Any:
        """A run that holds a table: one that may go on over pages between its rows, or a `whole` one set like a letter.

        cells : in reading order, one for each corner; widths : of the columns, left to right
        """
        heights = _row_heights(cells, widths, rows)
        tall = sum(heights)
        table = element(
            "tbl",
            element("sz", width=sum(widths), widthRelTo="ABSOLUTE", height=tall, heightRelTo="ABSOLUTE", protect=0),
            element(
                "pos",
                treatAsChar=int(whole),
                affectLSpacing=0,
                flowWithText=1,
                allowOverlap=0,
                holdAnchorAndSO=0,
                vertRelTo="PARA",
                horzRelTo="COLUMN",
                vertAlign="TOP",
                horzAlign="LEFT",
                vertOffset=0,
                horzOffset=0,
            ),
            element("outMargin", left=0, right=0, top=0 if whole else 200, bottom=0 if whole else 500),
            _margin("inMargin"),
            id=next(self._numbers),
            zOrder=0,
            numberingType="TABLE",
            textWrap="TOP_AND_BOTTOM",
            textFlow="BOTH_SIDES",
            lock=0,
            dropcapstyle="None",
            pageBreak="NONE" if whole else "TABLE",
            repeatHeader=int(header),
            rowCnt=rows,
            colCnt=len(widths),
            cellSpacing=0,
            borderFillIDRef=border,
            noAdjust=0,
        )
        for row in range(rows):
            table.append(element("tr", *(_cell(cell, widths, heights) for cell in cells if cell.row == row)))
        return element("run", table, element("t"), charPrIDRef=shape)


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell with its paragraphs; `points` is the size of its letters."""

    row: int
    column: int
    rowspan: int
    colspan: int
    paragraphs: tuple[Any, ...]
    border: str
    points: float
    line: float = 1.35
    header: bool = False
    centred: bool = False


def _cell(cell: TableCell, widths: Sequence[int], heights: Sequence[int]) -> Any:
    return element(
        "tc",
        element(
            "subList",
            *cell.paragraphs,
            id="",
            textDirection="HORIZONTAL",
            lineWrap="BREAK",
            vertAlign="CENTER" if cell.centred else "TOP",
            linkListIDRef=0,
            linkListNextIDRef=0,
            textWidth=0,
            textHeight=0,
            hasTextRef=0,
            hasNumRef=0,
        ),
        element("cellAddr", colAddr=cell.column, rowAddr=cell.row),
        element("cellSpan", colSpan=cell.colspan, rowSpan=cell.rowspan),
        element("cellSz", width=_width(cell, widths), height=sum(heights[cell.row : cell.row + cell.rowspan])),
        _margin("cellMargin"),
        name="",
        header=int(cell.header),
        hasMargin=0,
        protect=0,
        editable=0,
        dirty=0,
        borderFillIDRef=cell.border,
    )


def _margin(tag: str) -> Any:
    return element(tag, left=CELL_MARGIN[0], right=CELL_MARGIN[0], top=CELL_MARGIN[1], bottom=CELL_MARGIN[1])


def _width(cell: TableCell, widths: Sequence[int]) -> int:
    return sum(widths[cell.column : cell.column + cell.colspan])


RAGGED: Final = 1.12
"""Lines end at words, so a text needs about this much more room than its letters; too low a row is drawn over."""


SPARE: Final = 300
"""Three points more per row than the words need: what follows a table would otherwise be drawn over its last row."""


def _row_heights(cells: Sequence[TableCell], widths: Sequence[int], rows: int) -> list[int]:
    heights = [0] * rows
    for cell in sorted(cells, key=lambda item: item.rowspan):
        lines = _lines(cell, _width(cell, widths) - 2 * CELL_MARGIN[0])
        needed = lines * cell.points * 100 * cell.line + 2 * CELL_MARGIN[1] + SPARE
        covered = range(cell.row, cell.row + cell.rowspan)
        short = round(needed) - sum(heights[row] for row in covered)
        if short > 0:
            heights[covered[-1]] += short
    return heights


def _lines(cell: TableCell, width: int) -> int:
    """How many lines its words need: wide letters count a full size, others a bit more than half."""
    total = 0
    for words in _written(cell):
        length = sum(100 if unicodedata.east_asian_width(letter) in "WF" else 56 for letter in words) * cell.points * RAGGED
        total += max(1, -int(-length // max(1, width)))
    return max(1, total)


def _written(cell: TableCell) -> Iterator[str]:
    for paragraph in cell.paragraphs:
        line = ""
        for holder in paragraph.iter(f"{{{_HP}}}t"):
            line += holder.text or ""
            for part in holder:
                if part.tag == f"{{{_HP}}}lineBreak":
                    yield line
                    line = ""
                line += part.tail or ""
        yield line
