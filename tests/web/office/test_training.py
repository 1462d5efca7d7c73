"""Courses, and what is said of people who are not on record."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from tests.web.office.pages import dead_anchors, page, rows_of

from seoulution.apps.training.models import TrainingCourse

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(signed_in_as: Callable[[str], Client]) -> Client:
    return signed_in_as("officer")


def test_every_course_is_shown_with_host_and_solutions(office: Client) -> None:
    html = page(office, "office:training")
    assert not dead_anchors(html)
    for row in TrainingCourse.objects.filter(withdrawn_on=None).select_related("host"):
        assert f'id="{row.code}"' in html
        assert reverse("office:agency", args=[row.host.code]) in html
    assert reverse("public:solution", args=["bus-reform"]) in html


def test_filters_hold_for_the_download(office: Client) -> None:
    rows = rows_of(office, "office:training", "?sector=water")
    assert [row["Code"] for row in rows] == ["water-policy"]
    assert "223" in rows[0]["Figures"]
    hosted = rows_of(office, "office:training", "?host=wego")
    assert {row["Host"] for row in hosted} == {"World e-Governments Organization of Cities and Local Governments"}


def test_words_are_sought_in_the_text_too(office: Client) -> None:
    assert [row["Code"] for row in rows_of(office, "office:training", "?q=Guangzhou")] == ["metropolis-miti"]


def test_what_is_not_on_record_is_said_with_how_to_begin(office: Client) -> None:
    html = page(office, "office:training")
    for words in ("No cohort is on record", "No alumnus is on record", "No expert is on record"):
        assert words in html


def test_no_query_breaks_the_page(office: Client) -> None:
    for query in ("?q=%00", "?host=x&sector=y&page=-3", "?download=geojson"):
        assert office.get(reverse("office:training") + query).status_code in (200, 404)


def test_the_page_costs_few_queries(office: Client, django_assert_max_num_queries: Callable[[int], object]) -> None:
    with django_assert_max_num_queries(14):  # type: ignore[attr-defined]
        office.get(reverse("office:training"))
