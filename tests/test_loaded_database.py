"""Every process works on a copy of the loaded database; what a killed one left is swept, and the loaded one stays as it was."""

import os
import subprocess
from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
from tests.loaded_database import COPIES, address, copied

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin() -> Iterator[Any]:
    with psycopg.connect(address("postgres"), autocommit=True) as connection:
        yield connection


def databases(admin: Any) -> set[str]:
    return {name for (name,) in admin.execute("SELECT datname FROM pg_database").fetchall()}


def test_the_tests_work_on_a_copy() -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT current_database()")
        assert cursor.fetchone() == (f"{COPIES}{os.getpid()}_work",)


def test_a_copy_has_everything_and_is_gone_after_its_use(admin: Any) -> None:
    with copied("proof") as name:
        with psycopg.connect(address(name)) as connection:
            connection.execute("DELETE FROM matching_passage")
        with psycopg.connect(address(name)) as connection:
            assert connection.execute("SELECT count(*) FROM matching_passage").fetchone() == (0,)
            assert connection.execute("SELECT count(*) > 50 FROM cities_city").fetchone() == (True,)
    assert name not in databases(admin)
    with copied("proof") as name, psycopg.connect(address(name)) as connection:
        assert connection.execute("SELECT count(*) > 100 FROM matching_passage").fetchone() == (True,)


def test_what_a_killed_process_left_is_swept_and_what_a_living_one_uses_stays(admin: Any) -> None:
    ended = subprocess.Popen(["true"])
    ended.wait()
    left, used = f"{COPIES}{ended.pid}_work", f"{COPIES}{os.getppid()}_used"
    admin.execute(f'CREATE DATABASE "{left}"')
    admin.execute(f'CREATE DATABASE "{used}"')
    try:
        with copied("proof"):
            assert left not in databases(admin)
            assert used in databases(admin)
    finally:
        admin.execute(f'DROP DATABASE "{used}"')
