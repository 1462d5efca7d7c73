"""An import tells how many rows had each outcome, also those that none had."""

from seoulution.apps.catalogue.models.imports import ImportRun


def test_an_outcome_that_no_row_had_counts_as_none() -> None:
    run = ImportRun(kind="translations-xliff", counts={"taken-in": 3, "broken": 1})
    assert (run.taken_in, run.skipped, run.broken) == (3, 0, 1)
