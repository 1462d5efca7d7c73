"""A word from the city."""

import uuid

import pytest
from django.test import Client
from tests.web.city_portal.holding import asked, holder

from seoulution.apps.accounts.models import User
from seoulution.apps.demand.models import Message
from seoulution.apps.demand.services import say

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer(person) -> User:
    return person("officer")


def test_answering_counts_as_having_read(officer: User):
    row, token = asked()
    say(row, text="Which district is worst?", by=officer)
    client = holder(token)
    answer = client.post("/c/message/", {"text": "The old town.", "submission": str(uuid.uuid4())})
    assert answer.status_code == 302 and answer["Location"] == "/c/"
    theirs = Message.objects.get(from_city=True)
    assert theirs.text == "The old town." and theirs.author is None
    assert Message.objects.get(from_city=False).read_at is not None
    assert "The office’s turn" in client.get("/c/").content.decode()


def test_a_message_sent_twice_is_kept_once():
    _row, token = asked()
    client, key = holder(token), str(uuid.uuid4())
    for _ in range(2):
        assert client.post("/c/message/", {"text": "Once.", "submission": key}).status_code == 302
    assert Message.objects.count() == 1


@pytest.mark.parametrize(("text", "said"), [("", "empty"), (" \n", "empty"), ("\x00\x0b", "empty"), ("x" * 10_001, "too long")])
def test_a_message_that_cannot_be_kept_is_said_and_stays(text: str, said: str):
    _row, token = asked()
    answer = holder(token).post("/c/message/", {"text": text, "submission": str(uuid.uuid4())})
    assert answer.status_code == 422 and said in answer.content.decode()
    assert Message.objects.count() == 0
    assert text.strip("\x00\x0b \n") in answer.content.decode()


def test_a_correction_of_a_need_is_a_message_that_names_it():
    row, token = asked()
    need = row.needs.first()
    holder(token).post("/c/message/", {"text": "It is the sewers.", "need": need.pk})
    kept = Message.objects.get()
    assert need.text in kept.text and "It is the sewers." in kept.text
    need.refresh_from_db()
    assert need.revision == 1


def test_a_need_of_another_city_is_not_quoted():
    row, _other = asked(text="Zyxwv: our sewers overflow when it rains.")
    _mine, token = asked(city_as_written="Jakarta")
    holder(token).post("/c/message/", {"text": "hello", "need": row.needs.first().pk})
    assert Message.objects.get().text == "hello"


@pytest.mark.parametrize("need", ["", "abc", "-1", "9" * 40, "\x00", "1; DROP"])
def test_odd_values_of_the_hidden_fields_are_harmless(need: str):
    _row, token = asked()
    assert holder(token).post("/c/message/", {"text": "hello", "need": need, "figure": need}).status_code == 302
    assert Message.objects.get().text == "hello"


def test_a_figure_can_be_corrected():
    _row, token = asked()
    client = holder(token)
    assert 'value="population"' in client.get("/c/").content.decode()
    client.post("/c/message/", {"text": "8.2 million in 2019, census", "figure": "population"})
    assert "Population" in Message.objects.get().text


def test_a_message_without_its_token_is_refused():
    _row, token = asked()
    client = Client(enforce_csrf_checks=True)
    client.get(f"/c/{token}/")
    assert client.post("/c/message/", {"text": "hello"}).status_code == 403
