"""The index follows a committed change in a thread of its own, and not one that was rolled back."""

import threading

import pytest
from django.db import transaction

from seoulution.apps.matching import upkeep
from seoulution.apps.matching.services import indexing


@pytest.fixture
def laid(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    done = threading.Event()
    monkeypatch.setattr(indexing, "index_passages", lambda: done.set())
    return done


@pytest.mark.django_db(transaction=False)
def test_a_change_that_is_not_committed_lays_nothing(laid: threading.Event) -> None:
    with transaction.atomic():
        upkeep.refresh_in_background()
    assert not laid.wait(0.2)


@pytest.mark.django_db
def test_what_is_asked_for_is_done_beside_the_request(laid: threading.Event) -> None:
    upkeep._start()
    assert laid.wait(5)


@pytest.mark.django_db
def test_a_failure_is_logged_and_the_next_change_works(
    laid: threading.Event, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    failed = threading.Event()

    def fail() -> None:
        failed.set()
        raise RuntimeError("no room")

    with monkeypatch.context() as broken:
        broken.setattr(indexing, "index_passages", fail)
        upkeep._start()
        assert failed.wait(5)
        with upkeep._one_at_a_time:
            pass
    upkeep._start()
    assert laid.wait(5)
