"""A search in a visitor's words as the page shows it."""

from datetime import date

import pytest
from django.test import Client
from django.utils import translation

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.demand.models import SharingRequest
from seoulution.web.public.need_search import search_for, shown

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 28)


def cards(written: str):
    asked = search_for(written)
    assert asked is not None
    rows = {row.code: row for row in PolicySolution.objects.select_related("owner")}
    return shown(asked, rows, asked.found, TODAY)


def test_searching_keeps_nothing(client: Client):
    before = SharingRequest.objects.count()
    client.get("/solutions/", {"q": "our buses are slow"})
    assert SharingRequest.objects.count() == before


@pytest.mark.parametrize("written", ["", "  ", "\x00\x0b"])
def test_nothing_asked_is_no_search(written: str):
    assert search_for(written) is None


def test_every_card_says_why_it_stands_there():
    found = cards("We lose half of our water through leaks in old pipes.")
    assert found[0].solution.code == "revenue-water"
    assert all(card.reasons for card in found)
    assert any("same subject" in reason for reason in found[0].reasons)


def test_words_that_stand_in_the_solution_are_named():
    reasons = " ".join(cards("누수를 줄이고 유수율을 높이고 싶다")[0].reasons)
    assert "유수율" in reasons


def test_a_name_is_said_to_be_a_name():
    assert "Your words name it." in cards("TOPIS")[0].reasons


def test_of_several_needs_each_card_says_which_it_answers():
    found = cards("Our buses are slow. We lose half of our water through leaks.")
    assert {card.need for card in found[:3]} >= {"Our buses are slow.", "We lose half of our water through leaks."}
    assert all(card.need == "" for card in cards("water leaks"))


def test_what_is_weak_is_said_to_be_weak():
    assert all(card.weak for card in cards("We want to win the next world cup in football"))


def test_reasons_are_in_the_readers_language():
    with translation.override("ko"):
        assert any("유수율" in reason or "누수" in reason for reason in cards("water leaks")[0].reasons)


def test_a_solution_that_is_gone_meanwhile_is_left_out():
    asked = search_for("water leaks")
    assert asked is not None and shown(asked, {}, asked.found, TODAY) == []
