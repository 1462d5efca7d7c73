import pytest
from lxml import etree

from seoulution.formats.hwpx_heights import CELL_MARGIN, HP, TableCell, lines_needed, row_heights


def cell(words: str, *, row: int = 0, column: int = 0, rowspan: int = 1, colspan: int = 1) -> TableCell:
    first, *others = words.split("\n")
    paragraph = etree.Element(f"{{{HP}}}p")
    holder = etree.SubElement(paragraph, f"{{{HP}}}t")
    holder.text = first
    for line in others:
        etree.SubElement(holder, f"{{{HP}}}lineBreak").tail = line
    return TableCell(row, column, rowspan, colspan, (paragraph,), "1", 9.0)


def height(lines: int) -> int:
    return round(lines * 900 * 1.35 + 2 * CELL_MARGIN[1])


@pytest.mark.parametrize(
    ("words", "room", "lines"),
    [
        ("", 10, 1),
        ("가나다 라마바", 10, 1),
        ("가나다 라마바", 6, 2),
        ("가나다라마바사아자차", 4, 3),  # a word without room is cut
        ("Integrated distance fare and smart card (T-money)", 12.4, 3),
        ("ที่นี่", 3, 1),  # marks above and below letters need no room
    ],
)
def test_lines_end_at_words(words: str, room: float, lines: int) -> None:
    assert lines_needed(words, room) == lines


def test_a_row_is_as_high_as_its_highest_cell() -> None:
    cells = [cell("가"), cell("가\n나\n다", column=1), cell("가", row=1), cell("나", row=1, column=1)]
    assert row_heights(cells, [5000, 5000], 2) == [height(3), height(1)]


def test_what_a_merged_cell_needs_beyond_its_rows_goes_to_the_last_of_them() -> None:
    cells = [cell("가\n나\n다\n라", rowspan=2), cell("가", column=1), cell("나", row=1, column=1)]
    assert row_heights(cells, [5000, 5000], 2) == [height(1), height(4) - height(1)]


def test_a_cell_over_several_columns_has_the_room_of_all() -> None:
    words = "가나다라마바사아자차"
    assert row_heights([cell(words, colspan=2)], [6000, 6000], 1) == [height(1)]
    assert row_heights([cell(words)], [6000, 6000], 1) == [height(2)]
