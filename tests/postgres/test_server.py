"""Sharing one server: who starts it, who joins, and when it stops."""

import os
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

from seoulution.postgres import acquire, status, stop
from seoulution.postgres.errors import AnotherServer, DiskFull, StartFailed
from seoulution.postgres.layout import Layout

from .watching import SOURCE, eventually, nothing_runs, query, server_pid


def test_the_first_process_starts_the_server_and_the_second_joins_it(folder, client):
    with acquire(folder) as lease:
        other = client()
        assert lease.server.started
        assert lease.server.version.startswith("18")
        assert other.url == lease.server.url
        assert status(folder).clients.count(other.process.pid) == 1
        other.leave()


def test_the_server_stays_while_anybody_uses_it_and_stops_with_the_last(folder, client):
    first, second = client(), client()
    first.leave()
    assert query(second.url, "SELECT 1") == 1
    second.leave()
    assert nothing_runs(folder)
    assert not status(folder).running


def test_leaving_twice_and_leaving_after_a_stop_do_nothing(folder):
    lease = acquire(folder)
    stop(folder)
    assert not status(folder).running
    lease.release()
    lease.release()


def test_stop_ends_a_server_in_use_and_the_next_acquire_starts_it_again(folder, client):
    user = client()
    query(user.url, "CREATE TABLE kept AS SELECT 7 AS n")
    stop(folder)
    assert nothing_runs(folder)
    with acquire(folder) as lease:
        assert lease.server.started
        assert query(lease.server.url, "SELECT n FROM kept") == 7


def test_a_process_that_ends_without_releasing_has_left(folder):
    code = "import sys; from pathlib import Path; from seoulution.postgres import acquire; acquire(Path(sys.argv[1]))"
    subprocess.run([sys.executable, "-c", code, folder], check=True, env=os.environ | {"PYTHONPATH": str(SOURCE)})
    assert nothing_runs(folder)


def test_a_forked_child_does_not_release_the_lease_of_its_parent(folder):
    with acquire(folder) as lease:
        child = os.fork()
        if child == 0:
            lease.release()
            os._exit(0)
        os.waitpid(child, 0)
        assert status(folder).clients == (os.getpid(),)
        assert query(lease.server.url, "SELECT 1") == 1


def test_two_processes_that_start_at_once_share_one_server(folder):
    code = (
        "import sys; from pathlib import Path; from seoulution.postgres import acquire\n"
        "lease = acquire(Path(sys.argv[1])); print(lease.server.started, flush=True); sys.stdin.readline(); lease.release()"
    )
    started = [
        subprocess.Popen(
            [sys.executable, "-c", code, folder], stdin=-1, stdout=-1, text=True, env=os.environ | {"PYTHONPATH": str(SOURCE)}
        )
        for _ in range(3)
    ]
    said = [process.stdout.readline().strip() for process in started]
    for process in started:
        process.communicate("leave\n", timeout=20)
    assert sorted(said) == ["False", "False", "True"]
    assert nothing_runs(folder)


def test_a_further_database_is_made_when_asked_for(served):
    with acquire(served.server.data_dir, database="training_copy") as other:
        assert query(other.server.url, "SELECT current_database()") == "training_copy"
        assert query(other.server.url, "SELECT count(*) FROM pg_extension WHERE extname = 'vector'") == 1
        assert query(served.server.url, "SELECT current_database()") == "seoulution"


def test_the_server_listens_on_no_network_port_and_its_socket_is_private(served):
    assert query(served.server.url, "SHOW listen_addresses") == ""
    assert query(served.server.url, "SHOW fsync") == "on"
    assert query(served.server.url, "SHOW data_checksums") == "on"
    assert (served.server.data_dir / "socket").stat().st_mode & 0o777 == 0o700


def test_a_wrong_password_is_refused(served):
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        psycopg.connect(served.server.url, password="guess")


def test_a_server_started_by_hand_is_left_alone_and_named(folder):
    from seoulution.postgres import binaries, postmaster
    from seoulution.postgres.accounts import account_for, environment

    layout = Layout.of(folder)
    account = account_for(layout.data_dir, layout.cluster)
    options = ["-c", "listen_addresses=", "-c", f"unix_socket_directories={folder / 'socket'}"]
    command = account.command(binaries.find().program("postgres"), "-D", layout.cluster, *options)
    by_hand = subprocess.Popen(command, env=environment(), stdout=-3, stderr=-3, cwd="/")
    try:
        assert eventually(lambda: (found := postmaster.running(layout.cluster)) is not None and found.is_ready)
        with pytest.raises(AnotherServer, match=f"process {by_hand.pid}"):
            acquire(folder)
        assert by_hand.poll() is None
    finally:
        by_hand.terminate()
        by_hand.wait(20)


def test_a_server_that_cannot_start_says_why_and_leaves_nothing_behind(folder):
    with (folder / "cluster" / "postgresql.conf").open("a") as settings:
        settings.write("\nno_such_setting = 1\n")
    with pytest.raises(StartFailed, match="no_such_setting") as refused:
        acquire(folder)
    assert "nothing was deleted" in refused.value.kept
    assert nothing_runs(folder)


@pytest.mark.skipif(os.geteuid() != 0, reason="mounting a small disk needs root")
def test_a_full_disk_is_named_and_the_server_starts_once_there_is_room(made_folder, tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=200m", "tmpfs", disk], check=True)
    try:
        folder = disk / "pg"
        subprocess.run(["cp", "-a", made_folder, folder], check=True)
        filler = disk / "filler"
        with filler.open("wb") as file, pytest.raises(OSError, match="No space left"):
            while True:
                file.write(bytes(1_000_000))
                file.flush()
        with pytest.raises(DiskFull, match="Make room"):
            acquire(folder)
        with pytest.raises(DiskFull, match="0 MB left"):
            acquire(disk / "new")
        filler.unlink()
        with acquire(folder) as lease:
            assert query(lease.server.url, "SELECT 1") == 1
    finally:
        assert nothing_runs(folder)
        subprocess.run(["umount", disk], check=True)


def test_status_changes_nothing(tmp_path):
    assert not status(tmp_path / "none").running
    assert not (tmp_path / "none").exists()
    assert Path(status(tmp_path).data_dir) == tmp_path


def test_the_pid_in_the_status_is_the_server(served):
    assert Path(f"/proc/{server_pid(served.server.data_dir)}/comm").read_text().strip() == "postgres"
