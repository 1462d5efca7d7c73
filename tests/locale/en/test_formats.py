"""A moment as readers of any country understand it in English."""

from datetime import date, datetime

import pytest
from django import forms
from django.utils.formats import date_format, time_format
from django.utils.translation import override

MOMENT = datetime(2014, 3, 4, 14, 2)


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("DATE_FORMAT", "4 March 2014"),
        ("DATETIME_FORMAT", "4 March 2014, 14:02"),
        ("YEAR_MONTH_FORMAT", "March 2014"),
        ("MONTH_DAY_FORMAT", "4 March"),
        ("SHORT_DATE_FORMAT", "4\xa0Mar\xa02014"),
        ("SHORT_DATETIME_FORMAT", "4\xa0Mar\xa02014, 14:02"),
    ],
)
def test_no_form_can_be_read_as_another_day(name: str, written: str) -> None:
    with override("en"):
        assert date_format(MOMENT, name) == written


def test_the_clock_has_24_hours() -> None:
    with override("en"):
        assert time_format(MOMENT.time(), "TIME_FORMAT") == "14:02"


@pytest.mark.parametrize("language", ["en", "ko"])
def test_a_date_field_still_reads_what_browsers_send(language: str) -> None:
    with override(language):
        assert forms.DateField().clean("2014-03-04") == date(2014, 3, 4)


def test_other_languages_keep_djangos_way() -> None:
    with override("es"):
        assert date_format(MOMENT, "DATE_FORMAT") == "4 de marzo de 2014"
