"""Paragraphs and tables of OWPML (KS X 6101), made as elements: the library's own calls take a second for a long table.

Lengths in HWPUNIT, a hundredth of a point. Hangul draws a table by the sizes written in the file, so each cell says its own.
"""

from collections.abc import Sequence
from itertools import count
from typing import Any, Final

from hwpx.oxml.hyperlink_form import hyperlink_parameters
from lxml import etree

from seoulution.formats.hwpx_heights import CELL_MARGIN, HP, TableCell

HYPERLINK_FIELD: Final = "627272811"


def element(tag: str, /, *children: Any, **attributes: str | int) -> Any:
    """`<hp:tag attribute="…">` with its children."""
    made = etree.Element(f"{{{HP}}}{tag}", {name: str(value) for name, value in attributes.items()})
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
                last = etree.SubElement(holder, f"{{{HP}}}lineBreak")
            for place, piece in enumerate(line.split("\t")):
                if place:
                    last = etree.SubElement(holder, f"{{{HP}}}tab", {"width": "4000", "leader": "0", "type": "1"})
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
            etree.SubElement(parameters, f"{{{HP}}}{kind}", {"name": name}).text = value
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
        cells: Sequence[TableCell],
        widths: Sequence[int],
        heights: Sequence[int],
        *,
        border: str,
        shape: str,
        header: bool,
        whole: bool = False,
    ) -> Any:
        """A run that holds a table: one that may go on over pages between its rows, or a `whole` one set like a letter.

        cells : in reading order, one for each corner; widths : of the columns, left to right; heights : of the rows

        The table itself has no margin outside: viewers differ in whether the lines after it start below that margin,
        so the room after a table is that of the paragraph that holds it.
        """
        table = element(
            "tbl",
            element("sz", width=sum(widths), widthRelTo="ABSOLUTE", height=sum(heights), heightRelTo="ABSOLUTE", protect=0),
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
            element("outMargin", left=0, right=0, top=0, bottom=0),
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
            rowCnt=len(heights),
            colCnt=len(widths),
            cellSpacing=0,
            borderFillIDRef=border,
            noAdjust=0,
        )
        for row in range(len(heights)):
            table.append(element("tr", *(_cell(cell, widths, heights) for cell in cells if cell.row == row)))
        return element("run", table, element("t"), charPrIDRef=shape)


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
        element("cellSz", width=cell.width(widths), height=sum(heights[cell.row : cell.row + cell.rowspan])),
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
