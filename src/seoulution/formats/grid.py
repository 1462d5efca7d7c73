"""Where each cell of a table stands once spans are laid out; formats that need every corner filled ask here."""

from dataclasses import dataclass

from seoulution.engine.dossier.document import Cell, Table


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell and its top left corner, both counted from 0."""

    row: int
    column: int
    cell: Cell


def placed(table: Table) -> tuple[Placed, ...]:
    """Every cell with its place, row by row; places that no cell covers get an empty one.

    raises ValueError : a cell that does not fit between the cells already laid out and the table's right and lower edge
    """
    columns, rows = len(table.widths), len(table.rows)
    taken: set[tuple[int, int]] = set()
    found: list[Placed] = []
    for row, cells in enumerate(table.rows):
        column = 0
        for cell in cells:
            while (row, column) in taken:
                column += 1
            corners = {(row + down, column + right) for down in range(cell.rowspan) for right in range(cell.colspan)}
            if not corners or column + cell.colspan > columns or row + cell.rowspan > rows or corners & taken:
                raise ValueError(f"row {row + 1}: a cell does not fit into {columns} columns and {rows} rows")
            taken |= corners
            found.append(Placed(row, column, cell))
            column += cell.colspan
        found += [Placed(row, gap, Cell(())) for gap in range(columns) if (row, gap) not in taken]
        taken |= {(row, gap) for gap in range(columns)}
    return tuple(sorted(found, key=lambda item: (item.row, item.column)))
