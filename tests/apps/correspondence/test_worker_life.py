"""A worker lives while it has said so lately."""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from seoulution.apps.correspondence.worker_life import SILENT_AFTER, last_heard_of, worker_lives

pytestmark = pytest.mark.django_db


def test_a_worker_that_is_silent_too_long_counts_as_gone() -> None:
    now = timezone.now()
    assert not worker_lives(now) and last_heard_of(now) is None
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO procrastinate_workers (last_heartbeat) VALUES (%s)", [now - SILENT_AFTER])
    assert worker_lives(now)
    assert not worker_lives(now + timedelta(seconds=1))
    assert last_heard_of(now) == now - SILENT_AFTER
