"""Places of cooperation on the world map."""

import pytest

from seoulution.apps.cities.models import City
from seoulution.apps.engagements.models import Engagement
from seoulution.engine.vocabulary import Standing
from seoulution.web.shared import place_map
from seoulution.web.shared.place_map import ENDED, NOT_KNOWN, RANK, SIGNS, PlaceSign, city_map, map_of, map_of_places

pytestmark = pytest.mark.django_db


def test_every_standing_has_its_own_sign():
    assert {standing for standing, _shape, _paint in SIGNS} == set(Standing)
    assert len({(shape, paint) for _standing, shape, paint in SIGNS}) == len(SIGNS)


def test_a_place_with_several_engagements_is_one_marker_leading_to_its_page():
    rows = list(Engagement.objects.select_related("city__country"))
    svg = map_of(rows, title="Map").svg
    assert svg.count('data-place="ho-chi-minh-city"') == 1 and 'href="/cities/ho-chi-minh-city/"' in svg


def test_a_place_stands_beside_the_provider():
    world = city_map(City.objects.get(code="hanoi"), City.objects.get(is_provider=True), title="Map")
    assert world is not None and ">Seoul</text>" in world.svg


def test_what_has_ended_and_what_nobody_knows_come_last_with_signs_of_their_own():
    assert set(RANK) == {*map(str, Standing), ENDED, NOT_KNOWN} and list(RANK)[-2:] == [ENDED, NOT_KNOWN]
    hanoi = City.objects.get(code="hanoi")
    drawn = map_of_places([PlaceSign(hanoi, ENDED, "1 engagement", 1)], title="Map").legend
    assert [(words, count) for words, _sign, count in drawn if count] == [("Ended", 1)]


def test_a_long_list_of_places_is_not_read_out(monkeypatch: pytest.MonkeyPatch):
    places = [PlaceSign(city, "won", "1 engagement", 1) for city in City.objects.exclude(longitude=None)[:9]]
    told = f"<desc>{places[0].city.name_en}: 1 engagement; "
    assert told in map_of_places(places, title="Map").svg
    monkeypatch.setattr(place_map, "SAID", 8)
    svg = map_of_places(places, title="Map").svg
    assert told not in svg and svg.count("data-place=") == len(places)
