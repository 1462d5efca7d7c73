"""Reads a spreadsheet that somebody sent, with calamine, after making sure that it cannot fill the memory."""

import io
import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Final, TypeAlias

from python_calamine import CalamineError, CalamineWorkbook

from seoulution.formats.archives import Archive, ArchiveLimits, ArchiveRefused, checked_archive
from seoulution.formats.cleaning import clean_text

CellValue: TypeAlias = str | int | float | bool | date | datetime | time | timedelta | None

MAX_INFLATED_BYTES: Final = 50 * 1024**2
MAX_ROWS: Final = 50_000
MAX_COLUMNS: Final = 500
_SHEET: Final = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
_CELL: Final = re.compile(rb"<(?:\w+:)?c\b[^>]{0,200}?\br\s*=\s*[\"']\s*([A-Za-z]{1,10})(\d{1,12})")
_ROW: Final = re.compile(rb"<(?:\w+:)?row\b[^>]{0,400}?\br\s*=\s*[\"']\s*(\d{1,12})")


class SpreadsheetRefused(ValueError):
    """The spreadsheet was not read; `code` says why. The file itself is kept as it was sent."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)


def read_sheet(
    data: bytes, *, max_inflated_bytes: int = MAX_INFLATED_BYTES, max_rows: int = MAX_ROWS, max_columns: int = MAX_COLUMNS
) -> tuple[tuple[CellValue, ...], ...]:
    """The rows of the first sheet, texts cleaned, empty cells None.

    raises SpreadsheetRefused : `sheet.not-a-spreadsheet`, `sheet.too-large`, `sheet.too-many-rows`, `sheet.too-many-columns`,
    `sheet.encrypted`
    """
    archive = _opened(data, max_inflated_bytes)
    for name in archive.names:
        if _SHEET.fullmatch(name):
            _check_reach(archive.read(name, max_inflated_bytes), max_rows, max_columns)
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            rows = book.get_sheet_by_index(0).to_python(skip_empty_area=False) if book.sheet_names else []
    except (CalamineError, OSError, ValueError, IndexError) as error:
        raise SpreadsheetRefused("sheet.not-a-spreadsheet") from error
    if len(rows) > max_rows:
        raise SpreadsheetRefused("sheet.too-many-rows")
    return tuple(tuple(_value(cell) for cell in row) for row in rows)


def _opened(data: bytes, max_inflated_bytes: int) -> Archive:
    try:
        archive = checked_archive(data, ArchiveLimits(inflated_bytes=max_inflated_bytes))
    except ArchiveRefused as refused:
        codes = {"upload.encrypted": "sheet.encrypted", "upload.archive-bomb": "sheet.too-large"}
        raise SpreadsheetRefused(codes.get(refused.code, "sheet.not-a-spreadsheet")) from refused
    if "xl/workbook.xml" not in archive.names:
        raise SpreadsheetRefused("sheet.not-a-spreadsheet")
    return archive


def _check_reach(sheet: bytes, max_rows: int, max_columns: int) -> None:
    """One cell in the farthest corner would make the reader lay out every cell before it."""
    if any(int(row) > max_rows for row in _ROW.findall(sheet)):
        raise SpreadsheetRefused("sheet.too-many-rows")
    for column, row in set(_cells(sheet)):
        if row > max_rows:
            raise SpreadsheetRefused("sheet.too-many-rows")
        if column > max_columns:
            raise SpreadsheetRefused("sheet.too-many-columns")


def _cells(sheet: bytes) -> Iterator[tuple[int, int]]:
    for match in _CELL.finditer(sheet):
        column = 0
        for letter in match[1].upper():
            column = column * 26 + letter - 64
        yield column, int(match[2])


def _value(cell: object) -> CellValue:
    if isinstance(cell, str):
        return clean_text(cell) or None
    if isinstance(cell, int | float | bool | date | datetime | time | timedelta):
        return cell
    return None
