"""As root and not as root: the server never runs with root's powers, and no folder but our own is touched."""

import os
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import psycopg
import pytest

from seoulution.postgres import acquire
from seoulution.postgres.accounts import Account, account_for, environment

from .watching import SOURCE, nothing_runs, query, server_pid

NOBODY = 65534
as_root = pytest.mark.skipif(os.geteuid() != 0, reason="changing user needs root")
USE = """
import sys, os
from pathlib import Path
import psycopg
from seoulution.postgres import acquire, status
with acquire(Path(sys.argv[1])) as lease, psycopg.connect(lease.server.url, autocommit=True) as connection:
    connection.execute("CREATE TABLE IF NOT EXISTS seen (n int)")
    connection.execute("INSERT INTO seen VALUES (1)")
    print(connection.execute("SELECT count(*) FROM seen").fetchone()[0], os.stat(f"/proc/{status(Path(sys.argv[1])).pid}").st_uid)
"""


def as_nobody(*arguments):
    """Run Python without any privilege."""
    for python in (sys.executable, f"/usr/bin/python3.{sys.version_info.minor}"):  # ours may live in root's own folder
        if without_privilege("sh", "-c", 'exec "$0" -c ""', python).returncode == 0:
            return without_privilege(python, *arguments)
    pytest.skip("no Python that other users can run")


def without_privilege(*command):
    setpriv = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups", "--inh-caps=-all"]
    packages = f"{SOURCE}:{Path(psycopg.__file__).parents[1]}"
    environment = os.environ | {"PYTHONPATH": packages}
    return subprocess.run([*setpriv, *command], capture_output=True, text=True, check=False, env=environment, cwd="/")


@pytest.fixture
def open_tmp(quick_disk):
    """A folder that every user can reach (pytest's own are closed again by every run)."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory in quick_disk.parents else None) as folder:
        Path(folder).chmod(0o711)
        yield Path(folder)


def test_permissions_of_existing_folders_are_not_touched_and_ours_are_private_whatever_the_umask(tmp_path):
    outer, inner = tmp_path / "outer", tmp_path / "outer" / "inner"
    outer.mkdir(mode=0o755)
    inner.mkdir()
    inner.chmod(0o2775)
    before = [(path.stat().st_mode, path.stat().st_uid, path.stat().st_gid) for path in (tmp_path, outer, inner)]
    umask = os.umask(0)
    try:
        acquire(inner).release()
    finally:
        os.umask(umask)
    assert [(path.stat().st_mode, path.stat().st_uid, path.stat().st_gid) for path in (tmp_path, outer, inner)] == before
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in inner.iterdir()}
    assert modes == {"cluster": 0o700, "run": 0o700, "socket": 0o700, "credentials.json": 0o600, "server.log": 0o600}


@as_root
def test_started_by_root_the_server_has_no_power_over_the_machine(folder):
    with acquire(folder):
        status_lines = Path(f"/proc/{server_pid(folder)}/status").read_text().splitlines()
        namespace = Path(f"/proc/{server_pid(folder)}/ns/user").readlink()
        assert namespace != Path("/proc/self/ns/user").readlink()
        assert next(line for line in status_lines if line.startswith("CapEff")).split()[1] == "0000000000000000"


@as_root
def test_a_normal_user_starts_and_restarts_a_server(open_tmp):
    home = open_tmp / "home"
    home.mkdir()
    os.chown(home, NOBODY, NOBODY)
    for count in (1, 2):
        done = as_nobody("-c", USE, home / "pg")
        assert done.stdout.split() == [str(count), str(NOBODY)], done.stderr
    assert nothing_runs(home / "pg")


@as_root
def test_root_serves_another_users_folder_as_that_user_and_does_not_lock_them_out(open_tmp):
    home = open_tmp / "home"
    home.mkdir()
    os.chown(home, NOBODY, NOBODY)
    first = as_nobody("-c", USE, home / "pg")
    assert first.stdout.split() == ["1", str(NOBODY)], first.stderr
    with acquire(home / "pg") as lease:
        assert query(lease.server.url, "SELECT count(*) FROM seen") == 1
        joined = as_nobody("-c", USE, home / "pg")
        assert joined.stdout.split() == ["2", str(NOBODY)], joined.stderr
    assert as_nobody("-c", USE, home / "pg").stdout.split() == ["3", str(NOBODY)]
    assert {path.stat().st_uid for path in (home / "pg").rglob("*")} == {NOBODY}


@as_root
def test_a_folder_that_this_account_may_not_use_is_refused_in_words(open_tmp):
    (open_tmp / "pg").mkdir(mode=0o700)
    done = as_nobody("-c", USE, open_tmp / "pg")
    assert "FolderRefused" in done.stderr
    assert "Choose a data folder that this account may write to" in done.stderr


@as_root
def test_where_root_may_make_no_namespace_the_server_runs_as_an_unprivileged_user(open_tmp):
    # A user namespace that allows none inside itself, with all users mapped: like root in many containers.
    inner = (
        "echo ready; read mapped;"
        """ exec sh -c 'echo 0 > /proc/sys/user/max_user_namespaces; exec "$0" -c "$1" "$2"' "$@" """
    )
    process = subprocess.Popen(
        ["unshare", "--user", "sh", "-c", inner, "sh", sys.executable, USE, open_tmp / "pg"],
        stdin=-1,
        stdout=-1,
        stderr=-1,
        text=True,
        env=os.environ | {"PYTHONPATH": str(SOURCE)},
    )
    assert process.stdout.readline() == "ready\n"
    for name in ("uid_map", "gid_map"):
        Path(f"/proc/{process.pid}/{name}").write_text("0 0 65536")
    said, complaint = process.communicate("go\n", timeout=60)
    count, uid = said.split() or (complaint, "")
    assert count == "1"
    assert int(uid) != 0
    assert nothing_runs(open_tmp / "pg")


def test_the_environment_of_the_server_has_nothing_that_steers_it():
    steered = {"PGPORT": "1", "LC_ALL": "xx", "LANG": "yy", "LANGUAGE": "zz", "PATH": "/bin"}
    assert environment(steered) == {"PATH": "/bin", "TZ": "UTC"}


def test_a_normal_user_runs_programs_as_they_are(tmp_path):
    if os.geteuid() == 0:
        assert account_for(tmp_path, tmp_path / "cluster") == Account(prefix=("unshare", "--user", "--"))
    else:
        assert account_for(tmp_path, tmp_path / "cluster") == Account()
    assert Account().command("initdb", Path("/x")) == ["initdb", "/x"]
    assert Account(uid=5, gid=6).identity() == {"user": 5, "group": 6, "extra_groups": []}
