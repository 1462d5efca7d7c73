"""Places of cooperation on the world map."""

import pytest

from seoulution.apps.cities.models import City
from seoulution.apps.engagements.models import Engagement
from seoulution.engine.vocabulary import Standing
from seoulution.web.shared.place_map import SIGNS, city_map, figure_of, map_of

pytestmark = pytest.mark.django_db


def test_every_standing_has_its_own_sign():
    assert {standing for standing, _shape, _paint in SIGNS} == set(Standing)
    assert len({(shape, paint) for _standing, shape, paint in SIGNS}) == len(SIGNS)


def test_a_place_with_several_engagements_is_one_marker_leading_to_its_page():
    rows = list(Engagement.objects.select_related("city__country"))
    svg = map_of(rows, title="Map").svg
    assert svg.count('data-place="ho-chi-minh-city"') == 1 and 'href="/cities/ho-chi-minh-city/"' in svg


def test_the_papers_map_has_words_and_no_links():
    figure = figure_of(list(Engagement.objects.select_related("city__country")), title="Map")
    assert "Hue" in figure.alternative and "href" not in figure.svg


def test_a_place_stands_beside_the_provider():
    world = city_map(City.objects.get(code="hanoi"), City.objects.get(is_provider=True), title="Map")
    assert world is not None and ">Seoul</text>" in world.svg
