"""Promises: due, overdue, kept."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from seoulution.engine.engagements.promises import SOON_DAYS, Promise, PromiseState, promise_findings, state_of
from seoulution.engine.findings import Severity

TODAY = date(2014, 6, 1)
DAYS = st.dates(date(2012, 1, 1), date(2016, 1, 1))


def promised(**told: date | None) -> Promise:
    return Promise("reply", made_on=date(2014, 1, 1), **told)


def test_a_promise_is_not_overdue_on_the_day_it_is_due() -> None:
    assert state_of(promised(due_on=TODAY), TODAY) is PromiseState.DUE_SOON
    assert state_of(promised(due_on=TODAY), TODAY + timedelta(days=1)) is PromiseState.OVERDUE


def test_two_weeks_before_it_is_due_a_promise_asks_for_attention() -> None:
    assert state_of(promised(due_on=TODAY + timedelta(days=SOON_DAYS)), TODAY) is PromiseState.DUE_SOON
    assert state_of(promised(due_on=TODAY + timedelta(days=SOON_DAYS + 1)), TODAY) is PromiseState.OPEN


def test_a_promise_kept_after_its_day_was_kept_late() -> None:
    assert state_of(promised(due_on=TODAY, kept_on=TODAY), TODAY) is PromiseState.KEPT
    assert state_of(promised(due_on=TODAY, kept_on=TODAY + timedelta(days=1)), TODAY) is PromiseState.KEPT_LATE


def test_a_promise_without_a_day_is_named_and_never_overdue() -> None:
    assert state_of(promised(), date(2030, 1, 1)) is PromiseState.UNDATED


def test_the_longest_overdue_comes_first_and_the_undated_last() -> None:
    promises = (
        Promise("undated", TODAY),
        Promise("a-week-over", TODAY, due_on=TODAY - timedelta(days=7)),
        Promise("a-month-over", TODAY, due_on=TODAY - timedelta(days=30)),
        Promise("kept", TODAY, due_on=TODAY, kept_on=TODAY),
    )
    found = promise_findings(promises, TODAY)
    assert [finding.subject for finding in found] == ["a-month-over", "a-week-over", "undated"]
    assert found[0].severity is Severity.BLOCKING
    assert found[0].parameters["days"] == "30"


@given(DAYS, st.none() | DAYS, DAYS)
def test_a_kept_promise_never_asks_for_anything(made: date, due: date | None, kept: date) -> None:
    assert promise_findings((Promise("p", made, due_on=due, kept_on=kept),), TODAY) == ()


@given(DAYS, DAYS, DAYS)
def test_a_released_promise_is_never_overdue(made: date, due: date, released: date) -> None:
    assert state_of(Promise("p", made, due_on=due, released_on=released), date(2030, 1, 1)) is PromiseState.RELEASED
