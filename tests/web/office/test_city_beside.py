"""The city beside Seoul."""

import re
from collections.abc import Callable

import pytest
from django.test import Client
from tests.web.office.reading import text_of

pytestmark = pytest.mark.django_db
CITY, MANILA = "office:city", ("metro-manila",)
SignIn = Callable[[str], Client]


def test_the_year_it_resembles_opens_the_comparison_and_another_year_can_be_laid_beside(signed_in_as: SignIn) -> None:
    client = signed_in_as("officer")
    own = text_of(client, CITY, args=MANILA)
    verdict = re.search(r"about where Seoul stood in (\d{4})", own)
    assert verdict is not None
    assert 'name="year" min="' in own
    assert f"with Seoul in {verdict[1]}" in own
    other = text_of(client, CITY, "?year=1970", MANILA)
    assert "with Seoul in 1970" in other
    assert "You have laid Seoul’s year 1970 beside the city" in other
    assert f"about where Seoul stood in {verdict[1]}" in other


@pytest.mark.parametrize("query", ["?year=1200", "?year=9999", "?year=٤٤٤٤", "?as_of=1900", "?indicator=nothing", "?year=%00"])
def test_no_year_breaks_it(signed_in_as: SignIn, query: str) -> None:
    text_of(signed_in_as("officer"), CITY, query, MANILA)


def test_another_indicator_is_drawn_and_an_unknown_one_is_not(signed_in_as: SignIn) -> None:
    client = signed_in_as("officer")
    assert '<option value="gdp-per-head" selected>' in text_of(client, CITY, "?indicator=gdp-per-head", MANILA)
    assert '<option value="population" selected>' in text_of(client, CITY, "?indicator=area", MANILA)


def test_only_what_was_known_by_a_year_is_compared(signed_in_as: SignIn) -> None:
    today = text_of(signed_in_as("officer"), CITY, "", MANILA)
    then = text_of(signed_in_as("manager"), CITY, "?as_of=1990", MANILA)
    assert re.findall(r"about where Seoul stood in (\d{4})", today) != re.findall(r"about where Seoul stood in (\d{4})", then)
