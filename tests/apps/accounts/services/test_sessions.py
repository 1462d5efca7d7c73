"""Sessions end without being looked for."""

from collections.abc import Callable
from typing import Any

import pytest

from seoulution.apps.accounts.services.sessions import end_all_sessions, end_session

pytestmark = [pytest.mark.django_db, pytest.mark.trust]


def test_a_new_round_changes_what_every_session_is_checked_against(person: Callable[..., Any]) -> None:
    officer = person("officer")
    before = officer.get_session_auth_hash()
    end_all_sessions(officer)
    assert officer.session_round == 1 and officer.get_session_auth_hash() != before


def test_a_new_round_is_no_change_of_the_account_worth_a_line_of_history(person: Callable[..., Any]) -> None:
    officer = person("officer")
    lines = officer.events.count()
    end_all_sessions(officer)
    assert officer.events.count() == lines


def test_a_session_that_is_not_there_cannot_end(person: Callable[..., Any]) -> None:
    assert not end_session(person("officer"), 999_999_999)
