"""The receiver's edition for programs."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from tests.apps.publishing.receiving import observed, receivable

from seoulution.apps.catalogue.models import Claim
from seoulution.apps.cities.models import City

pytestmark = pytest.mark.django_db


def got(client: Client, path: str, status: int = 200) -> Any:
    answer = client.get(f"/api/solutions/{path}")
    assert answer.status_code == status
    return answer.json()


def test_the_edition_says_level_conditions_costs_steps_and_receivers(client: Client) -> None:
    row, city = receivable(), City.objects.get(code="bangkok")
    observed(city, "water-metered-share", 95, "%")
    observed(city, "water-hours", 6, "h/day")
    found = got(client, "revenue-water/for/bangkok")
    assert found["level"] == {"fits": 2, "sure": 2, "unless": [], "against": []}
    assert found["next_level"] == {"level": 3, "change": ["night-pressure"], "find_out": []}
    assert sorted(one["code"] for one in found["conditions"]) == sorted(one.code for one in row.record.conditions)
    meters = next(one for one in found["conditions"] if one["code"] == "meters")
    assert meters["state"] == "met" and float(meters["figure"]["value"]) == 95 and meters["figure"]["source"]
    pipes = next(one for one in found["costs"] if one["claim"] == "pipe-cost-2013")
    assert [(one["currency"], one["rate_year"]) for one in pipes["converted"]] == [("USD", 2013), ("THB", 2013)]
    assert len(found["first_steps"]) == 3 and found["receivers"]


def test_a_withheld_claim_comes_without_its_value(client: Client) -> None:
    Claim.objects.filter(solution__code="revenue-water", code="pipe-cost-2013").update(
        valid_until=date.today() - timedelta(days=1)
    )
    pipes = next(one for one in got(client, "revenue-water/for/bangkok")["costs"] if one["claim"] == "pipe-cost-2013")
    assert pipes["figure"] is None and pipes["converted"] == []


def test_unknown_codes_are_answered_with_where_to_look(client: Client) -> None:
    assert "/api/solutions" in got(client, "none/for/hanoi", 404)["detail"]
    assert "/api/cities" in got(client, "revenue-water/for/seoul", 404)["detail"]
