"""Correcting what was put on record wrongly."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from tests.apps.engagements.services.files import TODAY, last_context, opened, told

from seoulution.apps.demand.services import StaleEdit
from seoulution.apps.engagements.models import AftercareCheck, Engagement, StageSpell
from seoulution.apps.engagements.queries import facts_of
from seoulution.apps.engagements.services import course
from seoulution.apps.engagements.services import spell_corrections as services
from seoulution.apps.engagements.services.aftercare_checks import record_check
from seoulution.apps.engagements.services.rights import NotAllowed, ReasonMissing
from seoulution.apps.engagements.services.spells import enter
from seoulution.engine.vocabulary import Stage

pytestmark = pytest.mark.django_db
Person = Callable[..., Any]


@pytest.fixture
def manager(person: Person) -> Any:
    return person("manager")


@pytest.fixture
def row(manager: Any) -> Engagement:
    return opened(manager)


def finished(row: Engagement, by: Any) -> StageSpell:
    course.finish(row, stage=Stage.EXCHANGE, reason="over", seen_revision=row.revision, by=by, today=TODAY)
    return row.spells.get()


def days(spell: StageSpell, by: Any, first: date, last: date | None, **changes: Any) -> StageSpell:
    revision = Engagement.objects.get(pk=spell.engagement_id).revision
    given = {"reason": "the minutes say so", "seen_revision": revision, **changes}
    return services.correct_days(spell, entered_on=first, left_on=last, by=by, today=TODAY, **given)


def strike(spell: StageSpell, by: Any, **changes: Any) -> Engagement:
    revision = Engagement.objects.get(pk=spell.engagement_id).revision
    return services.strike(spell, by=by, today=TODAY, **{"reason": "entered by mistake", "seen_revision": revision, **changes})


def test_days_are_corrected_with_a_reason(row: Engagement, manager: Any) -> None:
    spell = days(finished(row, manager), manager, TODAY - timedelta(days=9), TODAY - timedelta(days=2))
    assert (spell.entered_on, spell.left_on) == (date(2026, 11, 13), date(2026, 11, 20))
    assert last_context("StageSpell", spell.pk) == {"reason": "the minutes say so", "by": "manager"}


@pytest.mark.parametrize(
    ("first", "last", "code"),
    [
        (TODAY, TODAY - timedelta(days=1), "stage.ends-before-it-begins"),
        (TODAY, TODAY + timedelta(days=1), "stage.day-ahead"),
        (TODAY, None, "stage.last-day-only-when-over"),
    ],
)
def test_days_that_cannot_be_are_refused(row: Engagement, manager: Any, first: date, last: date | None, code: str) -> None:
    with pytest.raises(NotAllowed) as refused:
        days(finished(row, manager), manager, first, last)
    assert code in {finding.code for finding in refused.value.findings}


def test_a_struck_stage_stays_to_be_seen_and_counts_for_nothing(row: Engagement, manager: Any) -> None:
    spell = finished(row, manager)
    course.begin(row, stage=Stage.EXCHANGE, reason="again", seen_revision=2, by=manager, today=TODAY)
    changed = strike(spell, manager)
    spell.refresh_from_db()
    assert (spell.outcome, spell.leaving_reason) == ("struck", "entered by mistake")
    assert facts_of(changed, today=TODAY).done == frozenset()
    with pytest.raises(NotAllowed) as refused:
        strike(spell, manager)
    assert [finding.code for finding in refused.value.findings] == ["stage.struck-already"]


def test_the_present_stage_goes_back_to_what_is_left(row: Engagement, manager: Any) -> None:
    spell = finished(row, manager)
    wrong = StageSpell.objects.create(engagement=row, stage="training", entered_on=TODAY, reason="wrong file")
    Engagement.objects.filter(pk=row.pk).update(stage="training")
    changed = strike(wrong, manager)
    assert (changed.stage, changed.standing) == (spell.stage, "under_review")


def test_the_only_stage_and_the_documents_own_are_not_struck(row: Engagement, manager: Any) -> None:
    with pytest.raises(NotAllowed) as refused:
        strike(row.spells.get(), manager)
    assert [finding.code for finding in refused.value.findings] == ["stage.only-spell"]
    of_documents = course.break_off(told(), stage=Stage.CONSULTING, reason="x", seen_revision=1, by=manager, today=TODAY)
    with pytest.raises(NotAllowed) as refused:
        strike(of_documents.spells.get(), manager)
    assert [finding.code for finding in refused.value.findings] == ["stage.told-by-documents"]


def test_a_leaving_out_that_was_a_mistake_is_struck_and_the_stage_is_asked_for_again(row: Engagement, manager: Any) -> None:
    course.leave_out(row, stage=Stage.TRAINING, reason="not needed", seen_revision=1, by=manager, today=TODAY)
    changed = strike(row.spells.get(stage="training"), manager)
    assert facts_of(changed, today=TODAY).skipped == {} and changed.stage == "exchange"


def test_corrections_ask_for_right_reason_and_revision(row: Engagement, manager: Any, person: Person) -> None:
    spell = finished(row, manager)
    with pytest.raises(PermissionDenied):
        days(spell, person("officer"), TODAY, TODAY)
    with pytest.raises(ReasonMissing):
        strike(spell, manager, reason=" ")
    with pytest.raises(StaleEdit):
        days(spell, manager, TODAY, TODAY, seen_revision=1)


def _operating(row: Engagement, by: Any) -> StageSpell:
    """In operation since today, with its looks planned."""
    return enter(row, Stage.OPERATION, reason="handed over", by=by, today=TODAY)


def test_looks_move_with_the_day_the_operation_began_and_say_why(row: Engagement, manager: Any) -> None:
    spell = _operating(row, manager)
    first = row.aftercare_checks.get(years=1)
    record_check(first, done_on=TODAY, seen="all runs", is_sound=True, by=manager, today=TODAY)
    AftercareCheck.objects.filter(engagement=row, years=5).update(due_on=date(2030, 1, 1))
    days(spell, manager, date(2025, 3, 1), None)
    assert dict(row.aftercare_checks.values_list("years", "due_on")) == {
        1: first.due_on,
        3: date(2028, 3, 1),
        5: date(2030, 1, 1),
    }
    moved = row.aftercare_checks.get(years=3)
    assert last_context("AftercareCheck", moved.pk) == {"reason": "the minutes say so", "by": "manager"}


def test_days_of_another_stage_move_no_look(row: Engagement, manager: Any) -> None:
    _operating(row, manager)
    before = list(row.aftercare_checks.values_list("years", "due_on"))
    days(row.spells.get(stage="exchange"), manager, date(2025, 3, 1), None)
    assert list(row.aftercare_checks.values_list("years", "due_on")) == before


def test_looks_of_a_beginning_that_was_struck_follow_the_next_one(row: Engagement, manager: Any) -> None:
    strike(_operating(row, manager), manager)
    enter(row, Stage.OPERATION, reason="now truly", by=manager, today=TODAY + timedelta(days=365))
    assert row.aftercare_checks.get(years=1).due_on == date(2028, 11, 22)
