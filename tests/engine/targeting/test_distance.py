"""Distances on the sphere."""

import pytest

from seoulution.engine.targeting.distance import EARTH_RADIUS_KM, kilometres


def test_a_quarter_of_the_equator_is_a_quarter_of_the_circumference() -> None:
    assert kilometres(0, 0, 0, 90) == pytest.approx(EARTH_RADIUS_KM * 3.14159265 / 2, rel=1e-6)


def test_it_is_the_same_both_ways_and_nothing_to_oneself() -> None:
    assert kilometres(37.57, 126.98, 14.6, 120.98) == pytest.approx(kilometres(14.6, 120.98, 37.57, 126.98))
    assert kilometres(37.57, 126.98, 37.57, 126.98) == 0


def test_it_crosses_the_date_line_the_short_way() -> None:
    assert kilometres(0, 179, 0, -179) == pytest.approx(2 * 3.14159265 / 180 * EARTH_RADIUS_KM, rel=1e-6)
