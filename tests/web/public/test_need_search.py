"""What was typed into the one box, understood in memory."""

from datetime import date

import pytest
from django.test import Client

from seoulution.apps.demand.models import SharingRequest
from seoulution.web.public.need_search import MOST_CHARACTERS, search_for

pytestmark = pytest.mark.django_db


TODAY = date(2026, 11, 22)


def test_searching_keeps_nothing(client: Client):
    before = SharingRequest.objects.count()
    client.get("/", {"need": "our buses are slow"})
    assert SharingRequest.objects.count() == before


@pytest.mark.parametrize("written", ["", "  ", "\x00\x0b"])
def test_nothing_asked_is_no_search(written: str):
    assert search_for(written, today=TODAY) is None


def test_at_most_five_solutions_for_a_need_and_each_with_reasons():
    search = search_for("Our buses are slow and we lose half of our water.", today=TODAY)
    assert search is not None and len(search.needs) >= 1
    for need in search.needs:
        assert 0 < len(need.offers) <= 5 and all(found.reasons for found in need.offers)


def test_words_that_name_no_subject_are_never_called_a_fit():
    search = search_for("We want to win the next world cup in football", today=TODAY)
    assert search is not None and all(need.none_fits for need in search.needs)


def test_only_the_beginning_of_a_long_text_is_read():
    search = search_for("water leaks " * 1000, today=TODAY)
    assert search is not None and search.cut and len(search.asked) <= MOST_CHARACTERS
