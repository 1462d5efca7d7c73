"""SIGKILL of each process in turn: no committed row is lost, the server is back within seconds, and nothing is left over."""

import os
import signal
import time
from pathlib import Path

import psycopg
import pytest

from seoulution.postgres import acquire, status
from seoulution.postgres.processes import start_time

from .watching import eventually, nothing_runs, processes_of, query, query_when_back, server_pid


def supervisor_pids(folder):
    return sorted(set(processes_of(folder)) - {pid for pid in processes_of(folder) if is_postgres(pid)})


def is_postgres(pid):
    try:
        return Path(f"/proc/{pid}/comm").read_text().strip() == "postgres"
    except OSError:
        return False


def kill(*pids):
    for pid in pids:
        os.kill(pid, signal.SIGKILL)


def test_the_server_stops_after_its_last_client_was_killed(folder, client):
    user = client()
    query(user.url, "CREATE TABLE kept AS SELECT 1 AS n")
    user.kill()
    assert nothing_runs(folder)
    with acquire(folder) as lease:
        assert query(lease.server.url, "SELECT n FROM kept") == 1


def test_who_comes_right_after_the_last_client_was_killed_finds_its_server(folder, client):
    user = client()
    before = server_pid(folder)
    user.kill()
    time.sleep(0.7)  # the supervisor has looked meanwhile
    with acquire(folder) as lease:
        assert not lease.server.started and server_pid(folder) == before
    assert status(folder).pid == 0  # and the kill is forgotten: this client was the last, and has left in good order


def test_who_leaves_after_another_was_killed_waits_for_nothing(folder, client):
    killed, other = client(), client()
    killed.kill()
    assert eventually(lambda: start_time(killed.process.pid) is None)
    began = time.monotonic()
    other.leave()
    assert status(folder).pid == 0 and time.monotonic() - began < 2.5


def test_a_killed_client_does_not_take_the_server_from_the_others(folder, client):
    killed, other = client(), client()
    killed.kill()
    assert eventually(lambda: status(folder).clients == (other.process.pid,))
    time.sleep(0.6)  # one tick more than the supervisor needs to notice
    assert query(other.url, "SELECT 1") == 1


def test_a_killed_server_is_started_again_with_every_committed_row(folder):
    with acquire(folder) as lease:
        query(lease.server.url, "CREATE TABLE kept (n int)")
        committed = 0
        for _ in range(5):
            with psycopg.connect(lease.server.url, autocommit=True) as writer:
                for _ in range(20):
                    writer.execute("INSERT INTO kept VALUES (%s)", [committed])
                    committed += 1
                killed = server_pid(folder)
                kill(killed)
            # Ours is to start the next one at once; how long it then recovers is a matter of the disk.
            assert eventually(lambda killed=killed: status(folder).pid not in (0, killed), seconds=3.0)
            assert query_when_back(lease.server.url, "SELECT count(*) FROM kept") == committed
        assert query(lease.server.url, "SELECT sum(n) FROM kept") == sum(range(committed))


def test_a_server_and_its_busy_children_killed_one_by_one_come_back(folder):
    with acquire(folder) as lease:
        query(lease.server.url, "CREATE TABLE kept AS SELECT 3 AS n")
        # A backend that computes does not notice for long that its server is gone, and keeps the cluster busy.
        busy = psycopg.connect(lease.server.url)
        busy.pgconn.send_query(b"SELECT count(*) FROM generate_series(1, 1000000000000)")
        time.sleep(0.2)
        kill(server_pid(folder))
        assert query_when_back(lease.server.url, "SELECT n FROM kept") == 3
        busy.close()


def test_a_killed_supervisor_is_replaced_and_the_server_does_not_notice(folder):
    with acquire(folder) as lease, psycopg.connect(lease.server.url, autocommit=True) as connection:
        server = server_pid(folder)
        for _ in range(4):
            killed = status(folder).supervisor_pid
            kill(killed)
            assert eventually(lambda killed=killed: status(folder).supervisor_pid not in (0, killed))
            assert eventually(lambda: len(supervisor_pids(folder)) == 2)
        assert connection.execute("SELECT 1").fetchone() == (1,)
        assert server_pid(folder) == server
    assert nothing_runs(folder)


def test_a_killed_standby_is_replaced(folder):
    with acquire(folder):
        assert eventually(lambda: len(supervisor_pids(folder)) == 2)
        acting = status(folder).supervisor_pid
        (standby,) = set(supervisor_pids(folder)) - {acting}
        kill(standby)
        assert eventually(lambda: len(supervisor_pids(folder)) == 2 and standby not in supervisor_pids(folder))
        assert status(folder).supervisor_pid == acting


def test_supervisor_and_server_killed_together_come_back(folder):
    with acquire(folder) as lease:
        query(lease.server.url, "CREATE TABLE kept AS SELECT 5 AS n")
        kill(status(folder).supervisor_pid, server_pid(folder))
        assert query_when_back(lease.server.url, "SELECT n FROM kept") == 5
    assert nothing_runs(folder)


def test_after_both_supervisors_were_killed_the_next_client_brings_one_and_adopts_the_server(folder, client):
    user = client()
    server = server_pid(folder)
    assert eventually(lambda: len(supervisor_pids(folder)) == 2)
    for pid in supervisor_pids(folder):
        os.kill(pid, signal.SIGSTOP)  # so that neither can replace the other before both are dead
    kill(*supervisor_pids(folder))
    assert eventually(lambda: supervisor_pids(folder) == [])
    with acquire(folder) as lease:
        assert not lease.server.started
        assert server_pid(folder) == server
        assert query(lease.server.url, "SELECT 1") == 1
    user.leave()
    assert nothing_runs(folder)


def test_everything_killed_at_once_can_be_started_right_after(folder, client):
    for round_number in range(3):
        user = client()
        query(user.url, f"CREATE TABLE kept_{round_number} AS SELECT {round_number} AS n")
        assert eventually(lambda: len(supervisor_pids(folder)) == 2)
        everything = processes_of(folder)
        for pid in everything:
            os.kill(pid, signal.SIGSTOP)
        kill(*everything)
        user.kill()
        with acquire(folder) as lease:
            found = [query(lease.server.url, f"SELECT n FROM kept_{n}") for n in range(round_number + 1)]
        assert found == list(range(round_number + 1))
    assert nothing_runs(folder)


def test_a_terminated_supervisor_stops_the_server_in_good_order(folder):
    with acquire(folder):
        os.kill(status(folder).supervisor_pid, signal.SIGTERM)
        assert nothing_runs(folder)
        assert "database system is shut down" in (folder / "server.log").read_text().splitlines()[-1]


def test_a_deleted_data_folder_ends_its_server(made_folder, tmp_path):
    import shutil

    folder = tmp_path / "pg"
    shutil.copytree(made_folder, folder)
    lease = acquire(folder)
    pids = processes_of(folder)
    shutil.rmtree(folder)
    assert eventually(lambda: not any(Path(f"/proc/{pid}").exists() for pid in pids))
    lease.release()


@pytest.mark.skipif(os.geteuid() != 0, reason="root's files are read through /proc")
def test_an_idle_supervisor_costs_almost_nothing(folder):
    ticks_per_second = os.sysconf("SC_CLK_TCK")

    def cpu_seconds(pid):
        fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / ticks_per_second

    with acquire(folder):
        acting = status(folder).supervisor_pid
        before = cpu_seconds(acting)
        time.sleep(1.5)
        assert cpu_seconds(acting) - before <= 0.03  # two percent of one core; the clock counts in hundredths
