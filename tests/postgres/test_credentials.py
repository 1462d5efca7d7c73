"""The passwords: random, private, never printed, and replaceable when their file is lost."""

import psycopg
import pytest

from seoulution.postgres import acquire, credentials
from seoulution.postgres.credentials import Credentials

from .watching import query


def test_passwords_are_random_and_not_shown(tmp_path):
    first, second = credentials.new(), credentials.new()
    assert len({first.administrator, first.application, second.administrator, second.application}) == 4
    assert first.administrator not in repr(first)
    credentials.keep(tmp_path / "file", first)
    assert credentials.read(tmp_path / "file") == first
    assert (tmp_path / "file").stat().st_mode & 0o777 == 0o600


def test_a_missing_or_broken_file_is_none(tmp_path):
    assert credentials.read(tmp_path / "none") is None
    (tmp_path / "half").write_text('{"administrator": "x"')
    assert credentials.read(tmp_path / "half") is None


def test_a_lost_password_file_is_replaced_and_no_row_lost(folder):
    with acquire(folder) as lease:
        before = lease.server.url
        query(before, "CREATE TABLE kept AS SELECT 9 AS n")
    (folder / "credentials.json").unlink()
    with acquire(folder) as lease:
        assert lease.server.url != before
        assert query(lease.server.url, "SELECT n FROM kept") == 9
        with pytest.raises(psycopg.OperationalError, match="password"):
            query(before, "SELECT 1")


def test_a_password_file_lost_while_the_server_runs_does_not_disturb_it(folder):
    with acquire(folder) as lease:
        kept = credentials.read(folder / "credentials.json")
        (folder / "credentials.json").unlink()
        with pytest.raises(Exception, match="stop"):
            acquire(folder)
        assert query(lease.server.url, "SELECT 1") == 1
        credentials.keep(folder / "credentials.json", kept or Credentials("", ""))
