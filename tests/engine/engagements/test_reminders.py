"""Reminders: each kind has its days, comes once a step, and says what it counts from."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seoulution.engine.engagements.reminders import REMINDERS, Matter, ReminderKind, key_of, reminders, step_of
from seoulution.engine.findings import Severity

TODAY = date(2026, 11, 29)
KINDS = st.sampled_from(ReminderKind)
DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))


def test_every_kind_has_its_rule_and_every_code_names_its_kind() -> None:
    assert set(REMINDERS) == set(ReminderKind)
    assert {rule.code for rule in REMINDERS.values()} == {f"reminder.{kind.value}" for kind in ReminderKind}


@pytest.mark.parametrize(
    ("kind", "days", "step"),
    [
        (ReminderKind.NOTHING_LATELY, 59, None),
        (ReminderKind.NOTHING_LATELY, 60, 0),
        (ReminderKind.NOTHING_LATELY, 89, 0),
        (ReminderKind.NOTHING_LATELY, 90, 1),
        (ReminderKind.NEVER_CONTACTED, 13, None),
        (ReminderKind.NEVER_CONTACTED, 14, 0),
        (ReminderKind.PROMISE_DUE, -15, None),
        (ReminderKind.PROMISE_DUE, -14, 0),
        (ReminderKind.PROMISE_DUE, -3, 1),
        (ReminderKind.PROMISE_DUE, 0, 1),
        (ReminderKind.PROMISE_DUE, 1, None),
        (ReminderKind.PROMISE_OVERDUE, 0, None),
        (ReminderKind.PROMISE_OVERDUE, 1, 0),
        (ReminderKind.PROMISE_OVERDUE, 8, 1),
        (ReminderKind.CONTACT_NEAR, -4, None),
        (ReminderKind.CONTACT_NEAR, 0, 0),
        (ReminderKind.PAPER_WAITING, 3, 0),
        (ReminderKind.PAPER_WAITING, 6, 1),
        (ReminderKind.REFERRAL_UNANSWERED, 1, 0),
        (ReminderKind.GATE_WAITING, 30, 0),
    ],
)
def test_each_reminder_comes_on_its_day(kind: ReminderKind, days: int, step: int | None) -> None:
    assert step_of(kind, TODAY - timedelta(days=days), TODAY) == step


def test_a_finding_says_what_how_long_and_which_reminder_it_is() -> None:
    (found,) = reminders([Matter(ReminderKind.NOTHING_LATELY, "hanoi-metro", date(2026, 8, 1), {"city": "hanoi"})], TODAY)
    assert (found.code, found.severity, found.subject) == ("reminder.nothing-lately", Severity.WARNING, "hanoi-metro")
    assert dict(found.parameters) == {"city": "hanoi", "on": "2026-08-01", "days": "120", "step": "2"}


def test_a_moved_day_is_a_new_thing_to_be_told() -> None:
    (before,) = reminders([Matter(ReminderKind.TASK_OVERDUE, "7", date(2026, 11, 20))], TODAY)
    (after,) = reminders([Matter(ReminderKind.TASK_OVERDUE, "7", date(2026, 11, 21))], TODAY)
    assert key_of(before) != key_of(after)


@given(KINDS, DAYS, DAYS)
def test_steps_never_go_back_as_days_pass(kind: ReminderKind, day: date, today: date) -> None:
    now, tomorrow = step_of(kind, day, today), step_of(kind, day, today + timedelta(days=1))
    if now is None or tomorrow is None:
        assert now is None or REMINDERS[kind].last is not None
    else:
        assert tomorrow - now in (0, 1)


@given(KINDS, DAYS, st.integers(0, 400))
def test_a_key_is_told_on_no_two_separate_stretches_of_days(kind: ReminderKind, day: date, length: int) -> None:
    """Whoever runs the job every day tells each key on days in a row: the once-only mark then loses nothing."""
    keys = [
        key_of(found)
        for offset in range(-40, length)
        for found in reminders([Matter(kind, "x", day)], day + timedelta(days=offset))
    ]
    assert len(set(keys)) == sum(1 for before, after in zip(["", *keys], keys, strict=False) if before != after)


@given(st.lists(st.tuples(KINDS, DAYS)), DAYS)
def test_findings_keep_the_order_of_the_matters(given_: list[tuple[ReminderKind, date]], today: date) -> None:
    matters = [Matter(kind, str(number), day) for number, (kind, day) in enumerate(given_)]
    found = [int(finding.subject) for finding in reminders(matters, today)]
    assert found == sorted(found)
