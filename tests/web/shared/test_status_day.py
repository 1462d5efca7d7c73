"""The day a status is asked for."""

from datetime import date

import pytest
from django.test import RequestFactory

from seoulution.engine.provenance import AS_OF_PROGRAMME
from seoulution.web.shared.status_day import day_asked

TODAY = date(2026, 11, 22)


def asked(query: str) -> object:
    return day_asked(RequestFactory().get("/status/" + query), TODAY)


@pytest.mark.parametrize(
    ("query", "on"), [("", TODAY), ("?on=2014-05-31", AS_OF_PROGRAMME), ("?on=2030-01-01", TODAY), ("?on=soon", TODAY)]
)
def test_the_day_is_read_and_never_lies_ahead(query: str, on: date) -> None:
    assert asked(query).on == on  # type: ignore[attr-defined]


def test_steps_keep_the_filters_and_leave_the_page() -> None:
    day = day_asked(RequestFactory().get("/status/?sector=water&page=3&on=2014-05-31"), TODAY)
    assert [(link.href, link.current) for link in day.quick()] == [
        ("?on=2014-05-31&sector=water", True),
        ("?sector=water", False),
    ]
    assert [link.label for link in day.years()][:2] == ["2005", "2006"] and day.years()[-1].href.startswith("?on=2025-12-31")


def test_the_slider_stands_at_the_month_and_before_its_beginning_at_the_beginning() -> None:
    assert (
        day_asked(RequestFactory().get("/?on=2005-03-09"), TODAY).month,
        day_asked(RequestFactory().get("/?on=1999-03-09"), TODAY).month,
    ) == (2, 0)
    assert day_asked(RequestFactory().get("/"), TODAY).months == 21 * 12 + 10
