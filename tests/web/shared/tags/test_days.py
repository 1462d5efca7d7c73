"""How far off a day is, in words."""

from datetime import UTC, date, datetime

import pytest
from django.utils import translation

from seoulution.web.shared.tags.days import away, day_and_away

TODAY = date(2026, 11, 29)


@pytest.mark.parametrize(
    ("day", "english", "korean"),
    [
        (date(2026, 11, 29), "today", "오늘"),
        (date(2026, 12, 3), "in 4 days", "4일 후"),
        (date(2026, 11, 28), "1 day ago", "1일 전"),
        (date(2026, 12, 20), "in 3 weeks", "3주 후"),
    ],
)
def test_the_distance_reads_as_people_say_it(day: date, english: str, korean: str) -> None:
    with translation.override("en"):
        assert away(day, TODAY) == english
    with translation.override("ko"):
        assert away(day, TODAY) == korean


def test_absolute_and_relative_stand_side_by_side_and_no_day_is_empty() -> None:
    with translation.override("en"):
        shown = day_and_away(datetime(2026, 12, 2, 23, tzinfo=UTC), TODAY)
    assert 'datetime="2026-12-03"' in shown and shown.endswith("in 4 days</span>")
    assert day_and_away(None) == away(None) == ""
