"""A city's page: figures with their boundary, gaps with whom to ask."""

import pytest
from django.test import Client

from seoulution.apps.cities.models import City
from seoulution.apps.cities.queries import observation_rows
from seoulution.web.public.city import population_chart

pytestmark = pytest.mark.django_db


def test_population_lines_of_different_boundaries_are_not_joined():
    city = City.objects.get(code="metro-manila")
    chart = population_chart(observation_rows(city), "Metro Manila")
    assert "Urban agglomeration" in chart and "City proper" in chart


def test_a_place_without_a_series_has_no_chart():
    city = City.objects.get(code="pulau-muara-besar")
    assert population_chart(observation_rows(city), "PMB") == ""


def test_what_the_briefing_printed_stands_beside_what_is_right(client: Client):
    page = client.get("/cities/hue/").content.decode()
    assert "후예" in page and "후에" in page


def test_a_figure_of_the_country_wears_a_badge(client: Client):
    assert "Country figure" in client.get("/cities/metro-manila/").content.decode()


def test_gaps_say_who_could_tell(client: Client):
    assert "Who could tell" in client.get("/cities/metro-manila/").content.decode()
