"""Where a text stands in words, and every action open or explained."""

from collections.abc import Callable
from typing import Any

import pytest
from tests.web.bureaus.writing import revised, waterworker

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.catalogue.services.editorial import open_draft
from seoulution.engine.catalogue.editorial import EditorialAction, EditorialState, actions_in
from seoulution.web.shared.component_values import StepState
from seoulution.web.shared.editorial.track import choices_of, next_words, state_track

pytestmark = pytest.mark.django_db


def test_every_state_is_on_the_track_and_says_what_is_next() -> None:
    row = PolicySolution.objects.get(code="revenue-water")
    for state in EditorialState:
        row.state = state
        steps = state_track(row)
        assert [step.state for step in steps].count(StepState.CURRENT) == 1
        assert next_words(row)
    row.state = EditorialState.PUBLISHED
    assert any("1" in step.note for step in state_track(row))


def test_each_action_of_the_state_is_open_or_says_what_stops_it(person: Callable[..., Any]) -> None:
    writer, manager = waterworker(person, "writer"), person("manager")
    row = revised(writer)
    draft = open_draft(row)
    for user in (writer, manager, person("analyst")):
        choices = choices_of(row, draft, user)
        assert [choice.action for choice in choices] == list(actions_in(EditorialState(row.state)))
        assert all(choice.is_open != bool(choice.stops) for choice in choices)
    opened = {choice.action for choice in choices_of(row, draft, writer) if choice.is_open}
    assert opened == {EditorialAction.SUBMIT, EditorialAction.DISCARD}
