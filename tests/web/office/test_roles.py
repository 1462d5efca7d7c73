"""The printed table says what the code decides."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from seoulution.apps.accounts.role_words import PERMISSION_WORDS
from seoulution.apps.accounts.roles import ROLES, Permission

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("language", ["en", "ko"])
def test_every_right_of_every_role_is_printed(signed_in_as: Callable[[str], Client], language: str) -> None:
    client = signed_in_as("officer")
    client.cookies["language"] = language
    rows = {code: given for _words, code, given in client.get(reverse("office:roles")).context["rows"]}
    roles = [role for role in ROLES.values() if role.permissions]
    assert rows == {right.value: [right in role.permissions for role in roles] for right in Permission}
    assert set(PERMISSION_WORDS) >= {right.value for right in Permission}
