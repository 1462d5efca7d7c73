"""Texts for translation as a spreadsheet: one row a text, references to claims as they are written, and back again."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from seoulution.engine.findings import Finding
from seoulution.formats.tables import Column, ColumnKind
from seoulution.formats.xlsx import MAX_CELL_CHARACTERS, xlsx_bytes
from seoulution.formats.xlsx_reader import CellValue, SpreadsheetRefused, read_sheet

_WIDTHS: Final = {"korean": 48, "english": 60, "translation": 60, "guidance": 40, "solution": 24, "field": 24}
NAMES: Final = ("solution", "field", "language", "state", "english", "translation", "korean", "guidance", "revision")
NEEDED: Final = ("solution", "field", "language", "english", "translation")
CONFIRMED: Final = frozenset({"human", "final", "reviewed", "translated"})
"""What a person writes into `state` to answer for a text that was not changed."""


@dataclass(frozen=True, slots=True)
class SheetText:
    """One row. `revision` : of the row as it went out, 0 for none, None where the sheet lost it; `row` : as spreadsheets count."""

    solution: str
    field: str
    language: str
    english: str
    translation: str = ""
    state: str = ""
    korean: str = ""
    guidance: str = ""
    revision: int | None = 0
    row: int = 0
    findings: tuple[Finding, ...] = ()


def translation_sheet(title: str, texts: Iterable[SheetText]) -> bytes:
    """The workbook. Headings are the same in every language: the import looks for them."""
    columns = [
        Column(name, name, ColumnKind.NUMBER if name == "revision" else ColumnKind.TEXT, _WIDTHS.get(name)) for name in NAMES
    ]
    return xlsx_bytes(title, columns, ({name: getattr(text, name) for name in NAMES} for text in texts))


def read_translation_sheet(data: bytes) -> tuple[SheetText, ...]:
    """Every row that holds anything.

    raises SpreadsheetRefused : as `read_sheet`; `sheet.columns-missing` where a needed heading is not in the first row
    """
    rows = read_sheet(data)
    places = {str(cell).strip().lower(): place for place, cell in enumerate(rows[0])} if rows else {}
    if any(name not in places for name in NEEDED):
        raise SpreadsheetRefused("sheet.columns-missing")
    return tuple(_text(row, places, number) for number, row in enumerate(rows[1:], start=2) if any(row))


def _text(row: tuple[CellValue, ...], places: dict[str, int], number: int) -> SheetText:
    told = {name: _cell(row, places.get(name)) for name in NAMES}
    revision = told["revision"].removesuffix(".0")
    cut = max(len(told["english"]), len(told["translation"])) >= MAX_CELL_CHARACTERS
    findings = (Finding("translation.cell-cut", subject=told["field"]),) if cut else ()
    return SheetText(
        told["solution"],
        told["field"],
        told["language"].lower(),
        told["english"],
        told["translation"],
        told["state"].lower(),
        told["korean"],
        told["guidance"],
        int(revision) if revision.isdecimal() and len(revision) < 10 else None,
        number,
        findings,
    )


def _cell(row: tuple[CellValue, ...], place: int | None) -> str:
    value = row[place] if place is not None and place < len(row) else None
    return "" if value is None else str(value).strip()
