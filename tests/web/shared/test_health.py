"""Health says which part is down; without a worker pages serve all the same."""

from unittest.mock import patch

import pytest
from django.db import OperationalError, connection
from django.test import Client
from django.utils import timezone

pytestmark = pytest.mark.django_db


def test_a_site_without_a_worker_serves_and_says_so(client: Client) -> None:
    answer = client.get("/health")
    assert (answer.status_code, answer.json()) == (200, {"database": "up", "worker": "down"})


def test_a_worker_that_said_lately_that_it_lives_is_up(client: Client) -> None:
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO procrastinate_workers (last_heartbeat) VALUES (%s)", [timezone.now()])
    assert client.get("/health").json() == {"database": "up", "worker": "up"}


def test_without_its_database_a_server_is_taken_out(client: Client) -> None:
    with patch("seoulution.web.shared.health.worker_lives", side_effect=OperationalError):
        answer = client.get("/health")
    assert (answer.status_code, answer.json()) == (503, {"database": "down"})
