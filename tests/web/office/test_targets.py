"""Target cities with weights in the address."""

import re
from collections.abc import Callable

import pytest
from django.test import Client
from tests.web.office.reading import text_of

from seoulution.engine.targeting.criteria import TargetCriterion
from seoulution.web.office.targets import field_of

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]


def order_of(page: str) -> list[str]:
    cards = re.findall(r'card__kicker">Place \d+</p><h3 class="card__title"><a [^>]*>([^<]+)', page)
    assert len(cards) == 9
    return cards


def test_weights_in_the_address_change_the_ranking_and_the_same_address_gives_the_same_page(signed_in_as: SignIn) -> None:
    client = signed_in_as("officer")
    near = "?" + "&".join(f"{field_of(each)}={10 if each is TargetCriterion.PROXIMITY else 0}" for each in TargetCriterion)
    assert order_of(text_of(client, "office:targets", near))[0] == "Metro Manila"
    ties = "?" + "&".join(f"{field_of(each)}={10 if each is TargetCriterion.AFFINITY else 0}" for each in TargetCriterion)
    assert set(order_of(text_of(client, "office:targets", ties))[:3]) == {"Bangkok", "Hanoi", "Jakarta"}
    assert order_of(text_of(client, "office:targets")) == order_of(text_of(client, "office:targets"))


@pytest.mark.parametrize("weight", ["-5", "nan", "inf", "1e400", "x", "", "%00"])
def test_no_weight_breaks_the_ranking(signed_in_as: SignIn, weight: str) -> None:
    order_of(text_of(signed_in_as("officer"), "office:targets", f"?w_proximity={weight}&w_openness={weight}"))


def test_what_is_missing_is_named_for_each_city(signed_in_as: SignIn) -> None:
    page = text_of(signed_in_as("officer"), "office:targets")
    assert "Missing" in page
    assert "below 5 of them it counts as missing" in page
