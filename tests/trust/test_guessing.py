"""T14: who guesses learns nothing: the same page, the same status and the same work for a name that exists and one that does not."""

import re
import time
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher
from django.test import Client
from django.urls import reverse

pytestmark = [pytest.mark.django_db, pytest.mark.trust]
Person = Callable[..., Any]


def tried(name: str, password: str = "wrong") -> Any:
    return Client().post(reverse("sign_in"), {"username": name, "password": password})


def same_but_for(answer: Any, name: str) -> str:
    """The page without the name that was typed and the tokens that change each time."""
    text = re.sub(r'(csrfmiddlewaretoken" value|csrf-token" content)="[^"]+"', "", answer.content.decode())
    return text.replace(name, "NAME")


@pytest.mark.parametrize("closed", [False, True])
def test_page_and_status_are_the_same_for_known_unknown_and_closed_accounts(person: Person, closed: bool) -> None:
    officer = person("officer")
    officer.is_active = not closed
    officer.save()
    known, unknown = tried("officer"), tried("nobody-here")
    assert known.status_code == unknown.status_code
    assert same_but_for(known, "officer") == same_but_for(unknown, "nobody-here")


def test_a_password_is_hashed_as_often_for_a_name_that_is_not_there(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    """The work is what takes the time; no clock is asked here."""
    officer = person("officer")
    person("manager")
    officer.is_active = False
    officer.save()
    hashed: list[str] = []
    encode = MD5PasswordHasher.encode

    def counted(self: MD5PasswordHasher, password: str, salt: str) -> str:
        hashed.append(password)
        return encode(self, password, salt)

    monkeypatch.setattr(MD5PasswordHasher, "encode", counted)
    counts = {}
    for name in ("manager", "officer", "nobody-here"):
        hashed.clear()
        tried(name)
        counts[name] = len(hashed)
    assert len(set(counts.values())) == 1 and counts["manager"] >= 1, counts


def test_a_lock_looks_the_same_for_a_name_that_is_not_there(person: Person, settings: Any) -> None:
    settings.AXES_ENABLED = True
    person("officer")
    answers = {name: [tried(name) for _ in range(6)][-1] for name in ("officer", "nobody-here")}
    known, unknown = answers["officer"], answers["nobody-here"]
    assert known.status_code == unknown.status_code == 429
    assert same_but_for(known, "officer") == same_but_for(unknown, "nobody-here")


def test_with_the_real_hasher_the_time_tells_nothing(person: Person, settings: Any) -> None:
    """Within a tenth, by this process's own clock: the quickest of nine in turn. A name that is not there, one that is, and a closed one."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.ScryptPasswordHasher"]
    person("manager")
    closed = person("officer")
    closed.is_active = False
    closed.save()
    names = ("manager", "officer", "nobody-here")
    took: dict[str, list[float]] = {name: [] for name in names}
    for name in names:
        tried(name)
    for _ in range(9):
        for name in names:
            began = time.process_time()
            tried(name)
            took[name].append(time.process_time() - began)
    quickest = [min(times) for times in took.values()]
    assert max(quickest) / min(quickest) < 1.10, took


def test_five_wrong_passwords_from_elsewhere_do_not_lock_the_mayor_out(person: Person, settings: Any) -> None:
    """The lock is for a name with an address, in both directions."""
    settings.AXES_ENABLED = True
    person("officer")
    person("manager")

    def from_there(name: str, password: str, address: str) -> int:
        given = {"username": name, "password": password}
        return Client().post(reverse("sign_in"), given, REMOTE_ADDR=address).status_code

    assert [from_there("officer", "wrong", "203.0.113.9") for _ in range(6)][-1] == 429
    right = "correct horse battery"
    assert from_there("officer", right, "203.0.113.9") == 429, "locked there"
    assert from_there("officer", right, "198.51.100.4") == 302, "and nowhere else"
    assert from_there("manager", right, "203.0.113.9") == 302, "and nobody else"
