"""Two thousand rows of good and bad: each is counted once, each bad one is told with its row, and nothing is half-written."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from seoulution.apps.catalogue.models import Draft, ImportRun, PolicySolution
from seoulution.apps.catalogue.refusals import Refused
from seoulution.apps.catalogue.services.editorial import act
from seoulution.apps.catalogue.services.solution_imports import import_solutions
from seoulution.apps.catalogue.services.translation_imports import SentFile
from seoulution.apps.catalogue.solution_sheets import COLUMNS
from seoulution.engine.catalogue.editorial import EditorialAction
from seoulution.formats.tables import Column
from seoulution.formats.xlsx import xlsx_bytes
from seoulution.formats.xlsx_reader import read_sheet

pytestmark = pytest.mark.django_db
FILE = SentFile("solutions.xlsx", 1, "0" * 64)
TEXT = {"problem_ko": "물이 샌다.", "problem_en": "Water leaks.", "problem_sources": "seoul-article"}


def good(number: int, **cells: Any) -> dict[str, Any]:
    named = {"code": f"imported-{number}", "name_ko": f"솔루션 {number}", "name_en": f"Solution {number}"}
    return {**named, "sector": "water", "owner": "office-of-waterworks", **TEXT, **cells}


def sheet(rows: Sequence[dict[str, Any]]) -> Any:
    """The rows through a real XLSX file."""
    return read_sheet(xlsx_bytes("Solutions", [Column(name, name) for name in COLUMNS], rows))


FAULTS: list[dict[str, Any]] = [
    {"code": ""},
    {"sector": "rockets"},
    {"owner": "Nobody"},
    {"name_ko": ""},
    {"problem_sources": "none-such"},
    {"started": "soon"},
    {"code": "Bad Code!"},
    {"problem_en": "It is [5 %](claim:none)."},
]


def test_two_thousand_mixed_rows_go_in_or_are_told_row_by_row(person: Callable[..., Any]) -> None:
    rows = [good(n, **FAULTS[(n // 10) % len(FAULTS)]) if n % 10 == 0 else good(n) for n in range(2_000)]
    before = PolicySolution.objects.count()
    run = import_solutions(sheet(rows), file=FILE, by=person("manager"))
    assert (run.taken_in, run.skipped, run.broken) == (1_800, 0, 200)
    assert [int(row["place"]["row"]) for row in run.report] == [n + 2 for n in range(0, 2_000, 10)]
    assert all(row["findings"] for row in run.report)
    assert PolicySolution.objects.count() == before + 1_800
    assert Draft.objects.filter(solution__code__startswith="imported-").count() == 1_800
    assert not PolicySolution.objects.readable().filter(code__startswith="imported-").exists()


def test_the_same_file_twice_changes_nothing(person: Callable[..., Any]) -> None:
    manager = person("manager")
    rows = sheet([good(1), good(2, started=2009, kinds="deliverable")])
    import_solutions(rows, file=FILE, by=manager)
    drafts = list(Draft.objects.values_list("pk", "revision"))
    again = import_solutions(rows, file=FILE, by=manager)
    assert (again.taken_in, again.skipped, again.broken) == (0, 2, 0)
    assert list(Draft.objects.values_list("pk", "revision")) == drafts


def test_a_published_solution_gets_a_draft_and_keeps_what_the_row_does_not_speak_of(person: Callable[..., Any]) -> None:
    row = PolicySolution.objects.get(code="revenue-water")
    told = {
        "code": row.code,
        "name_ko": row.name_ko,
        "name_en": "Less water lost",
        "sector": row.sector,
        "owner": row.owner.code,
    }
    run = import_solutions(sheet([told]), file=FILE, by=person("manager"))
    assert (run.taken_in, run.broken) == (1, 0)
    draft = Draft.objects.get(solution=row)
    assert draft.data["name"]["en"] == "Less water lost"
    assert draft.data["sections"] == row.data["sections"]
    row.refresh_from_db()
    assert (row.state, row.name_en == "Less water lost") == ("under_revision", False)


def test_a_text_in_review_is_left_alone_and_told(person: Callable[..., Any]) -> None:
    manager = person("manager")
    import_solutions(sheet([good(1)]), file=FILE, by=manager)
    act(PolicySolution.objects.get(code="imported-1"), EditorialAction.SUBMIT, by=manager)
    run = import_solutions(sheet([good(1, name_en="Other")]), file=FILE, by=manager)
    assert [row["findings"][0]["code"] for row in run.report] == ["editorial.handed-in"]


def test_a_file_with_other_columns_stores_nothing(person: Callable[..., Any]) -> None:
    with pytest.raises(Refused) as refused:
        import_solutions([["code", "colour"], ["a", "red"]], file=FILE, by=person("manager"))
    assert {finding.code for finding in refused.value.findings} == {"import.column-missing", "import.column-unknown"}
    assert not ImportRun.objects.exists()


def test_only_the_programme_imports(person: Callable[..., Any]) -> None:
    with pytest.raises(Refused):
        import_solutions(sheet([good(1)]), file=FILE, by=person("officer"))
