"""A manager's verbs: each asks for the right itself, keeps who and why, and ends sessions where rights change."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from tests.web.shared.signing_in.devices_at_hand import with_device

from seoulution.apps.accounts.rights import PersonRefused
from seoulution.apps.accounts.roles import ROLES, Analyst, Officer, Public
from seoulution.apps.accounts.services import people_office as office
from seoulution.apps.accounts.services.second_factor import has_second_factor

pytestmark = [pytest.mark.django_db, pytest.mark.trust]


@pytest.fixture
def manager(person: Callable[..., Any]) -> Any:
    return person("manager")


@pytest.fixture
def officer(person: Callable[..., Any]) -> Any:
    return person("officer")


VERBS: dict[str, Callable[[Any, Any], Any]] = {
    "role": lambda user, by: office.give_role(user, role=Analyst, reason="moved", by=by),
    "close": lambda user, by: office.set_active(user, active=False, reason="left", by=by),
    "address": lambda user, by: office.set_address(user, "new@seoul.example", by=by),
    "password": lambda user, by: office.give_one_time_password(user, reason="locked out", by=by),
    "factor": lambda user, by: office.take_second_factor(user, reason="lost phone", by=by),
    "add": lambda user, by: office.add_person("new", role=Officer, name="N", email="n@seoul.example", by=by),
}


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("role", [code for code in ROLES if code != "manager"])
def test_without_the_right_the_service_itself_refuses(person: Callable[..., Any], officer: Any, verb: str, role: str) -> None:
    """T3."""
    by = person(role, name="somebody")
    with pytest.raises(PermissionDenied):
        VERBS[verb](officer, by)


@pytest.mark.parametrize("verb", ["role", "close", "password", "factor"])
def test_rights_end_all_sessions_and_stand_in_the_history_with_who_and_why(manager: Any, officer: Any, verb: str) -> None:
    """T12."""
    with_device(officer)
    before = officer.get_session_auth_hash()
    VERBS[verb](officer, manager)
    officer.refresh_from_db()
    assert officer.get_session_auth_hash() != before
    if verb in ("role", "close"):
        said = officer.events.select_related("pgh_context").latest("pgh_id").pgh_context.metadata
        assert said["by"] == "manager" and said["reason"] in ("moved", "left")


@pytest.mark.parametrize("verb", ["role", "close", "password", "factor"])
def test_nobody_changes_the_own_rights(manager: Any, verb: str) -> None:
    with pytest.raises(PersonRefused, match=r"access\.own-account"):
        VERBS[verb](manager, manager)


def test_without_a_reason_everything_that_is_missing_is_said_at_once(manager: Any) -> None:
    with pytest.raises(PersonRefused) as refused:
        office.give_role(manager, role=Analyst, reason=" ", by=manager)
    assert [finding.code for finding in refused.value.findings] == ["access.own-account", "access.reason-missing"]


def test_a_new_person_gets_a_one_time_password_and_an_address(manager: Any) -> None:
    user, password = office.add_person("kim", role=Officer, name="Kim", email="Kim@Seoul.example", by=manager)
    assert user.check_password(password) and user.password_is_one_time and user.email == "kim@seoul.example"
    with pytest.raises(PersonRefused, match=r"access\.name-taken"):
        office.add_person("KIM", role=Officer, name="", email="", by=manager)
    with pytest.raises(PersonRefused, match=r"access\.address-taken"):
        office.add_person("lee", role=Officer, name="", email="kim@seoul.example", by=manager)
    with pytest.raises(PersonRefused, match=r"access\.role-unknown"):
        office.add_person("lee", role=Public, name="", email="", by=manager)


def test_a_closed_account_is_opened_again(manager: Any, officer: Any) -> None:
    office.set_active(officer, active=False, reason="left", by=manager)
    office.set_active(officer, active=True, reason="came back", by=manager)
    officer.refresh_from_db()
    assert officer.is_active


def test_a_lost_device_is_taken_away(manager: Any, officer: Any) -> None:
    with_device(officer)
    office.take_second_factor(officer, reason="lost phone", by=manager)
    assert not has_second_factor(officer)


def test_an_address_may_be_kept_or_emptied(manager: Any, officer: Any) -> None:
    office.set_address(officer, "a@seoul.example", by=manager)
    office.set_address(officer, "A@seoul.example", by=manager)
    office.set_address(officer, "", by=manager)
    assert officer.email == ""


def test_an_account_whose_address_another_has_taken_meanwhile_stays_closed(manager: Any, officer: Any, person: Any) -> None:
    office.set_address(officer, "kim@seoul.example", by=manager)
    office.set_active(officer, active=False, reason="left", by=manager)
    office.set_address(person("officer", name="successor"), "kim@seoul.example", by=manager)
    with pytest.raises(PersonRefused) as refused:
        office.set_active(officer, active=True, reason="back", by=manager)
    assert [finding.code for finding in refused.value.findings] == ["access.address-taken"]
