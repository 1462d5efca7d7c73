"""Partner places as a list."""

import pytest
from django.test import Client

from seoulution.apps.cities.models import City
from seoulution.apps.engagements.models import Engagement
from seoulution.web.public.cities import PARTS, latest_populations, part_of

pytestmark = pytest.mark.django_db


def _codes(client: Client, **query: str) -> set[str]:
    return {row.code for row, _population in client.get("/cities/", query).context["rows"]}


@pytest.mark.parametrize("name", ["호찌민", "ho chi minh", "HO CHI MINH", "Thành phố Hồ Chí Minh"])
def test_a_place_is_found_by_any_of_its_names(client: Client, name: str):
    assert "ho-chi-minh-city" in _codes(client, q=name)


def test_a_near_miss_is_answered_with_suggestions(client: Client):
    page = client.get("/cities/", {"q": "Jakartaa"})
    assert not page.context["rows"] and b"/cities/jakarta/" in page.content


def test_ties_are_the_forty_two_of_the_papers(client: Client):
    """Both papers: 23 sister and 19 friendship cities."""
    assert len(_codes(client, part="sister")) == 23 and len(_codes(client, part="friendship")) == 19


def test_the_nine_target_cities_are_listed(client: Client):
    """corrections.yaml number 39."""
    assert _codes(client, part="target") == set(City.objects.filter(is_target=True).values_list("code", flat=True))
    assert len(_codes(client, part="target")) == 9


def test_the_provider_is_no_partner(client: Client):
    assert "seoul" not in _codes(client, q="seoul")


def test_every_place_has_a_part_with_words():
    assert all(part_of(row) in PARTS for row in City.objects.prefetch_related("ties"))


def test_the_population_shown_is_one_of_the_place_itself():
    rows = list(City.objects.all())
    for figure in latest_populations(rows).values():
        assert not figure.stands_in and figure.source


def test_neither_count_nor_part_tells_of_a_file_that_visitors_do_not_see(client: Client):
    city = City.objects.filter(withdrawn_on=None, is_provider=False, engagements=None)[0]
    some = Engagement.objects.filter(withdrawn_on=None)[0]
    given = {field: getattr(some, field) for field in ("sector", "stage", "standing", "lead", "activity", "money_flow")}
    Engagement.objects.create(code="secret", name_ko="x", name_en="x", city=city, is_sensitive=True, data={}, **given)
    assert city.code not in _codes(client, part="shared")
    found = client.get("/cities/", {"q": city.name_en}).context["rows"]
    assert [row.engagement_count for row, _population in found if row.code == city.code] == [0]
