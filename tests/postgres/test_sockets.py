"""The socket's folder: in the data folder where its path is short and plain, else a private temporary one."""

import os
import shutil
import signal
from pathlib import Path

import psycopg
import pytest

from seoulution.postgres import acquire
from seoulution.postgres.accounts import Account
from seoulution.postgres.sockets import remove_folder, socket_folder

from .watching import nothing_runs, query, query_when_back, server_pid


@pytest.mark.parametrize("name", ["long" * 30, "with space, and comma", "따옴표'"])
def test_a_long_or_unusual_path_is_served_through_a_temporary_folder_that_goes_away(made_folder, tmp_path, name):
    folder = tmp_path / name
    shutil.copytree(made_folder, folder)
    with acquire(folder) as lease:
        host = psycopg.conninfo.conninfo_to_dict(lease.server.url)["host"]
        socket = Path(str(host))
        assert socket.parent != folder
        assert socket.stat().st_mode & 0o777 == 0o700
        assert len(str(socket)) < 93
        os.kill(server_pid(folder), signal.SIGKILL)
        assert query_when_back(lease.server.url, "SELECT 1") == 1
    assert nothing_runs(folder)
    assert not socket.exists()


def test_a_plain_path_keeps_its_socket_beside_the_data_also_in_hangul(made_folder, tmp_path):
    folder = tmp_path / "자료"
    shutil.copytree(made_folder, folder)
    with acquire(folder) as lease:
        assert psycopg.conninfo.conninfo_to_dict(lease.server.url)["host"] == str(folder / "socket")
        assert query(lease.server.url, "SELECT 1") == 1


def test_a_temporary_folder_is_used_again_only_while_it_is_private(tmp_path):
    data_dir = tmp_path / ("long" * 30)
    first = socket_folder(data_dir, Account(), used_before=None)
    assert socket_folder(data_dir, Account(), used_before=first) == first
    first.chmod(0o755)  # as if somebody else had made it
    second = socket_folder(data_dir, Account(), used_before=first)
    assert second != first
    for folder in (first, second):
        remove_folder(folder, data_dir)
        assert not folder.exists()


def test_a_folder_that_we_did_not_name_is_never_removed(tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    remove_folder(other, tmp_path / "pg")
    assert other.is_dir()
