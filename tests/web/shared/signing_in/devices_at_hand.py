"""A person's device as tests use it: the code that it shows, and a sign-in in two steps."""

import time
from typing import Any

from allauth.mfa.totp.internal.auth import format_hotp_value, generate_totp_secret, hotp_value
from django.test import Client
from django.urls import reverse

from seoulution.apps.accounts.services.second_factor import set_up_second_factor

PASSWORD = "correct horse battery"


def code_of(secret: str, *, steps: int = 0) -> str:
    """What the device shows now, or some steps of thirty seconds from now."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + steps))


def with_device(user: Any) -> tuple[str, list[str]]:
    """Sets a second factor up; the secret, and the recovery codes. The code of the step before was used."""
    secret = generate_totp_secret()
    codes = set_up_second_factor(user, secret=secret, code=code_of(secret, steps=-1))
    assert codes is not None
    return secret, list(codes)


def begun(user: Any) -> Client:
    """The password is given, the code is asked for."""
    client = Client()
    answer = client.post(reverse("sign_in"), {"username": user.username, "password": PASSWORD})
    assert answer.headers["Location"] == reverse("mfa_authenticate")
    return client
