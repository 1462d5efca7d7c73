"""Pages that put a rule to work: legal routes, gates, funds, target cities."""

import re
from collections.abc import Callable
from itertools import product
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from seoulution.engine.engagements.course import STAGES
from seoulution.engine.engagements.stages import gate_of
from seoulution.engine.targeting.criteria import TargetCriterion
from seoulution.engine.vocabulary import Activity, MoneyFlow, Party, Stage
from seoulution.web.office.engagement_gate import ASKS, gate_lines
from seoulution.web.office.targets import field_of

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]


def text_of(client: Client, name: str, query: str = "", args: tuple[str, ...] = ()) -> str:
    response: Any = client.get(reverse(name, args=args) + query)
    assert response.status_code == 200
    return str(response.content.decode())


def test_a_for_profit_tender_of_city_hall_has_no_basis_and_the_lawful_ways_are_named(signed_in_as: SignIn) -> None:
    page = text_of(signed_in_as("officer"), "office:legal", "?actor=city_hall&activity=tender&money_flow=for_profit")
    assert "has no legal basis" in page
    assert "This does not mean that a ban" in page
    assert "A municipal corporation such as Seoul Metro bids and signs." in page
    assert "지방자치법" in page


def test_every_route_is_answered(signed_in_as: SignIn) -> None:
    client = signed_in_as("officer")
    for actor, flow in product((Party.CITY_HALL, Party.PARTNER_CITY), MoneyFlow):
        for activity in (Activity.ADVICE, Activity.EQUITY):
            page = text_of(client, "office:legal", f"?actor={actor}&activity={activity}&money_flow={flow}")
            assert "This supports a decision and does not take it" in page


def test_an_unfinished_route_asks_for_the_rest(signed_in_as: SignIn) -> None:
    assert "Choose all three" in text_of(signed_in_as("officer"), "office:legal", "?actor=city_hall")


def test_every_check_of_every_gate_has_words() -> None:
    for stage in Stage:
        assert {check.__qualname__.split(".", 1)[0] for check in gate_of(stage)} <= set(ASKS)
        assert len(gate_lines(stage, None)) == len(gate_of(stage))


def test_the_stages_page_is_written_from_the_table(signed_in_as: SignIn) -> None:
    page = text_of(signed_in_as("officer"), "office:stages")
    for stage, rule in STAGES.items():
        assert f'id="{stage}"' in page
        assert page.count("On file:") == sum(len(each.documents) for each in STAGES.values()), rule


def test_a_fund_answers_with_every_finding(signed_in_as: SignIn) -> None:
    client = signed_in_as("officer")
    page = text_of(client, "office:fund", "?sector=transport&stage=exchange&country=PH", ("e-asia",))
    assert "The fund does not work in this sector (Transport)" in page
    assert "The fund does not pay for this stage (Exchange between cities)" in page
    assert "The terms are of 2014" in page
    assert "does not fit the terms" in page
    assert "does not fit the terms" not in text_of(client, "office:fund", "", ("e-asia",))


def test_an_unknown_country_is_said_in_the_form(signed_in_as: SignIn) -> None:
    page = text_of(signed_in_as("officer"), "office:fund", "?sector=transport&stage=consulting&country=ZZ", ("e-asia",))
    assert "field--error" in page


def test_weights_in_the_address_change_the_ranking_and_the_same_address_gives_the_same_page(signed_in_as: SignIn) -> None:
    client = signed_in_as("officer")
    near = "?" + "&".join(f"{field_of(each)}={10 if each is TargetCriterion.PROXIMITY else 0}" for each in TargetCriterion)
    assert order_of(text_of(client, "office:targets", near))[0] == "Metro Manila"
    ties = "?" + "&".join(f"{field_of(each)}={10 if each is TargetCriterion.AFFINITY else 0}" for each in TargetCriterion)
    assert set(order_of(text_of(client, "office:targets", ties))[:3]) == {"Bangkok", "Hanoi", "Jakarta"}
    assert order_of(text_of(client, "office:targets")) == order_of(text_of(client, "office:targets"))


def order_of(page: str) -> list[str]:
    cards = re.findall(r'card__kicker">Place \d+</p><h3 class="card__title"><a [^>]*>([^<]+)', page)
    assert len(cards) == 9
    return cards


@pytest.mark.parametrize("weight", ["-5", "nan", "inf", "1e400", "x", "", "%00"])
def test_no_weight_breaks_the_ranking(signed_in_as: SignIn, weight: str) -> None:
    order_of(text_of(signed_in_as("officer"), "office:targets", f"?w_proximity={weight}&w_openness={weight}"))


def test_what_is_missing_is_named_for_each_city(signed_in_as: SignIn) -> None:
    page = text_of(signed_in_as("officer"), "office:targets")
    assert "Missing" in page
    assert "below 5 of them it counts as missing" in page
