"""Funds, and whether one fits."""

from collections.abc import Callable

import pytest
from django.test import Client
from tests.web.office.reading import rows_of, text_of

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]


def test_funds_open_to_any_sector_are_found_in_each(signed_in_as: SignIn) -> None:
    client = signed_in_as("officer")
    water = {row[0] for row in rows_of(client, "office:funds", "&sector=water")}
    everything = {row[0]: row[6] for row in rows_of(client, "office:funds")}
    assert {code for code, sectors in everything.items() if sectors == "any"} <= water


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
