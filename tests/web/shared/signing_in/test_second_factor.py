"""T13: the second factor is asked at sign-in, set up by showing a right code, and each code opens once."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from tests.web.shared.signing_in.devices_at_hand import begun, code_of, with_device

from seoulution.apps.accounts.services.second_factor import has_second_factor

pytestmark = [pytest.mark.django_db, pytest.mark.trust]
Person = Callable[..., Any]


def opens(client: Client) -> bool:
    return client.get(reverse("office:today")).status_code == 200


def answered(client: Client, code: str) -> Any:
    return client.post(reverse("mfa_authenticate"), {"code": code})


def test_a_password_alone_opens_nothing_where_a_device_is_set_up(person: Person) -> None:
    officer = person("officer")
    secret, _codes = with_device(officer)
    client = begun(officer)
    assert not opens(client)
    assert answered(client, code_of(secret)).headers["Location"] == reverse("office:today")
    assert opens(client)


def test_a_code_seen_over_a_shoulder_opens_nothing_a_second_time(person: Person) -> None:
    officer = person("officer")
    secret, _codes = with_device(officer)
    code = code_of(secret)
    assert answered(begun(officer), code).status_code == 302
    thief = begun(officer)
    assert answered(thief, code).status_code == 422 and not opens(thief)
    assert answered(thief, code_of(secret, steps=-1)).status_code == 422, "an earlier one neither"


def test_a_recovery_code_opens_once(person: Person) -> None:
    officer = person("officer")
    _secret, codes = with_device(officer)
    assert answered(begun(officer), codes[3].upper().replace("-", " ")).status_code == 302
    assert answered(begun(officer), codes[3]).status_code == 422
    assert answered(begun(officer), codes[4]).status_code == 302


def test_the_page_someone_wanted_is_reached_after_the_code(person: Person) -> None:
    officer = person("officer")
    secret, _codes = with_device(officer)
    client = Client()
    client.post(
        reverse("sign_in"), {"username": "officer", "password": "correct horse battery", "next": reverse("office:requests")}
    )
    assert answered(client, code_of(secret)).headers["Location"] == reverse("office:requests")


def test_ten_wrong_codes_pause_this_account_from_this_address_only(person: Person) -> None:
    officer = person("officer")
    secret, _codes = with_device(officer)
    guesser = begun(officer)
    statuses = [answered(guesser, "000000").status_code for _ in range(11)]
    assert statuses == [422] * 10 + [429]
    elsewhere = begun(officer)
    assert elsewhere.post(reverse("mfa_authenticate"), {"code": code_of(secret)}, REMOTE_ADDR="203.0.113.5").status_code == 302


def test_without_a_password_before_there_is_nothing_to_finish(person: Person) -> None:
    assert Client().get(reverse("mfa_authenticate")).status_code == 400
    assert answered(Client(), "123456").status_code == 400


def test_a_device_is_kept_once_it_has_shown_a_right_code(person: Person, signed_in_as: Callable[[str], Client]) -> None:
    client = signed_in_as("officer")
    page = client.get(reverse("account_second_factor"))
    secret = re.sub(r"\s", "", re.findall(r'<code translate="no">([A-Z2-7 ]+)</code>', page.content.decode())[0])
    assert b"data:image/svg+xml;base64," in page.content
    assert client.post(reverse("account_second_factor"), {"code": "000000"}).status_code == 422
    done = client.post(reverse("account_second_factor"), {"code": code_of(secret)})
    shown = re.findall(r"<code>([0-9a-f-]{24})</code>", done.content.decode())
    assert done.status_code == 200 and len(shown) == len(set(shown)) == 10
    assert opens(client), "the session that set it up goes on"
    assert shown[0].encode() not in client.get(reverse("account")).content, "codes are shown once"


def test_taking_it_away_asks_for_nothing_at_the_next_sign_in(person: Person) -> None:
    officer = person("officer")
    secret, _codes = with_device(officer)
    client = begun(officer)
    answered(client, code_of(secret))
    assert client.post(reverse("account_second_factor_remove")).status_code == 302
    assert not has_second_factor(officer) and opens(client)


def test_new_recovery_codes_end_the_old_ones(person: Person) -> None:
    officer = person("officer")
    _secret, codes = with_device(officer)
    client = begun(officer)
    answered(client, codes[0])
    assert client.post(reverse("account_recovery_codes")).status_code == 200
    assert answered(begun(officer), codes[1]).status_code == 422


def test_recovery_codes_without_a_device_lead_to_setting_one_up(signed_in_as: Callable[[str], Client]) -> None:
    answer = signed_in_as("officer").post(reverse("account_recovery_codes"))
    assert answer.headers["Location"] == reverse("account_second_factor")


@pytest.mark.parametrize(("role", "asked"), [("officer", True), ("manager", True), ("auditor", True), ("analyst", True), ("owner", False), ("partner", False)])  # fmt: skip
def test_where_the_settings_ask_for_it_the_office_opens_after_setting_it_up(
    person: Person, settings: Any, role: str, asked: bool
) -> None:
    """Production: nothing of the office before, everything after."""
    settings.SECOND_FACTOR_REQUIRED = True
    user, client = person(role), Client()
    client.post(reverse("sign_in"), {"username": role, "password": "correct horse battery"})
    led = client.get(reverse("office:today" if asked else "public:home"))
    assert (led.headers.get("Location") == reverse("account_second_factor")) is asked
    if asked:
        assert client.get(reverse("account_second_factor")).status_code == 200
        secret, _codes = with_device(user)
        again = begun(user)
        answered(again, code_of(secret))
        assert opens(again)
