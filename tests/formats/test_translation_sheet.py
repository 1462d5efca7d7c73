"""Texts go out as a sheet and come back row by row; what a spreadsheet cannot hold is said."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seoulution.formats.cleaning import clean_text
from seoulution.formats.tables import Column
from seoulution.formats.translation_sheet import NAMES, SheetText, read_translation_sheet, translation_sheet
from seoulution.formats.xlsx import xlsx_bytes
from seoulution.formats.xlsx_reader import SpreadsheetRefused

ROW = SheetText("topis", "name", "es", "=1+1 [2](claim:a)", "Uno", "human", "하나", "The name", 4, 2)


def test_a_row_comes_back_as_it_went_out() -> None:
    assert read_translation_sheet(translation_sheet("es", [ROW])) == (ROW,)


_TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40).map(clean_text).map(str.strip)


@settings(max_examples=30)
@given(st.lists(st.tuples(_TEXT, _TEXT), min_size=1, max_size=5))
def test_any_text_comes_back(texts: list[tuple[str, str]]) -> None:
    sent = [SheetText("topis", "name", "es", f"x{source}", target) for source, target in texts]
    back = read_translation_sheet(translation_sheet("es", sent))
    assert [(one.english, one.translation) for one in back] == [(one.english, one.translation) for one in sent]


def test_headings_are_found_wherever_they_stand_and_other_columns_do_not_matter() -> None:
    columns = [Column(name, name.upper()) for name in ("note", "translation", "english", "language", "field", "solution")]
    row = {"note": "x", "translation": "Uno", "english": "One", "language": "ES", "field": "name", "solution": "topis"}
    (read,) = read_translation_sheet(xlsx_bytes("t", columns, [row, {}]))
    assert (read.solution, read.language, read.translation, read.revision, read.row) == ("topis", "es", "Uno", None, 2)


@pytest.mark.parametrize("missing", ["solution", "english", "translation"])
def test_a_sheet_without_a_needed_heading_is_refused(missing: str) -> None:
    columns = [Column(name, name) for name in NAMES if name != missing]
    with pytest.raises(SpreadsheetRefused) as refused:
        read_translation_sheet(xlsx_bytes("t", columns, []))
    assert refused.value.code == "sheet.columns-missing"


def test_a_text_that_a_cell_cut_is_told() -> None:
    (read,) = read_translation_sheet(translation_sheet("es", [SheetText("topis", "name", "es", "x" * 40_000)]))
    assert [finding.code for finding in read.findings] == ["translation.cell-cut"]
