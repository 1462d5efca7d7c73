"""How high the rows of a Hangul table are, by counting the lines that the words of each cell need.

Hangul makes a row higher when its words need it, so an estimate may be a little short. It is what decides whether a table
stays on one page, and what stands in the file before anybody has opened it.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

HP: Final = "http://www.hancom.co.kr/hwpml/2011/paragraph"
CELL_MARGIN: Final = (400, 280)
"""Left and right, top and bottom, in HWPUNIT (a hundredth of a point)."""
_NARROW: Final = frozenset("iljtfrI.,:;'!|()[]/-· ")
_BROAD: Final = frozenset("mwMW%@—…")


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

    def width(self, widths: Sequence[int]) -> int:
        """Of the columns that it covers."""
        return sum(widths[self.column : self.column + self.colspan])


def row_heights(cells: Sequence[TableCell], widths: Sequence[int], rows: int) -> list[int]:
    """The height of each row; what a merged cell needs beyond its rows goes to the last of them."""
    heights = [0] * rows
    for cell in sorted(cells, key=lambda item: item.rowspan):
        room = (cell.width(widths) - 2 * CELL_MARGIN[0]) / (cell.points * 100)
        lines = sum(lines_needed(words, room) for words in _written(cell))
        needed = lines * cell.points * 100 * cell.line + 2 * CELL_MARGIN[1]
        covered = range(cell.row, cell.row + cell.rowspan)
        short = round(needed) - sum(heights[row] for row in covered)
        if short > 0:
            heights[covered[-1]] += short
    return heights


def lines_needed(words: str, room: float) -> int:
    """Lines of a paragraph that ends its lines at words; `room` in sizes of its letters. A word without room is cut."""
    lines, used = 1, 0.0
    for word in words.split(" "):
        length = sum(_breadth(letter) for letter in word)
        if used and used + length > room:
            lines, used = lines + 1, 0.0
        used += length
        while used > max(room, 1.0):
            lines, used = lines + 1, used - max(room, 1.0)
        used += _breadth(" ")
    return lines


def _breadth(letter: str) -> float:
    if unicodedata.combining(letter) or unicodedata.category(letter) == "Mn":
        return 0.0
    if unicodedata.east_asian_width(letter) in "WF":
        return 1.0
    if letter in _NARROW:
        return 0.4
    return 0.85 if letter in _BROAD else 0.7 if letter.isupper() else 0.59


def _written(cell: TableCell) -> Iterator[str]:
    for paragraph in cell.paragraphs:
        line = ""
        for holder in paragraph.iter(f"{{{HP}}}t"):
            line += holder.text or ""
            for part in holder:
                if part.tag == f"{{{HP}}}lineBreak":
                    yield line
                    line = ""
                line += part.tail or ""
        yield line
