"""Whose account an address is."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from seoulution.apps.accounts.queries import prepared_for

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("addresses", "found"),
    [
        (["Kim@Seoul.example"], True),
        ([" kim@seoul.example "], True),
        ([""], False),
        ([], False),
        (["lee@seoul.example"], False),
    ],
)
def test_the_one_open_account_under_the_address(person: Callable[..., Any], addresses: Sequence[str], found: bool) -> None:
    officer = person("officer")
    officer.email = "kim@seoul.example"
    officer.save()
    assert prepared_for(addresses) == (officer if found else None)


def test_two_accounts_under_one_address_and_a_closed_one_are_nobody(person: Callable[..., Any]) -> None:
    for name in ("one", "two"):
        user = person("officer", name=name)
        user.email = "kim@seoul.example"
        user.save()
    assert prepared_for(["kim@seoul.example"]) is None
    user.is_active = False
    user.save()
    assert prepared_for(["kim@seoul.example"]).username == "one"  # type: ignore[union-attr]
