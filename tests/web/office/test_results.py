"""Confirmed results, and apart from them what sources tell."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from tests.web.office.pages import page, rows_of

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.engagements.models import Engagement
from seoulution.apps.outcomes.models import Result
from seoulution.web.office import lists

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(signed_in_as: Callable[[str], Client]) -> Client:
    return signed_in_as("officer")


def _result(**changed: object) -> Result:
    engagement = Engagement.objects.get(code="wellington-fare-card")
    values = {"measure_ko": "이용객", "measure_en": "passengers", "unit": "persons", "actual": 3, "actual_year": 2016}
    return Result.objects.create(engagement=engagement, **{**values, **changed})


def test_without_a_confirmed_result_the_page_says_so(office: Client) -> None:
    assert "No result has been confirmed yet" in page(office, "office:results")


def test_the_programmes_own_word_is_told_apart_from_the_citys(office: Client) -> None:
    _result()
    _result(confirmed_on=date(2017, 3, 1))
    html = page(office, "office:results")
    assert "1 result confirmed by a city" in html
    assert "the programme’s own word" in html
    assert "by the city" in html


def test_what_is_not_known_of_a_result_is_said(office: Client) -> None:
    _result()
    assert page(office, "office:results").count(">not known<") == 2


def test_an_engagement_with_a_result_is_not_asked_for_again(office: Client) -> None:
    name = Engagement.objects.get(code="wellington-fare-card").name_en
    before = page(office, "office:results").split('id="ask"')[1].split('id="home"')[0]
    _result()
    after = page(office, "office:results").split('id="ask"')[1].split('id="home"')[0]
    assert name in before
    assert name not in after


def test_a_long_list_of_whom_to_ask_has_pages_of_its_own(office: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def asked(query: str) -> list[str]:
        return re.findall(r'href="/office/engagements/([^/"]+)/"', _asked(office.get(reverse("office:results") + query)))

    everybody = asked("")
    monkeypatch.setattr(lists, "ROWS_PER_PAGE", 3)
    assert len(everybody) > 6
    assert [asked(f"?ask={number}") for number in (1, 2)] == [everybody[:3], everybody[3:6]]
    assert "?ask=2" in _asked(office.get(reverse("office:results")))


def _asked(response: HttpResponse) -> str:
    return response.content.decode().split('id="ask"')[1].split('id="home"')[0]


def test_every_account_of_the_catalogue_is_listed_and_none_as_confirmed(office: Client) -> None:
    rows = rows_of(office, "office:results")
    assert len(rows) == sum(len(row.record.shared) for row in PolicySolution.objects.filter(withdrawn_on=None))
    assert {row["Confirmed by the city"] for row in rows} == {"no"}


def test_what_happened_after_the_documents_is_marked(office: Client) -> None:
    later = rows_of(office, "office:results", "?time=after")
    assert later
    assert {row["After mid-2014"] for row in later} == {"yes"}
    until = rows_of(office, "office:results", "?time=until")
    assert len(later) + len(until) == len(rows_of(office, "office:results"))


def test_filters_narrow_by_sector_and_words(office: Client) -> None:
    rail = rows_of(office, "office:results", "?sector=urban_rail")
    assert 0 < len(rail) < len(rows_of(office, "office:results"))
    assert {row["Place"] for row in rows_of(office, "office:results", "?q=chanchamayo")} == {"Chanchamayo, Peru"}


def test_nothing_at_home_is_attributed_to_the_programme(office: Client) -> None:
    assert "no jobs or sales are attributed" in page(office, "office:results")


def test_no_query_breaks_the_page(office: Client) -> None:
    for query in ("?q=%00&sector=%00&time=%00", "?page=99999", "?page=zz&download="):
        assert office.get(reverse("office:results") + query).status_code in (200, 404)


def test_the_page_costs_few_queries(office: Client, django_assert_max_num_queries: Callable[[int], object]) -> None:
    with django_assert_max_num_queries(15):  # type: ignore[attr-defined]
        office.get(reverse("office:results"))
