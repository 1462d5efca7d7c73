"""Two texts side by side."""

from typing import Any

from seoulution.engine.catalogue.differences import Change
from seoulution.reference.load import reference
from seoulution.reference.schema.catalogue import PolicySolution
from seoulution.web.shared.editorial.comparing import also_changed, compared, lines_of

RECORD = reference().of(PolicySolution)[0]
DATA: dict[str, Any] = RECORD.model_dump(mode="json")


def test_only_texts_that_differ_are_shown_with_their_words() -> None:
    other = PolicySolution.model_validate({**DATA, "name": {**DATA["name"], "en": f"New {DATA['name']['en']}"}})
    (shown,) = compared(RECORD, other)
    assert (shown.path, [run.change for run in shown.ko]) == ("name", [Change.SAME])
    assert [run.text for run in shown.en if run.change is Change.ADDED] == ["New "]
    assert compared(RECORD, RECORD) == [] and also_changed(DATA, DATA) == []


def test_a_part_that_is_no_running_text_is_told_as_lines() -> None:
    entry = {"code": "a", "figure": {"year": 2013, "note": None}, "sources": ["x", "y"], "rows": [{"n": 1}], "none": []}
    assert lines_of(entry) == ["code: a", "figure.year: 2013", "sources: x, y", "rows[1].n: 1"]
