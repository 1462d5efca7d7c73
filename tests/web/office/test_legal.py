"""Legal routes."""

from collections.abc import Callable
from itertools import product

import pytest
from django.test import Client
from tests.web.office.reading import text_of

from seoulution.engine.vocabulary import Activity, MoneyFlow, Party

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]


def test_a_for_profit_tender_of_city_hall_has_no_basis_and_the_lawful_ways_are_named(signed_in_as: SignIn) -> None:
    page = text_of(signed_in_as("officer"), "office:legal", "?actor=city_hall&activity=tender&money_flow=for_profit")
    assert "has no legal basis" in page
    assert "This does not mean that a ban" in page
    assert "A municipal corporation in a consortium with private firms becomes the contracting party" in page
    assert "지방자치법" in page


def test_every_route_is_answered(signed_in_as: SignIn) -> None:
    client = signed_in_as("officer")
    for actor, flow in product((Party.CITY_HALL, Party.PARTNER_CITY), MoneyFlow):
        for activity in (Activity.ADVICE, Activity.EQUITY):
            page = text_of(client, "office:legal", f"?actor={actor}&activity={activity}&money_flow={flow}")
            assert "This supports a decision and does not take it" in page


def test_an_unfinished_route_asks_for_the_rest(signed_in_as: SignIn) -> None:
    assert "Choose all three" in text_of(signed_in_as("officer"), "office:legal", "?actor=city_hall")
