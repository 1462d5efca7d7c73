from hypothesis import given
from hypothesis import strategies as st

from seoulution.drawing.charts.scale import Scale, bounds, ticks, year_ticks

AMOUNTS = st.floats(-1e9, 1e9, allow_nan=False)


@given(AMOUNTS, st.floats(1e-3, 1e9))
def test_ticks_enclose_the_values_in_a_handful_of_steps(low: float, span: float) -> None:
    found = ticks(low, low + span)
    slack = 1e-6 * (abs(low) + span)
    assert found[0] <= low + slack and found[-1] >= low + span - slack
    assert 2 <= len(found) <= 9


def test_ticks_are_round() -> None:
    assert ticks(0, 88) == [0, 25, 50, 75, 100]
    assert ticks(5, 5) == [5, 7.5, 10] or len(ticks(5, 5)) >= 2


def test_the_axis_begins_at_zero_unless_change_would_not_be_seen() -> None:
    assert bounds([60, 88]) == (0.0, 88)
    assert bounds([95, 99]) == (95, 99)
    assert bounds([-3, 5]) == (-3, 5)


def test_a_scale_without_extent_puts_its_value_in_the_middle() -> None:
    assert Scale(5, 5, 0, 10).at(5) == 5


@given(st.integers(1900, 2000), st.integers(1, 120), st.integers(2, 12))
def test_years_under_an_axis_fit_the_room(first: int, span: int, room: int) -> None:
    years = year_ticks(first, first + span, room)
    assert 1 <= len(years) <= max(room, 2)
    assert all(first <= year <= first + span for year in years)
