"""After the handover: looks, levels and early warnings."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seoulution.engine.engagements.aftercare import (
    SILENT_DAYS,
    TREND_AHEAD_DAYS,
    Check,
    Level,
    LevelState,
    Reading,
    check_findings,
    checks_due,
    level_findings,
    level_state,
    reaches_bound_on,
    warnings,
)

TODAY = date(2026, 11, 22)
DAYS = st.dates(date(2020, 1, 1), TODAY)
VALUES = st.decimals(-1000, 1000, places=2)
READINGS = st.lists(st.builds(Reading, DAYS, VALUES), max_size=8, unique_by=lambda reading: reading.on).map(tuple)


def level(*values: float, bound: float = 90, higher: bool = True, every: int = 30, last: date = TODAY) -> Level:
    days = [last - timedelta(days=every * number) for number in reversed(range(len(values)))]
    readings = tuple(Reading(on, Decimal(str(value))) for on, value in zip(days, values, strict=True))
    return Level("level-1", Decimal(bound), higher, date(2025, 1, 1), readings)


def codes(one: Level) -> list[str]:
    return [finding.code for finding in level_findings(one, TODAY)]


def test_looks_are_due_after_one_three_and_five_years():
    assert checks_due(date(2024, 2, 29)) == ((1, date(2025, 2, 28)), (3, date(2027, 2, 28)), (5, date(2029, 2, 28)))


@given(DAYS)
def test_a_look_is_never_due_before_its_years_are_over_nor_a_week_after(day: date):
    for years, due in checks_due(day):
        assert -1 <= (due - day).days - 365 * years <= 2


@pytest.mark.parametrize(
    ("one", "state"),
    [
        (level(95), LevelState.KEPT),
        (level(90), LevelState.KEPT),
        (level(89.9), LevelState.MISSED),
        (level(5, bound=6, higher=False), LevelState.KEPT),
        (level(7, bound=6, higher=False), LevelState.MISSED),
        (level(), LevelState.NO_READING),
        (level(95, last=TODAY - timedelta(days=SILENT_DAYS + 1)), LevelState.NO_READING),
    ],
)
def test_a_level_stands_by_its_latest_reading_and_the_bound_is_still_kept(one: Level, state: LevelState):
    assert level_state(one, TODAY) is state


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (level(95, 96, 97, 98), []),
        (level(95, 89), ["aftercare.missed"]),
        (level(95, 89, 88), ["aftercare.missed-in-a-row"]),
        (level(89, 88, 95), []),
        (level(98, 96, 94, 92), ["aftercare.nears-the-bound"]),
        (level(98, 96, 94), []),
        (level(98.3, 98.2, 98.1, 98), []),
        (level(2, 3, 4, 5, bound=6, higher=False), ["aftercare.nears-the-bound"]),
        (level(95, last=TODAY - timedelta(days=SILENT_DAYS)), []),
        (level(95, last=TODAY - timedelta(days=SILENT_DAYS + 1)), ["aftercare.no-reading"]),
        (level(), ["aftercare.no-reading"]),
    ],
)
def test_what_warns_early(one: Level, said: list[str]):
    assert codes(one) == said


def test_the_day_is_where_a_straight_line_reaches_the_bound():
    """Two points a month from 92 to the bound of 90: one month on."""
    assert reaches_bound_on(level(98, 96, 94, 92), TODAY) == TODAY + timedelta(days=30)


@given(READINGS, VALUES, st.booleans())
def test_the_bound_is_reached_within_a_year_or_not_said(readings: tuple[Reading, ...], bound: Decimal, higher: bool):
    reaches = reaches_bound_on(Level("l", bound, higher, date(2020, 1, 1), readings), TODAY)
    if reaches is not None:
        assert max(reading.on for reading in readings) <= reaches <= TODAY + timedelta(days=TREND_AHEAD_DAYS)


@given(READINGS, VALUES)
def test_turning_the_scale_round_changes_no_warning(readings: tuple[Reading, ...], bound: Decimal):
    one = Level("l", bound, True, date(2020, 1, 1), readings)
    turned = Level("l", -bound, False, date(2020, 1, 1), tuple(Reading(each.on, -each.value) for each in readings))
    assert level_findings(one, TODAY) == level_findings(turned, TODAY) and level_state(one, TODAY) is level_state(turned, TODAY)


@given(READINGS, VALUES, st.randoms())
def test_the_order_of_readings_does_not_matter(readings: tuple[Reading, ...], bound: Decimal, chance: object):
    mixed = list(readings)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    straight, shuffled = (Level("l", bound, True, date(2020, 1, 1), tuple(each)) for each in (readings, mixed))
    assert level_findings(straight, TODAY) == level_findings(shuffled, TODAY)


@given(READINGS, VALUES)
def test_an_ended_level_warns_of_nothing(readings: tuple[Reading, ...], bound: Decimal):
    assert level_findings(Level("l", bound, True, date(2020, 1, 1), readings, TODAY), TODAY) == ()


def test_a_look_is_overdue_from_the_day_after_until_it_is_done():
    waiting = Check("check-1", 1, TODAY)
    assert check_findings([waiting], TODAY) == ()
    assert [each.code for each in check_findings([waiting], TODAY + timedelta(days=1))] == ["aftercare.check-overdue"]
    assert check_findings([Check("check-1", 1, TODAY, TODAY, True)], TODAY + timedelta(days=99)) == ()


def test_what_was_not_sound_warns_until_a_later_look_finds_it_sound():
    first, later = (
        Check("check-1", 1, date(2024, 1, 1), date(2024, 1, 3), False),
        Check("check-3", 3, date(2026, 1, 1), date(2026, 1, 3), True),
    )
    assert [each.code for each in check_findings([first], TODAY)] == ["aftercare.not-sound"]
    assert check_findings([first, later], TODAY) == ()


def test_the_gravest_comes_first():
    said = warnings([level(95, 89), level(89, 88)], [Check("check-1", 1, date(2024, 1, 1))], TODAY)
    assert [each.code for each in said] == ["aftercare.missed-in-a-row", "aftercare.missed", "aftercare.check-overdue"]
