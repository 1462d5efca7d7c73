"""The own page: what a person changes about the own account, and what ends by it."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from tests.web.shared.signing_in.devices_at_hand import PASSWORD

pytestmark = [pytest.mark.django_db, pytest.mark.trust]
Person = Callable[..., Any]
NEW = {"old_password": PASSWORD, "new_password1": "drei gelbe fische", "new_password2": "drei gelbe fische"}
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"


def signed_in(user: Any, agent: str = "", **facts: Any) -> Client:
    client = Client(HTTP_USER_AGENT=agent)
    answer = client.post(reverse("sign_in"), {"username": user.username, "password": PASSWORD}, **facts)
    assert answer.status_code == 302
    return client


def opens(client: Client) -> bool:
    return client.get(reverse("office:today")).status_code == 200


def test_a_new_password_by_the_old_one_ends_every_other_session(person: Person) -> None:
    """T12."""
    officer = person("officer")
    here, elsewhere = signed_in(officer), signed_in(officer)
    assert here.post(reverse("account_password"), {**NEW, "old_password": "wrong"}).status_code == 422
    assert here.post(reverse("account_password"), NEW).status_code == 302
    assert opens(here) and not opens(elsewhere)


def test_the_devices_are_listed_in_words_and_one_is_signed_out(person: Person) -> None:
    officer = person("officer")
    here, phone = signed_in(officer), signed_in(officer, FIREFOX, REMOTE_ADDR="203.0.113.9")
    page = here.get(reverse("account"))
    assert 'Sign out<span class="visually-hidden">: ' in page.content.decode(), "each button says which device"
    other = next(device for device in page.context["devices"] if not device.is_this)
    assert (other.words, other.address) == ("Firefox · Linux", "203.0.113.9")
    here.post(reverse("account_session_end"), {"session": str(other.pk)})
    assert opens(here) and not opens(phone)
    assert [device.is_this for device in here.get(reverse("account")).context["devices"]] == [True]


def test_all_other_devices_are_signed_out_at_once(person: Person) -> None:
    officer = person("officer")
    here, others = signed_in(officer), [signed_in(officer) for _ in range(2)]
    before = here.session.session_key
    here.post(reverse("account_session_end"), {"session": "others"})
    assert opens(here) and here.session.session_key != before
    assert not any(opens(other) for other in others)


def test_nobody_ends_another_persons_session(person: Person) -> None:
    officer, manager = person("officer"), person("manager")
    victim, attacker = signed_in(manager), signed_in(officer)
    theirs = victim.get(reverse("account")).context["devices"][0]
    attacker.post(reverse("account_session_end"), {"session": str(theirs.pk)})
    assert opens(victim)


@pytest.mark.parametrize("written", ["", "x", "9" * 40, "-1", "１２"])
def test_a_session_that_is_not_there_changes_nothing(person: Person, written: str) -> None:
    client = signed_in(person("officer"))
    assert client.post(reverse("account_session_end"), {"session": written}).status_code == 302 and opens(client)


def test_the_language_is_kept_with_the_account_and_on_this_device(person: Person) -> None:
    officer = person("officer")
    client = signed_in(officer)
    answer = client.post(reverse("account_language"), {"language": "ko"})
    officer.refresh_from_db()
    assert officer.language == "ko" and answer.cookies["language"].value == "ko"
    assert client.post(reverse("account_language"), {"language": "xx"}).status_code == 422
