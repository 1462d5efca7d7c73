"""T13: before much hangs on the next step, an older sign-in is confirmed."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from tests.web.shared.signing_in.devices_at_hand import PASSWORD, begun, code_of, with_device

pytestmark = [pytest.mark.django_db, pytest.mark.trust]
Person = Callable[..., Any]
START = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)


def signed_in(user: Any) -> Client:
    client = Client()
    client.post(reverse("sign_in"), {"username": user.username, "password": PASSWORD})
    assert client.get(reverse("account")).status_code == 200
    return client


def test_within_a_quarter_of_an_hour_nothing_is_asked(person: Person) -> None:
    with time_machine.travel(START, tick=False) as clock:
        client = signed_in(person("officer"))
        clock.shift(timedelta(minutes=14))
        assert client.get(reverse("account_second_factor")).status_code == 200


def test_later_the_password_is_asked_and_leads_back(person: Person) -> None:
    with time_machine.travel(START, tick=False) as clock:
        client = signed_in(person("officer"))
        clock.shift(timedelta(minutes=16))
        asked = client.get(reverse("account_second_factor"))
        assert asked.headers["Location"] == "/account/confirm/?next=%2Faccount%2Fsecond-factor%2F"
        wrong = client.post(asked.headers["Location"], {"proof": "wrong", "next": "/account/second-factor/"})
        assert wrong.status_code == 422 and client.get(reverse("account_second_factor")).status_code == 302
        right = client.post(asked.headers["Location"], {"proof": PASSWORD, "next": "/account/second-factor/"})
        assert right.headers["Location"] == "/account/second-factor/"
        assert client.get(reverse("account_second_factor")).status_code == 200


def test_who_has_a_device_confirms_by_its_code_and_not_by_password(person: Person) -> None:
    officer = person("officer")
    with time_machine.travel(START, tick=False) as clock:
        secret, _codes = with_device(officer)
        client = begun(officer)
        client.post(reverse("mfa_authenticate"), {"code": code_of(secret)})
        clock.shift(timedelta(minutes=20))
        assert client.post(reverse("account_confirm"), {"proof": PASSWORD}).status_code == 422
        assert client.post(reverse("account_confirm"), {"proof": code_of(secret)}).status_code == 302


@pytest.mark.parametrize("name", ["account_second_factor_remove", "account_recovery_codes"])
def test_a_form_sent_too_late_does_nothing_and_leads_back_to_its_page(person: Person, name: str) -> None:
    with time_machine.travel(START, tick=False) as clock:
        client = signed_in(person("officer"))
        clock.shift(timedelta(minutes=16))
        answer = client.post(reverse(name), HTTP_REFERER="http://testserver/account/?x=1")
        assert answer.headers["Location"] == "/account/confirm/?next=%2Faccount%2F"


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example/", "javascript:alert(1)", ""])
def test_confirming_never_leads_to_another_site(person: Person, elsewhere: str) -> None:
    answer = signed_in(person("officer")).post(reverse("account_confirm"), {"proof": PASSWORD, "next": elsewhere})
    assert answer.headers["Location"] == reverse("account")


def test_guessing_here_ends_too(person: Person) -> None:
    client = signed_in(person("officer"))
    statuses = {client.post(reverse("account_confirm"), {"proof": f"wrong {number}"}).status_code for number in range(11)}
    assert statuses == {422, 429}
