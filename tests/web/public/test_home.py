"""The one box, and the programme map below it."""

from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


def test_the_box_leads_to_the_catalogue_where_every_search_is_answered(client: Client):
    page = client.get("/").content.decode()
    assert 'action="/solutions/"' in page and 'name="q"' in page


@pytest.mark.parametrize("text", ["물이 샌다 & more", "", "a" * 5000])
def test_an_old_link_with_a_need_leads_to_its_answer(client: Client, text: str):
    answer = client.get("/", {"need": text})
    assert answer.status_code == 302
    assert parse_qs(urlsplit(answer["Location"]).query).get("q", [""])[0] == text[:2_000]


def test_without_confirmed_results_the_page_says_what_would_stand_there(client: Client):
    assert b"No city has confirmed a result here yet" in client.get("/").content
