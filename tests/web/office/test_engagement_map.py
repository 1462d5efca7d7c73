"""Engagements on the world map."""

import pytest
from django.urls import reverse

from seoulution.apps.engagements.models import Engagement
from seoulution.engine.vocabulary import Stage
from seoulution.web.office.engagement_map import GROUPS, engagement_map


def test_every_stage_has_its_mark() -> None:
    assert set(GROUPS) == set(Stage)


@pytest.mark.django_db
def test_each_place_is_drawn_once_by_its_furthest_stage() -> None:
    rows = Engagement.objects.select_related("city__country")
    world = engagement_map(rows)
    places = {row.city.code for row in rows if row.city.latitude is not None}
    assert sum(count for _label, _sign, count in world.legend) == len(places)
    assert all(world.svg.count(f'data-place="{code}"') == 1 for code in places)
    assert reverse("office:city", args=["hanoi"]) not in world.svg or "hanoi" in places


@pytest.mark.django_db
def test_an_empty_list_is_an_empty_map() -> None:
    assert engagement_map(Engagement.objects.none()).legend == ()
