"""DATABASE_URL: the operator's is obeyed, our own is shared with child processes."""

import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from seoulution.postgres import acquire, address, database_url, status, stop
from seoulution.postgres.errors import Unreachable

from .watching import SOURCE, nothing_runs, query

CHILD = (
    "import sys; from pathlib import Path; from seoulution.postgres import database_url, status\n"
    "folder = Path(sys.argv[1]); print(database_url(folder)); print(len(status(folder).clients))"
)


def in_a_child(folder):
    done = subprocess.run(
        [sys.executable, "-c", CHILD, folder],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"PYTHONPATH": str(SOURCE)},
    )
    return done.stdout.split()


def test_with_database_url_set_nothing_is_launched(folder, tmp_path, monkeypatch):
    with acquire(folder) as real:
        monkeypatch.setenv("DATABASE_URL", real.server.url)
        other = tmp_path / "other"
        assert database_url(other) == real.server.url
        with acquire(other) as lease:
            assert lease.server.url == real.server.url
            assert lease.server.data_dir is None
            assert lease.server.version == real.server.version
            assert not lease.server.started
        assert not other.exists()


def test_a_database_url_that_nobody_answers_is_refused_in_words(tmp_path, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", f"postgresql://a:b@/c?host={tmp_path}")
    with pytest.raises(Unreachable, match="cannot be reached"):
        acquire(tmp_path / "pg")


def test_children_use_the_server_of_their_parent_without_a_lease_of_their_own(folder):
    url = database_url(folder)
    assert os.environ["DATABASE_URL"] == url
    assert in_a_child(folder) == [url, "1"]
    assert database_url(folder) == url
    stop(folder)


def test_a_child_that_outlives_the_server_starts_it_again(folder):
    url = database_url(folder)
    stop(folder)
    assert in_a_child(folder) == [url, "1"]
    assert nothing_runs(folder)


def test_our_own_url_is_not_taken_for_the_operators(folder, tmp_path):
    first = database_url(folder)
    assert address.given() is None
    with acquire(folder) as lease:
        assert lease.server.data_dir == folder
        assert lease.server.url == first
    second = database_url(tmp_path / "second")
    assert second != first
    assert os.environ["DATABASE_URL"] == second
    stop(folder)
    stop(tmp_path / "second")


def test_an_operators_url_set_over_ours_is_obeyed(folder, monkeypatch):
    database_url(folder)
    monkeypatch.setenv("DATABASE_URL", "postgresql://u:p@db.example:5432/name")
    assert database_url(folder) == "postgresql://u:p@db.example:5432/name"
    stop(folder)


def test_the_url_can_be_taken_apart_by_the_standard_library(served):
    lease, folder = served, served.server.data_dir
    parts = urlsplit(lease.server.url)
    assert parts.scheme == "postgresql"
    assert parts.username == "seoulution"
    assert parts.path == "/seoulution"
    assert parse_qs(parts.query) == {"host": [str(folder / "socket")]}
    assert Path(parse_qs(parts.query)["host"][0], f".s.PGSQL.{parts.port}").is_socket()
    assert query(lease.server.url, "SELECT current_user") == "seoulution"
    assert status(folder).ready
