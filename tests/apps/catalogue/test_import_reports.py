"""The report of an import survives being kept as JSON, and tells only what is worth telling."""

from seoulution.apps.catalogue.import_reports import RowReport, as_json, counts, from_json
from seoulution.apps.catalogue.models.imports import ImportOutcome
from seoulution.engine.findings import Finding, Severity

BROKEN = RowReport(ImportOutcome.BROKEN, {"line": "12"}, (Finding("translation.empty", subject="result"),))
WARNED = RowReport(ImportOutcome.TAKEN_IN, {"line": "20"}, (Finding("glossary.term-missing", Severity.WARNING, "result"),))
PLAIN = RowReport(ImportOutcome.TAKEN_IN, {"line": "31"})


def test_every_outcome_is_counted_even_if_none_had_it() -> None:
    assert counts([BROKEN, PLAIN, WARNED]) == {"taken-in": 2, "skipped": 0, "broken": 1}


def test_a_kept_report_reads_as_the_rows_worth_telling() -> None:
    assert from_json(as_json([BROKEN, PLAIN, WARNED])) == (BROKEN, WARNED)
