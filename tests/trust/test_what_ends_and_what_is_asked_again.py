"""T12, T13: what ends with a sign-in, with an account and with a change of its guards; and where an older sign-in is confirmed first."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any, Final

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from tests.trust.world import World
from tests.web.shared.signing_in.devices_at_hand import begun, code_of, with_device
from tests.web.shared.test_calendar import issued

pytestmark = [pytest.mark.django_db, pytest.mark.trust]
Person = Callable[..., Any]
PASSWORD: Final = "correct horse battery"
START: Final = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)


def signed_in(user: Any) -> Client:
    client = Client()
    assert client.post(reverse("sign_in"), {"username": user.username, "password": PASSWORD}).status_code == 302
    return client


def opens(client: Client) -> bool:
    return client.get(reverse("office:today")).status_code == 200


# T12: what ends.
def test_setting_up_a_device_ends_every_other_session(person: Person) -> None:
    officer = person("officer")
    here, thief = signed_in(officer), signed_in(officer)
    here.get(reverse("account_second_factor"))
    secret = here.session["second_factor_secret"]
    assert here.post(reverse("account_second_factor"), {"code": code_of(secret)}).status_code == 200
    assert opens(here) and not opens(thief)


def test_taking_the_device_away_ends_every_other_session(person: Person) -> None:
    officer = person("officer")
    secret, codes = with_device(officer)
    here, thief = begun(officer), begun(officer)
    here.post(reverse("mfa_authenticate"), {"code": code_of(secret)})
    thief.post(reverse("mfa_authenticate"), {"code": codes[0]})
    assert opens(here) and opens(thief)
    here.post(reverse("account_second_factor_remove"))
    assert opens(here) and not opens(thief)


@pytest.mark.parametrize("name", ["attachment", "dossier_paper"])
def test_a_download_that_is_open_in_a_tab_ends_with_the_account(world: World, person: Person, name: str) -> None:
    """Each download asks again: an address kept open, or shared, is worth nothing once the account is closed."""
    officer = person("officer", name="leaver")
    page = {"attachment": "office:attachment", "dossier_paper": "office:dossier_download"}[name]
    address = reverse(page, kwargs=dict(world.arguments[name]))
    client = signed_in(officer)
    assert client.get(address).status_code == 200
    officer.is_active = False
    officer.save()
    answer = client.get(address)
    assert answer.status_code == 302 and answer.headers["Location"].startswith("/sign-in/")


def test_the_calendar_address_ends_with_the_account(person: Person) -> None:
    """The one address that opens without signing in."""
    officer = person("officer")
    address = issued(signed_in(officer))
    assert Client().get(address).status_code == 200
    officer.is_active = False
    officer.save()
    assert Client().get(address).status_code == 404


def test_a_one_time_password_from_a_manager_ends_what_the_person_had_open(person: Person) -> None:
    from seoulution.apps.accounts.services import issue_one_time_password

    officer = person("officer")
    client = signed_in(officer)
    assert opens(client)
    issue_one_time_password(officer)
    assert not opens(client)


# T13: what is asked again.
ASKED_AGAIN: Final = {
    "account_second_factor": "",
    "account_second_factor_remove": "",
    "account_recovery_codes": "",
    "office:person_new": "",
    "office:person_change": "person",
    "office:access_records": "",
}
"""Where guards, accounts, roles and the record of readings are changed or taken away."""


@pytest.mark.parametrize("name", ASKED_AGAIN)
@pytest.mark.parametrize("role", ["manager", "auditor"])
def test_an_older_sign_in_is_confirmed_first(world: World, person: Person, name: str, role: str) -> None:
    may = role == ("auditor" if name == "office:access_records" else "manager") or name.startswith("account")
    with time_machine.travel(START, tick=False) as clock:
        client = signed_in(person(role))
        client.get(reverse("account"))
        clock.shift(timedelta(minutes=16))
        address = reverse(name, kwargs=dict(world.arguments[ASKED_AGAIN[name]]))
        answers = [client.post(address, {}), client.get(address)]
    led = [answer.headers.get("Location", "").startswith(reverse("account_confirm")) for answer in answers]
    if may:
        assert led[0] or answers[0].status_code == 405
        assert led[1] or answers[1].status_code == 405
        assert any(led)
    assert not may or all(answer.status_code in (302, 405) for answer in answers)


@pytest.mark.parametrize("role", ["officer", "manager", "owner", "analyst", "translator", "auditor", "partner"])
def test_the_limits_of_a_sign_in_hold_for_every_role(person: Person, role: str) -> None:
    """Thirty minutes without a page, twelve hours in any case; whatever the role."""
    user = person(role)
    for beats, step in ((1, timedelta(minutes=31)), (37, timedelta(minutes=20))):
        with time_machine.travel(START, tick=False) as clock:
            client = signed_in(user)
            assert client.get(reverse("account")).status_code == 200
            for _ in range(beats - 1):
                clock.shift(step)
                client.get(reverse("account"))
            clock.shift(step)
            assert client.get(reverse("account")).status_code == 302 and "_auth_user_id" not in client.session


def test_recovery_codes_are_kept_as_no_one_could_type_them(person: Person) -> None:
    """Only what a code is turned into stands in the database, in no table the code itself."""
    from django.db import connection

    officer = person("officer")
    _secret, codes = with_device(officer)
    with connection.cursor() as cursor:
        cursor.execute("SELECT data::text FROM mfa_authenticator WHERE user_id = %s", [officer.pk])
        kept = " ".join(row for (row,) in cursor.fetchall())
    assert kept and not [code for code in codes if code in kept or code.replace("-", "") in kept]
