"""A service refuses by itself."""

import pytest
from django.core.exceptions import PermissionDenied

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.rights import PersonRefused, required
from seoulution.apps.accounts.roles import Permission
from seoulution.engine.findings import Finding


def test_one_of_the_permissions_is_enough() -> None:
    required(User(role="analyst"), Permission.WORK_REQUESTS, Permission.EDIT_CITY_FIGURES)
    with pytest.raises(PermissionDenied):
        required(User(role="analyst"), Permission.WORK_REQUESTS)


def test_a_closed_account_may_nothing() -> None:
    with pytest.raises(PermissionDenied):
        required(User(role="manager", is_active=False), Permission.WORK_REQUESTS)


def test_a_refusal_names_all_that_stands_in_the_way() -> None:
    refused = PersonRefused([Finding("access.own-account"), Finding("access.reason-missing")])
    assert str(refused) == "access.own-account; access.reason-missing" and len(refused.findings) == 2
