"""Which city a reader of a solution means."""

import pytest
from django.test import Client

from seoulution.web.public.fit import fit_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["ho-chi-minh-city", "Ho Chi Minh City", "호찌민", "HO CHI MINH CITY"])
def test_a_city_goes_by_its_code_or_any_name(name: str):
    fit = fit_of(name)
    assert fit is not None and fit.city is not None and fit.city.code == "ho-chi-minh-city"


def test_a_near_miss_is_answered_with_suggestions_that_lead_to_editions(client: Client):
    page = client.get("/solutions/revenue-water/", {"city": "Jakarte"})
    assert b"/solutions/revenue-water/for/jakarta/" in page.content


def test_the_box_leads_to_the_edition(client: Client):
    page = client.get("/solutions/revenue-water/").content.decode()
    assert 'action="/solutions/revenue-water/for/"' in page
    named = client.get("/solutions/revenue-water/", {"city": "hanoi"}).content.decode()
    assert "/solutions/revenue-water/for/hanoi/" in named and "Read it as it would be in Hanoi" in named


@pytest.mark.parametrize("name", ["Nowhere at all", "\x00", "🎉", "seoul", "x" * 3000])
def test_a_place_that_cannot_be_compared_is_answered(client: Client, name: str):
    page = client.get("/solutions/revenue-water/", {"city": name})
    assert page.status_code == 200


def test_nothing_asked_is_no_question():
    assert fit_of("  ") is None and fit_of("\x00") is None
