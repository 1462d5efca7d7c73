"""The one box, and the programme map below it."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "text",
    [
        "We lose half of our water through leaking pipes",
        "정수한 물의 절반이 누수로 사라집니다",
        "Perdemos la mitad del agua por fugas en las tuberías",
        "نخسر نصف المياه بسبب تسرب الأنابيب",
    ],
)
def test_a_need_in_the_visitors_words_finds_a_solution_and_says_why(client: Client, text: str):
    page = client.get("/", {"need": text})
    search = page.context["search"]
    offers = [found.offer for need in search.needs for found in need.offers]
    assert "revenue-water" in {offer.solution.code for offer in offers}
    assert all(found.reasons for need in search.needs for found in need.offers)
    assert b"Why it fits" in page.content


@pytest.mark.parametrize("text", ["🎉🎉", "!!! ???", "…"])
def test_without_words_nothing_is_offered_and_it_is_said(client: Client, text: str):
    page = client.get("/", {"need": text})
    assert page.status_code == 200 and b"There are no words" in page.content


def test_what_no_solution_answers_is_said_to_fit_none(client: Client):
    page = client.get("/", {"need": "We want to win the next world cup in football"})
    assert b"None of our solutions clearly answers this" in page.content


@pytest.mark.parametrize(
    "text", ["\x00\x0b", " ", "<script>alert(1)</script>", "a" * 5000, "e" + "\u0301" * 3000, "\u202eleak"]
)
def test_hostile_words_are_answered_calmly(client: Client, text: str):
    page = client.get("/", {"need": text})
    assert page.status_code == 200 and b"<script>alert" not in page.content


def test_a_long_text_says_that_only_its_beginning_was_read(client: Client):
    assert b"Only the beginning was read" in client.get("/", {"need": "water leaks " * 400}).content


def test_without_confirmed_results_the_page_says_what_would_stand_there(client: Client):
    assert b"No city has confirmed a result here yet" in client.get("/").content
