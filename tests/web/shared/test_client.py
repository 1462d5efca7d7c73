"""T23: only proxies named in the settings are believed about where a request came from."""

from ipaddress import ip_network
from typing import Any

import pytest
from django.test import RequestFactory

from seoulution.web.shared.client import client_address

PROXIES = (ip_network("10.0.0.0/8"), ip_network("fd00::/8"))
CASES = [
    ("203.0.113.9", "", "203.0.113.9"),
    ("203.0.113.9", "192.0.2.1", "203.0.113.9"),
    ("10.0.0.1", "192.0.2.1", "192.0.2.1"),
    ("10.0.0.1", "6.6.6.6, 192.0.2.1", "192.0.2.1"),
    ("10.0.0.1", "6.6.6.6, 192.0.2.1, 10.0.0.2", "192.0.2.1"),
    ("10.0.0.1", "nonsense", "10.0.0.1"),
    ("10.0.0.1", "192.0.2.1, nonsense", "10.0.0.1"),
    ("10.0.0.1", "", "10.0.0.1"),
    ("fd00::1", "2001:db8::5", "2001:db8::5"),
    ("::ffff:10.0.0.1", "192.0.2.1", "192.0.2.1"),
    ("", "192.0.2.1", None),
]


@pytest.mark.parametrize(("seen", "said", "address"), CASES)
def test_the_nearest_machine_that_is_not_ours(settings: Any, seen: str, said: str, address: str | None) -> None:
    settings.TRUSTED_PROXIES = PROXIES
    request = RequestFactory().get("/", REMOTE_ADDR=seen, HTTP_X_FORWARDED_FOR=said)
    assert client_address(request) == address


def test_by_default_nobody_is_believed() -> None:
    assert client_address(RequestFactory().get("/", REMOTE_ADDR="10.0.0.1", HTTP_X_FORWARDED_FOR="6.6.6.6")) == "10.0.0.1"
