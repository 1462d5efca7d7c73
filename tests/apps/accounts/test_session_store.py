"""A session is read as Django reads it, and an old or unknown one holds nothing."""

from datetime import timedelta

import pytest
from django.contrib.sessions.backends import db
from django.utils import timezone

from seoulution.apps.accounts.session_store import SessionStore

pytestmark = pytest.mark.django_db


def test_it_reads_what_djangos_own_wrote_and_the_other_way_round() -> None:
    written = db.SessionStore()
    written["한글"] = {"a": 1}
    written.save()
    assert dict(SessionStore(written.session_key).items()) == {"한글": {"a": 1}}
    own = SessionStore()
    own["b"] = 2
    own.save()
    assert db.SessionStore(own.session_key)["b"] == 2 == SessionStore(own.session_key)["b"]


def test_one_that_has_run_out_or_is_unknown_holds_nothing_and_gets_a_new_key() -> None:
    old = SessionStore()
    old["a"] = 1
    old.set_expiry(timezone.now() - timedelta(seconds=1))
    old.save()
    for key in (old.session_key, "k" * 32):
        read = SessionStore(key)
        assert not list(read.items()) and read.session_key is None
        read["c"] = 3
        read.save()
        assert read.session_key not in (None, key)
