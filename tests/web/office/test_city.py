"""The city workspace."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]


def page(client: Client, code: str = "metro-manila", query: str = "") -> str:
    response: Any = client.get(reverse("office:city", args=[code]) + query)
    assert response.status_code == 200
    return str(response.content.decode())


def test_every_figure_carries_its_source_and_a_country_figure_its_badge(signed_in_as: SignIn) -> None:
    text = page(signed_in_as("officer"))
    shown = text.count('class="figure"')
    assert shown > 20
    assert text.count('class="source-mark"') == shown
    assert "Country figure" in text
    assert "World Urbanization Prospects" in text


def test_gaps_name_who_could_fill_them(signed_in_as: SignIn) -> None:
    text = page(signed_in_as("officer"))
    assert "What is the average monthly wage in Metro Manila?" in text
    assert reverse("office:agency", args=["kotra"]) in text


def test_requests_are_shown_to_those_who_see_requests_and_no_person_is_named(signed_in_as: SignIn) -> None:
    assert reverse("office:request", args=["metro-manila-2013"]) in page(signed_in_as("analyst"))


def test_a_city_without_figures_says_so(signed_in_as: SignIn) -> None:
    from seoulution.apps.cities.models import City

    bare = City.objects.filter(observations=None, is_provider=False).first()
    assert bare is not None
    text = page(signed_in_as("officer"), bare.code)
    assert "Gaps, and who could fill them" in text


def test_the_page_costs_a_fixed_number_of_queries(
    signed_in_as: SignIn, django_assert_max_num_queries: Callable[..., Any]
) -> None:
    client = signed_in_as("manager")
    with django_assert_max_num_queries(24):
        page(client)
