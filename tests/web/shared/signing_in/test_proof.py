"""How old a proof may be."""

import time
from typing import Any

import pytest
from django.contrib.sessions.backends.signed_cookies import SessionStore
from django.test import RequestFactory

from seoulution.web.shared.signing_in.proof import is_recent, prove


def asked(**session: float) -> Any:
    request = RequestFactory().get("/")
    request.session = SessionStore()
    request.session.update(session)
    return request


@pytest.mark.parametrize(("minutes", "recent"), [(0, True), (14, True), (16, False), (600, False)])
def test_a_quarter_of_an_hour(minutes: int, recent: bool) -> None:
    assert is_recent(asked(proved_at=time.time() - minutes * 60)) is recent


def test_without_any_proof_nothing_is_recent_and_a_new_one_counts() -> None:
    request = asked()
    assert not is_recent(request)
    prove(request, time.time())
    assert is_recent(request)


def test_a_new_proof_stands_before_the_sign_in() -> None:
    assert not is_recent(asked(started_at=time.time(), proved_at=time.time() - 3600))
