"""Plain words for a cooperation: whose turn it is, and what is wanted."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from tests.apps.engagements.services.files import opened
from tests.apps.publishing.shared import engagement

from seoulution.apps.engagements.queries import facts_of
from seoulution.apps.publishing.models import Proposal, SharedItem
from seoulution.engine.engagements.codes import Agreed
from seoulution.engine.vocabulary import Stage
from seoulution.web.city_portal.engagement_standing import engagement_standing, plain_track
from seoulution.web.shared.component_values import StepState

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 29)
NOTHING = {"unread": (), "to_confirm": (), "said_back": (), "missing": ()}


def test_what_lies_with_the_city_makes_it_the_citys_turn() -> None:
    row = engagement()
    facts = facts_of(row, today=TODAY)
    assert not engagement_standing(row, facts, **NOTHING).city_is_next
    asked = engagement_standing(
        row, facts, **{**NOTHING, "unread": [SharedItem()], "to_confirm": [Agreed.NEED, Agreed.SOLUTION]}
    )
    assert asked.city_is_next and len(asked.wanted) == 3 and asked.next_step == asked.wanted[0]


def test_what_was_sent_lies_with_the_office_and_missing_figures_are_only_a_wish() -> None:
    row = engagement()
    facts = facts_of(row, today=TODAY)
    sent = engagement_standing(row, facts, **{**NOTHING, "said_back": [Proposal(state="waiting")], "missing": ["Population"]})
    assert not sent.city_is_next and "Population" in sent.wanted[0]
    assert sent.next_step != engagement_standing(row, facts, **NOTHING).next_step


def test_an_ended_cooperation_wants_nothing_and_tells_no_reason_of_the_office() -> None:
    row = engagement()
    row.ending, row.ending_reason = "lost", "internal note"
    facts = facts_of(row, today=TODAY)
    ended = engagement_standing(row, facts, **{**NOTHING, "unread": [SharedItem()]})
    assert not ended.city_is_next and not ended.wanted and "internal note" not in ended.state + ended.next_step
    assert [step.note for step in plain_track(row, facts)] == [""] * 8
    assert StepState.BLOCKED in [step.state for step in plain_track(row, facts)]


def test_what_was_never_entered_is_not_told_as_done_and_what_runs_beside_is_under_way(person: Callable[..., Any]) -> None:
    officer = person("officer")
    row = opened(officer, stage=Stage.EXCHANGE)
    row.spells.create(stage=Stage.TRAINING, entered_on=TODAY, reason="beside")
    row.stage = Stage.TRAINING.value
    row.save()
    states = dict(zip(Stage, [step.state for step in plain_track(row, facts_of(row, today=TODAY))], strict=True))
    assert states[Stage.EXCHANGE] is states[Stage.TRAINING] is StepState.CURRENT
    assert states[Stage.OPPORTUNITY] is StepState.SKIPPED and states[Stage.CONSULTING] is StepState.AHEAD
    row.spells.filter(stage=Stage.EXCHANGE).update(outcome="done", left_on=TODAY)
    assert plain_track(row, facts_of(row, today=TODAY))[0].state is StepState.DONE
