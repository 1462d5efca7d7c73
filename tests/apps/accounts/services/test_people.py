"""A one-time password is only there until its person chooses an own; another role stands in the history."""

from collections.abc import Callable
from typing import Any

import pytest

from seoulution.apps.accounts import services
from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.roles import Manager, Officer

pytestmark = pytest.mark.django_db


def test_a_one_time_password_is_given_anew_until_an_own_one_is_chosen() -> None:
    user, first = services.ensure_person("anna", role=Officer, name="Anna")
    again, second = services.ensure_person("anna", role=Officer)
    assert again == user
    assert first is not None
    assert second is not None
    assert first != second
    again.refresh_from_db()
    assert again.check_password(second)
    assert not again.check_password(first)
    services.choose_password(again, "words of my own")
    same, none = services.ensure_person("anna", role=Officer)
    assert none is None
    assert same.check_password("words of my own")


def test_an_existing_persons_role_and_name_are_not_changed_by_asking_again() -> None:
    services.ensure_person("anna", role=Officer, name="Anna")
    user, _ = services.ensure_person("anna", role=Manager, name="Somebody else")
    assert (user.role, user.first_name) == ("officer", "Anna")


def test_another_role_given_on_purpose_stands_in_the_history_with_who_gave_it(person: Callable[..., Any]) -> None:
    user: User = person("officer")
    assert services.change_role(user, role=Manager, reason="promoted", by="the command line")
    user.refresh_from_db()
    assert user.role == "manager"
    last = user.events.select_related("pgh_context").latest("pgh_id")  # type: ignore[attr-defined]
    assert last.role == "manager"
    assert last.pgh_context.metadata == {"reason": "promoted", "by": "the command line"}


def test_the_same_role_again_changes_nothing(person: Callable[..., Any]) -> None:
    user: User = person("officer")
    before = user.events.count()  # type: ignore[attr-defined]
    assert not services.change_role(user, role=Officer, reason="again", by="the command line")
    assert user.events.count() == before  # type: ignore[attr-defined]


def test_who_is_locked_out_gets_a_one_time_password_and_the_old_one_ends(person: Callable[..., Any]) -> None:
    user: User = person("officer")
    session = user.get_session_auth_hash()
    password = services.issue_one_time_password(user)
    assert user.check_password(password)
    assert not user.check_password("correct horse battery")
    assert user.password_is_one_time
    assert user.get_session_auth_hash() != session


def test_a_one_time_password_has_96_random_bits(person: Callable[..., Any]) -> None:
    """Four groups of three bytes: 4 · 24 = 96."""
    user = person("officer")
    made = {services.issue_one_time_password(user) for _ in range(20)}
    assert len(made) == 20
    assert all([len(group) for group in password.split("-")] == [6, 6, 6, 6] for password in made)
