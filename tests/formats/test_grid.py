import pytest
from hypothesis import given
from hypothesis import strategies as st

from seoulution.engine.dossier.document import Cell, Table, cell, text
from seoulution.formats.grid import placed


@given(st.lists(st.tuples(st.integers(1, 3), st.integers(1, 3)), min_size=1, max_size=12), st.integers(1, 4))
def test_every_corner_of_a_table_is_covered_once(spans: list[tuple[int, int]], columns: int) -> None:
    rows = tuple((Cell(text("x"), colspan=min(across, columns), rowspan=down),) for across, down in spans)
    table = Table("", rows, (1.0,) * columns)
    try:
        cells = placed(table)
    except ValueError:
        return  # a span that leaves the table or meets another: told, not laid out
    covered = [
        (item.row + down, item.column + across)
        for item in cells
        for down in range(item.cell.rowspan)
        for across in range(item.cell.colspan)
    ]
    assert sorted(covered) == [(row, column) for row in range(len(rows)) for column in range(columns)]


def test_a_short_row_is_filled_with_empty_cells() -> None:
    cells = placed(Table("", ((cell("a"),), (cell("b"), cell("c"))), (1, 1)))
    assert [(item.row, item.column, item.cell.spans) for item in cells][1] == (0, 1, ())


def test_a_cell_that_does_not_fit_is_told() -> None:
    with pytest.raises(ValueError, match="row 1"):
        placed(Table("", ((cell("a"), cell("b")),), (1,)))
