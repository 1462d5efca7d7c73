"""How acts on an engagement answer."""

from types import SimpleNamespace
from typing import Any

import pytest

from seoulution.web.office.engagement_answers import seen_revision, written_reason


def asking(**posted: str) -> Any:
    return SimpleNamespace(POST=posted)


@pytest.mark.parametrize(("written", "read"), [("7", 7), ("", 0), ("-1", 0), ("9" * 40, 0), ("٧", 0), ("x", 0)])
def test_a_revision_that_is_no_number_matches_no_row(written: str, read: int) -> None:
    assert seen_revision(asking(revision=written)) == read


def test_a_reason_is_cut_to_what_is_kept() -> None:
    assert len(written_reason(asking(reason="x" * 5000))) == 2000 and written_reason(asking()) == ""
