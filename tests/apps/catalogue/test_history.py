"""Who changed what, part by part, and what differs between two texts."""

from collections.abc import Callable
from typing import Any

import pytest

from seoulution.apps.catalogue.history import (
    latest_changes,
    other_differences,
    part_as_of,
    part_history,
    text_differences,
)
from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.catalogue.parts import mark_of
from seoulution.apps.catalogue.services.editorial import act, open_draft
from seoulution.apps.catalogue.services.parts import write_part
from seoulution.engine.catalogue.editorial import EditorialAction
from seoulution.reference.schema import catalogue

pytestmark = pytest.mark.django_db
TEXT = {"ko": "비싸다.", "en": "It is dear.", "sources": ["owner-statement"], "basis": "B"}


@pytest.fixture
def solution(person: Callable[..., Any]) -> PolicySolution:
    """Its cost was written anew twice."""
    manager = person("manager")
    row = act(PolicySolution.objects.get(code="revenue-water"), EditorialAction.REVISE, by=manager)
    for english in ("It is dear.", "It is cheap."):
        draft = open_draft(row)
        assert draft is not None
        value = {"text": {**TEXT, "en": english}, "gaps": []}
        write_part(draft, "sections.cost", value, seen=mark_of(draft.data, "sections.cost"), by=manager)
    return row


def test_a_part_tells_its_own_changes_newest_first(solution: PolicySolution) -> None:
    newest, middle, begun = part_history(solution, "sections.cost")
    assert [change.after["text"]["en"] for change in (newest, middle)] == ["It is cheap.", "It is dear."]
    assert newest.before == middle.after and middle.before == begun.after and begun.before is None
    assert (newest.by, newest.reason) == ("manager", "text written")
    assert len(part_history(solution, "sections.law")) == 1


def test_a_part_can_be_read_as_it_was_and_not_from_another_solution(solution: PolicySolution) -> None:
    middle = part_history(solution, "sections.cost")[1]
    assert part_as_of(solution, "sections.cost", middle.event)["text"]["en"] == "It is dear."
    with pytest.raises(LookupError):
        part_as_of(PolicySolution.objects.get(code="topis"), "sections.cost", middle.event)


def test_the_list_of_parts_knows_each_last_change(solution: PolicySolution) -> None:
    latest = latest_changes(solution)
    assert latest["sections.cost"].after["text"]["en"] == "It is cheap." and latest["claims"].before is None


def test_two_texts_differ_in_words_and_in_what_is_not_words() -> None:
    data = PolicySolution.objects.get(code="revenue-water").data
    other = {**data, "cost_class": "low", "sections": {**data["sections"], "cost": TEXT}}
    found = text_differences(catalogue.PolicySolution.model_validate(data), catalogue.PolicySolution.model_validate(other))
    assert [(each.path, each.after.en if each.after else "") for each in found] == [("sections.cost", "It is dear.")]
    assert other_differences(data, other) == ("cost_class",) and other_differences(data, data) == ()
