"""A moment as a Korean reader expects it, on pages and in papers."""

from datetime import date, datetime, time

import pytest
from django.utils.formats import date_format, time_format
from django.utils.translation import override

MOMENTS = {
    datetime(2014, 3, 1, 2, 2): "오전 2:02",
    datetime(2014, 3, 1, 14, 2): "오후 2:02",
    datetime(2014, 3, 1): "오전 12:00",
}


@pytest.mark.parametrize(("moment", "clock"), MOMENTS.items())
def test_morning_and_afternoon_stand_before_the_hour(moment: datetime, clock: str) -> None:
    with override("ko"):
        assert date_format(moment, "DATETIME_FORMAT") == f"2014년 3월 1일 {clock}"
        assert time_format(moment.time(), "TIME_FORMAT") == clock


def test_a_short_date_has_the_points_of_official_papers_and_never_breaks() -> None:
    with override("ko"):
        assert date_format(date(2014, 3, 1), "SHORT_DATE_FORMAT") == "2014.\xa03.\xa01."
        assert date_format(datetime(2014, 3, 1, 14, 2), "SHORT_DATETIME_FORMAT") == "2014.\xa03.\xa01. 14:02"


def test_the_rest_is_djangos() -> None:
    with override("ko"):
        assert date_format(date(2014, 3, 1), "DATE_FORMAT") == "2014년 3월 1일"
        assert date_format(date(2014, 3, 1), "YEAR_MONTH_FORMAT") == "2014년 3월"
        assert time_format(time(0, 5), "TIME_FORMAT") == "오전 12:05"
