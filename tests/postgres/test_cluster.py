"""Making a cluster whole or not at all, and refusing one that these programs cannot read."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from seoulution.postgres import acquire
from seoulution.postgres.cluster import major_version
from seoulution.postgres.errors import DamagedCluster, FolderRefused, OtherMajorVersion

from .watching import SOURCE, eventually, nothing_runs, query


def test_a_cluster_of_another_major_version_is_refused_and_left_as_it_was(folder):
    version = folder / "cluster" / "PG_VERSION"
    version.write_text("17\n")
    before = {path: path.stat().st_mtime_ns for path in (folder / "cluster").rglob("*")}
    with pytest.raises(OtherMajorVersion) as refused:
        acquire(folder)
    assert "made by PostgreSQL 17" in refused.value.happened
    assert "still there" in refused.value.kept
    assert "pg_upgrade" in refused.value.next_step
    assert "restore" in refused.value.next_step
    assert {path: path.stat().st_mtime_ns for path in (folder / "cluster").rglob("*")} == before
    assert nothing_runs(folder)


def test_a_folder_that_is_no_whole_cluster_is_refused_and_nothing_in_it_deleted(folder):
    (folder / "cluster" / "global" / "pg_control").unlink()
    with pytest.raises(DamagedCluster, match="not a whole PostgreSQL cluster"):
        acquire(folder)
    assert (folder / "cluster" / "base").is_dir()


def test_an_initdb_killed_half_way_is_done_again(tmp_path):
    folder = tmp_path / "pg"
    code = "import sys; from pathlib import Path; from seoulution.postgres import acquire; acquire(Path(sys.argv[1]))"
    first = subprocess.Popen(
        [sys.executable, "-c", code, folder], start_new_session=True, env=os.environ | {"PYTHONPATH": str(SOURCE)}
    )
    assert eventually(lambda: any(folder.glob("cluster.draft-*/base")))
    os.killpg(first.pid, signal.SIGKILL)
    first.wait(10)
    assert any(folder.glob("cluster.draft-*"))
    assert not (folder / "cluster").exists()
    with acquire(folder) as lease:
        assert query(lease.server.url, "SELECT 1") == 1
    assert not any(folder.glob("cluster.draft-*"))
    assert not any(folder.glob(".password-*"))


def test_the_data_of_somebody_elses_server_is_not_taken_over(folder):
    with pytest.raises(FolderRefused, match="did not make"):
        acquire(folder / "cluster")
    assert not (folder / "cluster" / "run").exists()


def test_an_empty_or_missing_cluster_folder_has_no_version(tmp_path):
    assert major_version(tmp_path / "none") is None
    assert major_version(tmp_path) is None


def test_passwords_log_and_locks_are_private(folder):
    assert (folder / "credentials.json").stat().st_mode & 0o777 == 0o600
    assert (folder / "server.log").stat().st_mode & 0o777 == 0o600
    assert (folder / "run").stat().st_mode & 0o777 == 0o700


def test_locale_and_checksums_are_those_the_searches_need(served):
    found = query(
        served.server.url,
        "SELECT datlocprovider::text || ' ' || datlocale || ' ' || datctype || ' ' || datcollate || ' ' || pg_encoding_to_char(encoding)"
        " FROM pg_database WHERE datname = current_database()",
    )
    assert found == "b C.UTF-8 C.UTF-8 C UTF8"


def test_a_missing_locale_of_the_caller_does_not_matter(tmp_path, monkeypatch):
    monkeypatch.setenv("LC_ALL", "ko_XX.UTF-8")
    monkeypatch.setenv("LANG", "no_such_locale")
    monkeypatch.setenv("PGDATA", str(tmp_path / "elsewhere"))
    with acquire(tmp_path / "pg") as lease:
        assert query(lease.server.url, "SELECT 1") == 1
    assert not Path(tmp_path / "elsewhere").exists()
