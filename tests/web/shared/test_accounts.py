"""Signing in, guessing, choosing a password and a language."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

pytestmark = [pytest.mark.django_db, pytest.mark.trust]
Person = Callable[..., Any]
LANDINGS = {
    "officer": "office:today",
    "manager": "office:today",
    "analyst": "office:today",
    "auditor": "office:today",
    "owner": "bureaus:desk",
    "partner": "partner_portal:desk",
}


def attempt(client: Client, name: str, password: str, address: str = "10.0.0.1") -> Any:
    return client.post(reverse("sign_in"), {"username": name, "password": password}, REMOTE_ADDR=address)


@pytest.fixture
def locking(settings: Any) -> None:
    """The lock-out as it runs outside the tests."""
    settings.AXES_ENABLED = True


@pytest.mark.parametrize(("role", "desk"), LANDINGS.items())
def test_each_role_lands_at_its_own_desk(person: Person, role: str, desk: str) -> None:
    person(role)
    assert attempt(Client(), role, "correct horse battery").headers["Location"] == reverse(desk)


def test_sign_in_leads_back_to_the_page_but_never_to_another_site(person: Person) -> None:
    person("officer")
    wanted = {"username": "officer", "password": "correct horse battery"}
    inside = Client().post(reverse("sign_in") + "?next=/office/requests/", {**wanted, "next": "/office/requests/"})
    assert inside.headers["Location"] == "/office/requests/"
    for elsewhere in ("https://evil.example/", "//evil.example/", "javascript:alert(1)", "/\\evil.example"):
        outside = Client().post(reverse("sign_in"), {**wanted, "next": elsewhere})
        assert outside.headers["Location"] == reverse("office:today"), elsewhere


def test_a_wrong_password_and_an_unknown_name_get_the_same_answer(person: Person) -> None:
    """T14: nobody learns which accounts exist."""
    person("officer")
    wrong, unknown = attempt(Client(), "officer", "wrong"), attempt(Client(), "nobody-of-that-name", "wrong")
    assert wrong.status_code == unknown.status_code == 200

    def said(answer: Any) -> str:
        return str(answer.context["form"].non_field_errors())

    assert said(wrong) == said(unknown) and said(wrong)


def test_a_refused_sign_in_is_told_in_plain_korean(person: Person) -> None:
    person("officer", name="kim")
    client = Client(headers={"accept-language": "ko"})
    answer = client.post("/sign-in/", {"username": "kim", "password": "wrong"})
    assert "사용자 이름 또는 비밀번호가 맞지 않습니다." in answer.content.decode()


@pytest.mark.usefixtures("locking")
def test_five_wrong_passwords_lock_the_pair_of_account_and_address(person: Person) -> None:
    """T14: guessing ends."""
    person("officer")
    answers = [attempt(Client(), "officer", f"wrong {number}").status_code for number in range(6)]
    assert answers[:4] == [200] * 4 and answers[-1] == 429
    assert attempt(Client(), "officer", "correct horse battery").status_code == 429


@pytest.mark.usefixtures("locking")
def test_guessing_from_one_address_never_locks_the_person_out_elsewhere(person: Person) -> None:
    """T14: the lock can't be used against a third person."""
    person("officer")
    person("manager")
    for number in range(6):
        attempt(Client(), "officer", f"wrong {number}", address="203.0.113.9")
    assert attempt(Client(), "officer", "correct horse battery", address="10.0.0.7").status_code == 302
    assert attempt(Client(), "manager", "correct horse battery", address="203.0.113.9").status_code == 302


@pytest.mark.usefixtures("locking")
def test_the_locked_page_says_what_to_do(person: Person) -> None:
    person("officer")
    for number in range(6):
        answer = attempt(Client(), "officer", f"wrong {number}")
    assert answer.status_code == 429 and "shared/locked_out.html" in [template.name for template in answer.templates]


@pytest.mark.parametrize("password", ["short", "12345678901", "password1234", "officer12345"])
def test_weak_passwords_are_refused(person: Person, password: str) -> None:
    officer = person("officer")
    client = Client()
    client.force_login(officer, backend="seoulution.apps.accounts.backend.PersonBackend")
    answer = client.post(reverse("choose_password"), {"new_password1": password, "new_password2": password})
    assert answer.status_code == 422
    officer.refresh_from_db()
    assert officer.check_password("correct horse battery")


def test_no_rule_asks_for_kinds_of_characters(person: Person) -> None:
    """ASVS 6.2.5: length counts, composition does not."""
    officer = person("officer")
    client = Client()
    client.force_login(officer, backend="seoulution.apps.accounts.backend.PersonBackend")
    long_words = "drei gelbe fische schwimmen"
    assert (
        client.post(reverse("choose_password"), {"new_password1": long_words, "new_password2": long_words}).status_code == 302
    )


@pytest.mark.parametrize(("language", "kept"), [("ko", True), ("en", True), ("xx", False), ("", False), ("ko\x00", False)])
def test_only_a_complete_language_is_kept(language: str, kept: bool) -> None:
    answer = Client().post(reverse("set_language"), {"language": language, "next": "/"})
    assert answer.status_code == 302
    assert ("language" in answer.cookies) is kept


@pytest.mark.parametrize("target", ["https://evil.example/", "//evil.example", "javascript:alert(1)", "\\\\evil.example"])
def test_choosing_a_language_never_leads_to_another_site(target: str) -> None:
    assert Client().post(reverse("set_language"), {"language": "ko", "next": target}).headers["Location"] == "/"


def test_signing_out_needs_a_post(person: Person) -> None:
    """A picture on another page must not sign anybody out."""
    client = Client()
    client.force_login(person("officer"), backend="seoulution.apps.accounts.backend.PersonBackend")
    assert client.get(reverse("sign_out")).status_code == 405
    assert client.post(reverse("sign_out")).status_code == 302
