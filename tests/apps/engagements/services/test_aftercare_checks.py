"""Looks: planned with the operation, recorded once with what was seen."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from tests.apps.engagements.services.files import TODAY, told

from seoulution.apps.engagements.services import aftercare_checks as services
from seoulution.apps.engagements.services.rights import AlreadyOver, NotAllowed
from seoulution.apps.engagements.services.spells import enter
from seoulution.engine.vocabulary import Stage

pytestmark = pytest.mark.django_db
Person = Callable[..., Any]


def test_operation_plans_its_looks_and_entering_it_again_moves_none(person: Person) -> None:
    row, officer = told(), person("officer")
    enter(row, Stage.CONSULTING, reason="begun", by=officer, today=date(2026, 1, 1))
    assert not row.aftercare_checks.exists()
    enter(row, Stage.OPERATION, reason="handed over", by=officer, today=date(2026, 3, 1))
    services.plan_checks(row, operates_from=TODAY)
    due = [(check.years, check.due_on) for check in row.aftercare_checks.all()]
    assert due == [(1, date(2027, 3, 1)), (3, date(2029, 3, 1)), (5, date(2031, 3, 1))]


def test_an_operation_that_began_earlier_is_planned_once(person: Person) -> None:
    row, officer = told(), person("officer")
    services.plan_from(row, operates_from=date(2024, 1, 1), by=officer, today=TODAY)
    with pytest.raises(NotAllowed):
        services.plan_from(row, operates_from=date(2024, 1, 1), by=officer, today=TODAY)


def test_a_look_is_recorded_once_with_what_was_seen(person: Person) -> None:
    row, officer = told(), person("officer")
    services.plan_checks(row, operates_from=date(2024, 1, 1))
    check = row.aftercare_checks.all()[0]
    given: dict[str, Any] = {"done_on": TODAY, "is_sound": False, "by": officer, "today": TODAY}
    with pytest.raises(NotAllowed):
        services.record_check(check, seen=" ", **given)
    done = services.record_check(check, seen="Two of nine pumps stand still.", **given)
    assert (done.is_sound, done.recorded_by) == (False, officer)
    with pytest.raises(AlreadyOver):
        services.record_check(check, seen="again", **given)
