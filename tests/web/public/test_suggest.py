"""Options while somebody types."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


def test_options_begin_with_what_was_typed(client: Client):
    page = client.get("/solutions/suggest/", {"q": "유수"})
    assert '<option value="유수율">' in page.content.decode()
    assert "private" in page["Cache-Control"]


def test_the_reader_gets_terms_of_the_own_language(client: Client):
    assert "agua" in client.get("/solutions/suggest/", {"q": "agua no fac"}).content.decode()


@pytest.mark.parametrize("typed", ["", "<script>", "a" * 5000, "%_"])
def test_nothing_is_offered_for_nothing_and_hostile_text_is_escaped(client: Client, typed: str):
    page = client.get("/solutions/suggest/", {"q": typed})
    assert page.status_code == 200 and b"<script>" not in page.content
