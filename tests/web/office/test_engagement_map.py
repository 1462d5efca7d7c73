"""Engagements on the world map."""

from typing import Any

import pytest
from django.test import RequestFactory
from django.urls import reverse

from seoulution.apps.engagements.kept_answers import Listed
from seoulution.apps.engagements.models import Engagement
from seoulution.engine.vocabulary import Stage
from seoulution.web.office.engagement_map import GROUPS, map_context


def shown(rows: Any) -> dict[str, Any]:
    return map_context(RequestFactory().get("/"), Listed.of(rows))


def test_every_stage_has_its_mark() -> None:
    assert set(GROUPS) == set(Stage)


@pytest.mark.django_db
def test_each_place_is_drawn_once_by_its_furthest_stage() -> None:
    rows = Engagement.objects.select_related("city__country")
    world = shown(rows)["world"]
    places = {row.city.code for row in rows if row.city.latitude is not None}
    assert sum(count for _label, _sign, count in world.legend) == len(places)
    assert all(world.svg.count(f'data-place="{code}"') == 1 for code in places)
    assert reverse("office:city", args=["hanoi"]) not in world.svg or "hanoi" in places


@pytest.mark.django_db
def test_an_empty_list_is_an_empty_map() -> None:
    assert shown(Engagement.objects.none())["world"].legend == ()


@pytest.mark.django_db
def test_beneath_the_map_stands_every_row_with_its_place() -> None:
    rows = Engagement.objects.order_by("code")
    found = shown(rows)
    assert [row["code"] for row in found["listed"]] == list(rows.values_list("code", flat=True)) and found[
        "count"
    ] == rows.count()
