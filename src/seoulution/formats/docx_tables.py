"""A table in WordprocessingML: fixed widths, heads that repeat on each page and stay with a row, rows that are not cut."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any, Final

from seoulution.engine.dossier.document import Cell, Table
from seoulution.formats.docx_parts import Ink, edge, element, paragraph, run, shade
from seoulution.formats.grid import Placed, placed
from seoulution.formats.tones import ACCENT, HEAD_GROUND, LOOKS, RULE

SHORT_ROWS: Final = 6
"""A table of no more rows is not cut between pages."""

Runs = Callable[..., list[Any]]

_ALIGN: Final = {"start": "left", "end": "right", "centre": "center"}
"""Word turns left and right around in a paragraph that runs from right to left."""


def column_widths(table: Table, width: int) -> list[int]:
    """The columns' shares of `width`, in whole units that add up to it."""
    total = sum(table.widths)
    edges = [round(width * sum(table.widths[:place]) / total) for place in range(len(table.widths) + 1)]
    return [after - before for before, after in pairwise(edges)]


def table_element(table: Table, runs: Runs, *, width: int, right_to_left: bool) -> Any:
    """The `w:tbl`; `runs` turns spans into runs; width in twentieths of a point."""
    widths = column_widths(table, width)
    corners = {(item.row, item.column): item for item in placed(table)}
    borders = element(
        "tblBorders", edge("top", 8, ACCENT), edge("bottom", 8, ACCENT), edge("insideH", 4, RULE), edge("insideV", 4, RULE)
    )
    margins = element(
        "tblCellMar",
        *(element(side, w=size, type="dxa") for side, size in (("top", 50), ("left", 90), ("bottom", 50), ("right", 90))),
    )
    turned = (element("bidiVisual"),) if right_to_left else ()
    properties = element(
        "tblPr",
        *turned,
        element("tblW", w=width, type="dxa"),
        borders,
        element("tblLayout", type="fixed"),
        margins,
        element("tblLook", val="0020", firstRow=1 if table.header_rows else 0),
    )
    grid = element("tblGrid", *(element("gridCol", w=column) for column in widths))
    rows = [_row(number, table, corners, widths, runs) for number in range(len(table.rows))]
    return element("tbl", properties, grid, *rows)


def _row(number: int, table: Table, corners: dict[tuple[int, int], Placed], widths: Sequence[int], runs: Runs) -> Any:
    head = number < table.header_rows
    last = number == len(table.rows) - 1
    keep = not last and (head or len(table.rows) <= SHORT_ROWS)
    made = element("tr", element("trPr", element("cantSplit"), *((element("tblHeader"),) if head else ())))
    column = 0
    while column < len(widths):
        item = corners.get((number, column))
        covering = item or _covering(corners, number, column)
        span = covering.cell.colspan
        width = sum(widths[column : column + span])
        merge = "restart" if item and item.cell.rowspan > 1 else "continue" if item is None else None
        made.append(_cell(covering.cell, width, merge, runs, head=head, keep=keep))
        column += span
    return made


def _covering(corners: dict[tuple[int, int], Placed], row: int, column: int) -> Placed:
    return next(item for item in corners.values() if item.column == column and item.row < row < item.row + item.cell.rowspan)


def _cell(cell: Cell, width: int, merge: str | None, runs: Runs, *, head: bool, keep: bool) -> Any:
    look = LOOKS[cell.tone] if cell.tone else None
    properties = element("tcPr", element("tcW", w=width, type="dxa"))
    if cell.colspan > 1:
        properties.append(element("gridSpan", val=cell.colspan))
    if merge:
        properties.append(element("vMerge", val=merge))
    if head or look:
        properties.append(shade(HEAD_GROUND if head or look is None else look.ground))
    if head:
        properties.append(element("vAlign", val="center"))
    kept = (element("keepNext"),) if keep else ()
    aligned = (element("jc", val=_ALIGN[cell.align]),) if cell.align != "start" else ()
    if merge == "continue":
        return element("tc", properties, paragraph("Cell", properties=kept))
    sign = [run(f"{look.sign} ", Ink(bold=True, colour=look.ink))] if look else []
    words = runs(cell.spans, bold=head or cell.header, colour=ACCENT if head else None)
    return element("tc", properties, paragraph("Cell", *sign, *words, properties=(*kept, *aligned)))
