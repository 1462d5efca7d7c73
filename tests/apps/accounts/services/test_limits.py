"""T23: each limit of the table, tripped alone; nobody else's bucket is touched by it."""

from datetime import timedelta

import pytest
from django.db import connection
from django.db.models import F
from django.test.utils import CaptureQueriesContext

from seoulution.apps.accounts.limits import LIMITS
from seoulution.apps.accounts.models import Bucket
from seoulution.apps.accounts.services.limits import forget_full_buckets, take

pytestmark = [pytest.mark.django_db, pytest.mark.trust]


def drained(code: str, key: str) -> None:
    """Takes all there is."""
    take((code, key))
    Bucket.objects.filter(limit=code).exclude(tokens=LIMITS[code].most - 1).update(tokens=F("tokens"))
    Bucket.objects.filter(limit=code, tokens=LIMITS[code].most - 1).update(tokens=0.0)


@pytest.mark.parametrize("code", LIMITS)
def test_each_bucket_trips_alone_and_says_when_it_is_open_again(code: str) -> None:
    drained(code, "one")
    exhausted = take((code, "one"))
    assert exhausted is not None and exhausted.limit is LIMITS[code]
    assert 1 <= exhausted.wait <= LIMITS[code].window.total_seconds()
    assert take((code, "another")) is None, "another one's bucket is its own"
    assert all(take((other, "one")) is None for other in LIMITS if other != code)


@pytest.mark.parametrize("code", ["ask-browser", "second-factor"])
def test_as_many_as_the_table_says_go_through(code: str) -> None:
    taken = [take((code, "one")) for _ in range(LIMITS[code].most + 1)]
    assert taken[:-1] == [None] * LIMITS[code].most and taken[-1] is not None


def test_a_bucket_fills_evenly_and_never_over() -> None:
    drained("ask-browser", "one")
    Bucket.objects.update(at=F("at") - timedelta(minutes=7))
    assert take(("ask-browser", "one")) is None and take(("ask-browser", "one")) is not None, "ten an hour: one in six minutes"
    Bucket.objects.update(at=F("at") - timedelta(days=7))
    assert sum(take(("ask-browser", "one")) is None for _ in range(20)) == LIMITS["ask-browser"].most


def test_knocking_on_does_not_push_the_opening_away() -> None:
    drained("ask-browser", "one")
    waits = [take(("ask-browser", "one")) for _ in range(5)]
    assert all(wait is not None and wait.wait <= 361 for wait in waits)


def test_several_buckets_cost_one_question_and_the_longest_wait_is_said() -> None:
    drained("sign-in-name", "one")
    with CaptureQueriesContext(
        connection,
    ) as asked:
        exhausted = take(("sign-in-name", "one"), ("sign-in-address", "one"))
    assert len(asked) == 1 and exhausted is not None and exhausted.limit.code == "sign-in-name"


def test_no_address_of_a_machine_is_kept() -> None:
    take(("ask-address", "203.0.113.9"))
    assert not Bucket.objects.filter(key__contains="203").exists()


def test_a_clock_that_went_back_takes_nothing_away() -> None:
    take(("ask-browser", "one"))
    Bucket.objects.update(at=F("at") + timedelta(days=1))
    assert take(("ask-browser", "one")) is None


def test_buckets_untouched_for_a_day_are_forgotten() -> None:
    take(("ask-browser", "old"))
    Bucket.objects.update(at=F("at") - timedelta(days=2))
    take(("ask-browser", "new"))
    assert forget_full_buckets() == 1 and Bucket.objects.count() == 1
