"""Reviews round by round, approvals that no longer count, comments by part."""

from collections.abc import Callable
from typing import Any

import pytest
from tests.web.bureaus.writing import draft_of, revised, waterworker

from seoulution.apps.catalogue.services.editorial import act
from seoulution.engine.catalogue.editorial import EditorialAction as Action
from seoulution.web.shared.editorial.reviews import comments_on, name_of, rounds_of

pytestmark = pytest.mark.django_db


def test_a_round_sent_back_names_who_voided_its_approvals_and_the_next_begins_empty(person: Callable[..., Any]) -> None:
    writer, colleague, officer = waterworker(person, "writer"), waterworker(person, "colleague"), person("officer")
    row = act(revised(writer), Action.SUBMIT, by=writer)
    row = act(row, Action.APPROVE, by=colleague)
    row = act(row, Action.SEND_BACK, by=officer, words="No cost", comments={"sections.cost": "How much?"})
    draft = draft_of(row)
    assert comments_on(draft) == {"sections.cost": [("officer", "How much?")]}
    act(row, Action.SUBMIT, by=writer)
    second, first = rounds_of(draft_of(row))
    assert second.verdicts == () and (second.number, first.number) == (2, 1)
    approval, sent_back = first.verdicts
    assert approval.voided_by == "officer" and approval.voided_at is not None and sent_back.voided_at is None
    assert sent_back.comments[0][0] == "sections.cost" and name_of(None) == "–"
