"""What a killed server leaves behind is recognised for what it is."""

import os
import subprocess
import time
from dataclasses import replace

import pytest

from seoulution.postgres import acquire, postmaster
from seoulution.postgres.processes import identify, postgres_processes_in, start_time

from .watching import query


@pytest.fixture
def zombie():
    process = subprocess.Popen(["true"])
    while start_time(process.pid) is not None:
        time.sleep(0.01)
    assert os.path.isdir(f"/proc/{process.pid}")  # noqa: PTH112 - still listed, because nobody has waited for it
    yield process.pid
    process.wait()


def leave_behind(folder, pid):
    """The files of a server of this pid that was killed."""
    lines = [str(pid), str(folder / "cluster"), "1", "5432", str(folder / "socket"), "", "0", "ready   "]
    (folder / "cluster" / "postmaster.pid").write_text("\n".join(lines))
    (folder / "socket" / ".s.PGSQL.5432.lock").write_text("\n".join(lines[:6]))


def test_a_zombie_in_the_pid_file_does_not_hold_up_a_start(folder, zombie):
    leave_behind(folder, zombie)
    assert postmaster.running(folder / "cluster") is None
    with acquire(folder) as lease:
        assert lease.server.started
        assert query(lease.server.url, "SELECT 1") == 1


def test_a_recycled_pid_in_the_pid_file_does_not_hold_up_a_start(folder):
    leave_behind(folder, os.getpid())
    with acquire(folder) as lease:
        assert lease.server.started


def test_a_broken_pid_file_means_no_server(folder):
    (folder / "cluster" / "postmaster.pid").write_text("")
    assert postmaster.running(folder / "cluster") is None
    acquire(folder).release()


def test_children_of_a_living_server_are_not_taken_for_orphans(served):
    cluster = served.server.data_dir / "cluster"
    before = sorted(postgres_processes_in(cluster))
    postmaster.end_orphans(cluster, seconds=1)
    assert len(before) > 3
    assert set(before) <= set(postgres_processes_in(cluster))


def test_the_log_holds_neither_statements_nor_values(folder):
    with acquire(folder) as lease:
        query(lease.server.url, "CREATE TABLE person (name text PRIMARY KEY)")
        for statement in ("INSERT INTO person VALUES ('홍길동')",) * 2 + ("SELECT '홍길동'::int", "SELECT no_such('홍길동')"):
            try:
                query(lease.server.url, statement)
            except Exception as error:
                assert "홍길동" in str(error) or "no_such" in str(error)
    assert "홍길동" not in (folder / "server.log").read_text()


def test_a_long_log_is_moved_aside_without_losing_the_writer(tmp_path):
    log = tmp_path / "server.log"
    with log.open("ab") as writer:
        writer.write(b"x" * 5_000_001)
        writer.flush()
        postmaster.shorten_log(log)
        writer.write(b"after")
    assert log.read_bytes() == b"after"
    assert (tmp_path / "server.log.1").stat().st_size == 5_000_001
    assert (tmp_path / "server.log.1").stat().st_mode & 0o777 == 0o600


def test_stopping_a_server_that_is_gone_is_no_error_and_spares_the_next_of_its_pid():
    process = subprocess.Popen(["sleep", "60"])
    life = identify(process.pid)
    postmaster.stop(replace(life, started=life.started - 1), seconds=1)
    assert process.poll() is None
    postmaster.stop(life, seconds=1)
    assert process.wait() < 0
