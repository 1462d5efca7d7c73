"""The manager says who translates into which language."""

from collections.abc import Callable

import pytest
from django.test import Client

from seoulution.apps.accounts.models import User
from seoulution.apps.catalogue.models import TranslatorLanguage

pytestmark = pytest.mark.django_db


def test_a_language_is_granted_and_taken_back(signed_in_as: Callable[[str], Client], person: Callable[..., User]) -> None:
    client, user = signed_in_as("manager"), person("translator")
    assert "translator" in client.get("/translations/people/").content.decode()
    client.post("/translations/people/change/", {"person": user.username, "change": "grant:es"})
    assert list(TranslatorLanguage.objects.values_list("user", "language")) == [(user.pk, "es")]
    assert 'value="revoke:es"' in client.get("/translations/people/").content.decode()
    client.post("/translations/people/change/", {"person": user.username, "change": "revoke:es"})
    assert not TranslatorLanguage.objects.exists()


def test_who_does_not_translate_gets_no_language(signed_in_as: Callable[[str], Client], person: Callable[..., User]) -> None:
    client = signed_in_as("manager")
    person("officer")
    answer = client.post("/translations/people/change/", {"person": "officer", "change": "grant:es"}, follow=True)
    assert "has no role that translates" in answer.content.decode()
    for wrong in ({"person": "nobody", "change": "grant:es"}, {"person": "officer", "change": "grant:ko"}):
        assert client.post("/translations/people/change/", wrong).status_code == 404
