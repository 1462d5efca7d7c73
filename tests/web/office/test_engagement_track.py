"""The track of stages: what is recorded, and what is taken from the documents."""

from collections.abc import Callable
from typing import Any

import pytest
from tests.apps.engagements.services.files import TODAY, opened, told

from seoulution.apps.engagements.models import Engagement
from seoulution.apps.engagements.queries import facts_of
from seoulution.apps.engagements.services import course
from seoulution.engine.vocabulary import Stage
from seoulution.web.office.engagement_track import track
from seoulution.web.shared.component_values import StageStep, StepState

pytestmark = pytest.mark.django_db
Person = Callable[..., Any]


def steps(row: Engagement) -> dict[Stage, StageStep]:
    return dict(zip(Stage, track(row, facts_of(row, today=TODAY), list(row.spells.all())), strict=True))


def test_what_the_documents_tell_takes_earlier_stages_as_passed() -> None:
    shown = steps(told())
    assert (shown[Stage.CONSULTING].state, shown[Stage.TRAINING].note) == (StepState.CURRENT, "taken as passed")
    assert shown[Stage.FEASIBILITY].state is StepState.AHEAD


def test_a_file_that_people_opened_takes_nothing_as_passed(person: Person) -> None:
    row = opened(person("officer"))
    row.stage = Stage.CONSULTING
    assert steps(row)[Stage.OPPORTUNITY].state is StepState.SKIPPED


def test_each_record_is_shown_as_it_is_with_days_or_reason(person: Person) -> None:
    manager = person("manager")
    row = opened(manager)
    row = course.leave_out(row, stage=Stage.TRAINING, reason="they came last year", seen_revision=1, by=manager, today=TODAY)
    row = course.break_off(row, stage=Stage.EXCHANGE, reason="elections", seen_revision=2, by=manager, today=TODAY)
    shown = steps(row)
    assert (shown[Stage.TRAINING].state, shown[Stage.TRAINING].note) == (StepState.SKIPPED, "left out: they came last year")
    assert shown[Stage.EXCHANGE].state is StepState.BLOCKED and "broken off" in shown[Stage.EXCHANGE].note
    row = course.begin(row, stage=Stage.EXCHANGE, reason="again", seen_revision=3, by=manager, today=TODAY)
    assert steps(row)[Stage.EXCHANGE].state is StepState.CURRENT


def test_stages_side_by_side_are_both_now(person: Person) -> None:
    row = opened(person("officer"))
    row.spells.create(stage="training", entered_on=TODAY, reason="beside")
    assert [step.state for step in steps(row).values()].count(StepState.CURRENT) == 2


def test_a_struck_entry_is_not_on_the_track(person: Person) -> None:
    row = opened(person("officer"))
    row.spells.create(stage="training", entered_on=TODAY, left_on=TODAY, outcome="struck", reason="wrong file")
    assert steps(row)[Stage.TRAINING].state is StepState.AHEAD


def test_nothing_is_ahead_of_an_engagement_that_ended() -> None:
    row = told()
    row.ending = "dormant"
    assert StepState.AHEAD not in {step.state for step in steps(row).values()}
