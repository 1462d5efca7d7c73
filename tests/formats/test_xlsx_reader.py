import io
import time
import zipfile

import pytest

from seoulution.formats.tables import Column
from seoulution.formats.xlsx import xlsx_bytes
from seoulution.formats.xlsx_reader import SpreadsheetRefused, read_sheet


def with_sheet(sheet: str) -> bytes:
    """A workbook of ours whose first sheet is replaced."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(xlsx_bytes("x", (Column("a", "a"),), ({"a": "1"},)))) as old,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(name, sheet if name == "xl/worksheets/sheet1.xml" else old.read(name))
    return made.getvalue()


def refusal(content: bytes, **limits: int) -> str:
    with pytest.raises(SpreadsheetRefused) as refused:
        read_sheet(content, **limits)
    return refused.value.code


def test_a_spreadsheet_longer_than_allowed_is_refused_by_name() -> None:
    content = xlsx_bytes("x", (Column("a", "a"),), ({"a": str(number)} for number in range(100)))
    assert len(read_sheet(content)) == 101
    assert refusal(content, max_rows=50) == "sheet.too-many-rows"


def test_a_cell_in_the_farthest_corner_does_not_fill_the_memory() -> None:
    cell = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1"><v>1</v></c></row>'
    started = time.perf_counter()
    assert (
        refusal(with_sheet(f'{cell}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'))
        == "sheet.too-many-rows"
    )
    assert (
        refusal(with_sheet(f'{cell}<row r="2"><c r="XFD2"><v>1</v></c></row></sheetData></worksheet>'))
        == "sheet.too-many-columns"
    )
    assert time.perf_counter() - started < 2


def test_a_spreadsheet_that_inflates_too_far_is_refused() -> None:
    # 195 kB that inflate to 200 MB: the size measured in the design's T6
    assert refusal(with_sheet("<worksheet>" + " " * 200_000_000)) == "sheet.too-large"


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"%PDF-1.7", b"a,b\n1,2\n"])
def test_what_is_no_spreadsheet_is_refused_by_name(content: bytes) -> None:
    assert refusal(content) == "sheet.not-a-spreadsheet"
