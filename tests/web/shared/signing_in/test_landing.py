"""Each role begins at its own desk."""

import pytest

from seoulution.apps.accounts.models import User
from seoulution.web.shared.signing_in.landing import landing


@pytest.mark.parametrize(("role", "address"), [("officer", "/office/"), ("owner", "/bureau/"), ("partner", "/partner/"), ("translator", "/translations/"), ("public", "/")])  # fmt: skip
def test_the_first_desk_the_role_opens(role: str, address: str) -> None:
    assert landing(User(username=role, role=role)) == address


def test_a_closed_account_begins_where_everybody_does() -> None:
    assert landing(User(username="x", role="manager", is_active=False)) == "/"
