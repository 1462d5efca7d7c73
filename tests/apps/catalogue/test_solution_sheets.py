"""A row of a spreadsheet is read into the template, and everything wrong with it is told by column."""

from typing import Any

import pytest

from seoulution.apps.catalogue.solution_sheets import (
    COLUMNS,
    REQUIRED,
    SECTORS,
    head_findings,
    known_agencies,
    known_sources,
    read_rows,
)
from seoulution.engine.vocabulary import Sector
from seoulution.reference.schema.catalogue import SectionKey

pytestmark = pytest.mark.django_db
GOOD = {
    "code": "meter-reading",
    "name_ko": "원격 검침",
    "name_en": "Meter reading",
    "sector": "상수도",
    "owner": "Office of Waterworks (Arisu)",
}


def read(**cells: Any) -> Any:
    told = {**GOOD, **cells}
    (row,) = read_rows([list(told), list(told.values())], agencies=known_agencies(), sources=known_sources())
    return row


def found(row: Any) -> list[tuple[str, str]]:
    return [(finding.code, finding.subject) for finding in row.findings]


def test_names_of_sectors_kinds_and_owners_are_read_in_either_language() -> None:
    row = read(kinds="Knowledge; deliverable", cost_class="낮음", started=2009.0, duration_years="2.5")
    assert found(row) == []
    assert (row.says["sector"], row.says["owner"]) == ("water", "office-of-waterworks")
    assert (row.says["kinds"], row.says["cost_class"]) == (["knowledge", "exportable"], "low")
    assert (row.says["started"], row.says["duration_years"]) == (2009, 2.5)


def test_a_section_needs_both_languages_and_a_source_on_record() -> None:
    assert found(read(problem_ko="물이 샌다.")) == [
        ("import.cell-empty", "problem_en"),
        ("import.cell-empty", "problem_sources"),
    ]
    row = read(problem_ko="물이 샌다.", problem_en="It leaks.", problem_sources="seoul-article, none-such")
    assert found(row) == [("import.not-on-record", "problem_sources")]


def test_everything_wrong_with_a_row_is_told_at_once() -> None:
    row = read(sector="rockets", owner="Nobody", started="soon", name_en="")
    assert found(row) == [
        ("import.cell-empty", "name_en"),
        ("import.not-on-record", "sector"),
        ("import.not-on-record", "owner"),
        ("import.not-a-number", "started"),
    ]


def test_an_empty_cell_says_nothing_and_an_empty_row_is_none() -> None:
    head = list(GOOD)
    rows = list(read_rows([head, [None] * 5, ["x", *[None] * 4]], agencies=known_agencies(), sources=known_sources()))
    assert [(row.number, dict(row.says)) for row in rows] == [(3, {})]


def test_the_head_must_name_the_columns_it_needs_and_no_other() -> None:
    codes = [
        (finding.code, finding.subject) for finding in head_findings(["code", "name_ko", "name_en", "sector", "Colour", "code"])
    ]
    assert codes == [("import.column-missing", "owner"), ("import.column-unknown", "colour"), ("import.column-twice", "code")]
    assert head_findings(COLUMNS) == ()


def test_the_columns_cover_every_sector_and_section() -> None:
    assert set(SECTORS.values()) == set(Sector)
    assert {f"{key.value}_ko" for key in SectionKey} <= set(COLUMNS)
    assert set(REQUIRED) <= set(COLUMNS)
