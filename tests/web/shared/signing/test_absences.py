"""The form of absences."""

from collections.abc import Callable
from typing import Any

import pytest

from seoulution.web.shared.signing.absences import SIGNING_ROLES, AbsenceForm

pytestmark = pytest.mark.django_db


def test_only_a_manager_says_who_else_is_away_and_only_who_may_sign_stands_in(person: Callable[..., Any]) -> None:
    officer, manager, auditor = person("officer"), person("manager"), person("auditor")
    own: Any = AbsenceForm(by=officer, audience="office").fields
    assert "user" not in own and set(own["stand_in"].queryset) == {manager}
    anyones: Any = AbsenceForm(by=manager, audience="office").fields
    assert auditor not in anyones["user"].queryset
    assert set(SIGNING_ROLES) == {"officer", "manager", "owner"}
