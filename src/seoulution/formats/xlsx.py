"""A list as a spreadsheet: texts stay texts, the head is bold and stays in view, memory stays flat for any length."""

import io
import math
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import IO, Any, Final

import xlsxwriter

from seoulution.formats.cleaning import clean_text
from seoulution.formats.tables import Column, ColumnKind, Row, Value, plain
from seoulution.formats.tones import ACCENT, HEAD_GROUND, RULE

CONTENT_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MAX_ROWS: Final = 1_048_575
MAX_CELL_CHARACTERS: Final = 32_767
_EXACT_INTEGER: Final = 10**15
_CUT_MARK: Final = " […]"
_SHEET_NAME_FORBIDS: Final = str.maketrans("[]:*?/\\'", "        ")
_OPTIONS: Final = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "remove_timezone": True,
}


class TooManyRows(ValueError):
    """The list is longer than a sheet can be; nothing was cut. Filter it, or take it as CSV."""


def xlsx_bytes(title: str, columns: Sequence[Column], rows: Iterable[Row], *, dated: date | None = None) -> bytes:
    """A workbook of one sheet named `title`, and a second that names each column's key and kind.

    raises TooManyRows : more than 1,048,575 rows
    """
    made = io.BytesIO()
    write_xlsx(made, title, columns, rows, dated=dated)
    return made.getvalue()


def write_xlsx(
    made: IO[bytes], title: str, columns: Sequence[Column], rows: Iterable[Row], *, dated: date | None = None
) -> None:
    """The same into an open file, row by row: nothing of the list is held but the row being written.

    raises TooManyRows : more than 1,048,575 rows
    """
    book = xlsxwriter.Workbook(made, _OPTIONS)
    book.set_properties({"title": clean_text(title)[:255], "author": "", **_created(dated)})
    head = book.add_format(
        {"bold": True, "font_color": ACCENT, "bg_color": HEAD_GROUND, "bottom": 1, "bottom_color": RULE, "valign": "vcenter"}
    )
    looks = {
        ColumnKind.TEXT: book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"}),
        ColumnKind.NUMBER: book.add_format({"num_format": "#,##0.######", "valign": "top"}),
        ColumnKind.DATE: book.add_format({"num_format": "yyyy-mm-dd", "valign": "top"}),
    }
    sheet = book.add_worksheet(_sheet_name(title))
    for place, column in enumerate(columns):
        sheet.set_column(place, place, column.width or max(10, min(48, _shown_width(column.label) + 4)))
    for place, column in enumerate(columns):
        sheet.write_string(0, place, clean_text(column.label), head)
    sheet.freeze_panes(1, 0)
    last = 0
    for row in rows:
        last += 1
        if last > MAX_ROWS:
            raise TooManyRows(f"more than {MAX_ROWS:,} rows")
        for place, column in enumerate(columns):
            _write(sheet, last, place, row.get(column.key), looks, column.kind)
    if columns and last:
        sheet.autofilter(0, 0, last, len(columns) - 1)
    _column_sheet(book, columns, head)
    book.close()


def _write(sheet: Any, row: int, place: int, value: Value, looks: dict[ColumnKind, Any], kind: ColumnKind) -> None:
    if value is None:
        return
    if isinstance(value, datetime | date) and value.year >= 1900:
        sheet.write_datetime(row, place, value, looks[ColumnKind.DATE])
    elif isinstance(value, int | float | Decimal) and not isinstance(value, bool) and _fits_number(value):
        sheet.write_number(row, place, float(value), looks[ColumnKind.NUMBER])
    else:
        text = clean_text(plain(value))
        if len(text) > MAX_CELL_CHARACTERS:
            text = text[: MAX_CELL_CHARACTERS - len(_CUT_MARK)] + _CUT_MARK
        sheet.write_string(row, place, text, looks[ColumnKind.TEXT])


def _fits_number(value: int | float | Decimal) -> bool:
    """Spreadsheets keep 15 digits; a longer number (an identifier, say) is kept whole as text."""
    return math.isfinite(value) and -_EXACT_INTEGER < value < _EXACT_INTEGER


def _column_sheet(book: Any, columns: Sequence[Column], head: Any) -> None:
    sheet = book.add_worksheet("columns")
    sheet.set_column(0, 2, 28)
    for place, word in enumerate(("key", "label", "kind")):
        sheet.write_string(0, place, word, head)
    for row, column in enumerate(columns, start=1):
        for place, word in enumerate((column.key, clean_text(column.label), column.kind.value)):
            sheet.write_string(row, place, word)


def _created(dated: date | None) -> dict[str, datetime]:
    return {} if dated is None else {"created": datetime(dated.year, dated.month, dated.day)}


def _sheet_name(title: str) -> str:
    name = " ".join(clean_text(title).translate(_SHEET_NAME_FORBIDS).split())[:31].strip()
    return "Sheet" if not name or name.lower() in ("columns", "history") else name


def _shown_width(label: str) -> int:
    return sum(2 if ord(letter) > 0x2E80 else 1 for letter in label)
