"""T12, T13: how long a sign-in lasts, and what a one-time password opens."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

pytestmark = [pytest.mark.django_db, pytest.mark.trust]
START = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
Person = Callable[..., Any]


def opens(client: Client) -> bool:
    """Whether the office is still open to the client."""
    return client.get(reverse("office:today")).status_code == 200


def sign_in(person: Any) -> Client:
    client = Client()
    answer = client.post(reverse("sign_in"), {"username": person.username, "password": "correct horse battery"})
    assert answer.status_code == 302
    return client


def test_a_sign_in_ends_after_thirty_minutes_without_a_page(person: Person) -> None:
    officer = person("officer")
    with time_machine.travel(START, tick=False) as clock:
        client = sign_in(officer)
        assert opens(client)
        clock.shift(timedelta(minutes=29))
        assert opens(client)
        clock.shift(timedelta(minutes=31))
        assert not opens(client)
        assert "_auth_user_id" not in client.session


def test_a_sign_in_ends_after_twelve_hours_even_in_use(person: Person) -> None:
    officer = person("officer")
    with time_machine.travel(START, tick=False) as clock:
        client = sign_in(officer)
        for _ in range(12 * 3):
            assert opens(client)
            clock.shift(timedelta(minutes=20))
        clock.shift(timedelta(minutes=1))
        assert not opens(client)


def test_the_end_leads_to_sign_in_and_back_to_the_page(person: Person) -> None:
    officer = person("officer")
    with time_machine.travel(START, tick=False) as clock:
        client = sign_in(officer)
        assert opens(client)
        clock.shift(timedelta(minutes=45))
        answer = client.get(reverse("office:requests"))
        assert answer.status_code == 302 and answer.headers["Location"] == "/sign-in/?next=/office/requests/"


def test_the_session_key_changes_at_sign_in(person: Person) -> None:
    """T12: a session planted before sign-in is worth nothing after it."""
    officer = person("officer")
    client = Client()
    session = client.session
    session["planted"] = True
    session.save()
    client.cookies["sessionid"] = session.session_key
    before = session.session_key
    client.post(reverse("sign_in"), {"username": officer.username, "password": "correct horse battery"})
    after = client.session.session_key
    assert after and after != before
    thief = Client()
    thief.cookies["sessionid"] = before
    assert not opens(thief)


def test_signing_out_ends_the_session_on_the_server(person: Person) -> None:
    client = sign_in(person("officer"))
    thief = Client()
    thief.cookies["sessionid"] = client.session.session_key
    assert opens(thief)
    client.post(reverse("sign_out"))
    assert not opens(thief)


def test_a_new_password_ends_every_other_session(person: Person) -> None:
    officer = person("officer")
    here, elsewhere = sign_in(officer), sign_in(officer)
    assert opens(elsewhere)
    answer = here.post(
        reverse("choose_password"), {"new_password1": "another horse battery", "new_password2": "another horse battery"}
    )
    assert answer.status_code == 302
    assert opens(here) and not opens(elsewhere)


def test_disabling_an_account_ends_its_sessions(person: Person) -> None:
    officer = person("officer")
    client = sign_in(officer)
    officer.is_active = False
    officer.save()
    assert not opens(client)


def test_a_one_time_password_opens_only_the_page_to_choose_an_own(person: Person) -> None:
    officer = person("officer")
    officer.password_is_one_time = True
    officer.save()
    client = sign_in(officer)
    for name in ("office:today", "office:requests", "ui_components", "health"):
        answer = client.get(reverse(name))
        assert answer.status_code == 302 and answer.headers["Location"] == reverse("choose_password"), name
    assert client.post(reverse("office:request_new"), {"text": "x"}).headers["Location"] == reverse("choose_password")
    assert client.get(reverse("choose_password")).status_code == 200


def test_choosing_a_password_opens_the_rest_and_ends_the_one_time_one(person: Person) -> None:
    officer = person("officer")
    officer.password_is_one_time = True
    officer.save()
    client = sign_in(officer)
    client.post(
        reverse("choose_password"), {"new_password1": "another horse battery", "new_password2": "another horse battery"}
    )
    assert opens(client)
    officer.refresh_from_db()
    assert not officer.password_is_one_time and not officer.check_password("correct horse battery")
