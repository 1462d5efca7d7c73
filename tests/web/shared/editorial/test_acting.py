"""An action as a form asks for it."""

from collections.abc import Callable
from typing import Any

import pytest
from tests.web.bureaus.writing import revised, waterworker

from seoulution.web.shared.editorial.acting import comments_of, taken

pytestmark = pytest.mark.django_db


def test_an_action_is_taken_or_what_stops_it_comes_back(person: Callable[..., Any], rf: Any) -> None:
    writer = waterworker(person, "writer")
    row = revised(writer)

    def asked(**sent: str) -> list[str]:
        request = rf.post("/", sent)
        request.user = writer
        return [finding.code for finding in taken(request, row)]

    assert asked(action="dance") == asked(action="publish") == ["editorial.not-in-this-state"]
    assert asked(action="discard") == ["editorial.reason-missing"]
    assert asked(action="submit") == []


def test_only_comments_with_words_are_comments() -> None:
    posted = {"comment-sections.cost": "How much?", "comment-sections.law": "  ", "words": "No"}
    assert comments_of(posted) == {"sections.cost": "How much?"}
