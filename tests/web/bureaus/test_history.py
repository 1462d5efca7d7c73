"""A part's history with its words, and an earlier text put back."""

from collections.abc import Callable
from typing import Any

import pytest
from tests.web.bureaus.writing import address, draft_of, filled, revised, signed_in, waterworker

pytestmark = pytest.mark.django_db


def test_each_change_is_told_word_by_word_and_an_earlier_text_comes_back(person: Callable[..., Any]) -> None:
    by = waterworker(person, "writer")
    solution, writer = revised(by), signed_in(by)
    path = address("edit_section", "cost")
    first = draft_of(solution).data["sections"]["cost"]["en"]
    writer.post(path, filled(writer, path) | {"en": "It is dear."})
    page = writer.get(address("edit_history") + "?part=sections.cost").content.decode()
    assert "<ins>It is dear</ins>" in page and page.count("Put this text back") == 1
    sent = filled(writer, address("edit_history") + "?part=sections.cost")
    assert writer.post(address("edit_put_back"), sent).status_code == 302
    assert draft_of(solution).data["sections"]["cost"]["en"] == first


def test_lists_are_told_by_their_lines_and_a_claim_has_a_history_of_its_own(person: Callable[..., Any]) -> None:
    by = waterworker(person, "writer")
    writer = signed_in(by)
    revised(by)
    path = address("edit_claim", "rwr-2013")
    writer.post(path, filled(writer, path) | {"series": "other"})
    page = writer.get(address("edit_history") + "?part=claims.rwr-2013").content.decode()
    assert "<ins>other</ins>" in page and "series: " in page
    assert "Last change of each part" in writer.get(address("edit_history")).content.decode()
    assert writer.get(address("edit_history") + "?part=slogan").status_code == 200


def test_an_event_of_another_solution_puts_nothing_back(person: Callable[..., Any]) -> None:
    by = waterworker(person, "writer")
    solution, writer = revised(by), signed_in(by)
    before = draft_of(solution).data
    for event in ("999999", "none", ""):
        answer = writer.post(address("edit_put_back"), {"part": "sections.cost", "event": event})
        assert answer.status_code == 302
    assert draft_of(solution).data == before
