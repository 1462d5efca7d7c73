"""Real client processes, and what can be seen of the server from outside."""

from __future__ import annotations

import signal
import subprocess
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import psycopg

from seoulution.postgres import status
from seoulution.postgres.layout import Layout

SOURCE = Path(__file__).parents[2] / "src"

CLIENT = """
import sys
from pathlib import Path
from seoulution.postgres import acquire
lease = acquire(Path(sys.argv[1]))
print(lease.server.url, flush=True)
if sys.stdin.readline():
    lease.release()
    print("left", flush=True)
"""


@dataclass
class Client:
    """Another process holding a lease."""

    process: subprocess.Popen[str]
    url: str

    def leave(self) -> None:
        assert self.process.stdin and self.process.stdout
        self.process.stdin.write("leave\n")
        self.process.stdin.flush()
        assert self.process.stdout.readline() == "left\n"
        self.process.wait(10)

    def kill(self) -> None:
        """SIGKILL, and deliberately no wait: until it is reaped it stays listed as a zombie."""
        self.process.send_signal(signal.SIGKILL)


def eventually(condition: Callable[[], bool], seconds: float = 10.0) -> bool:
    """True as soon as the condition holds; false when it did not within `seconds`."""
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.02)
    return True


def query(url: str, sql: str) -> object:
    """The first column of the first row, or None."""
    with psycopg.connect(url, autocommit=True) as connection:
        cursor = connection.execute(sql)  # type: ignore[arg-type]
        row = cursor.fetchone() if cursor.description else None
        return row[0] if row else None


def query_when_back(url: str, sql: str, seconds: float = 30.0) -> object:
    """The same, trying again while the server is coming back."""
    deadline = time.monotonic() + seconds
    while True:
        try:
            return query(url, sql)
        except psycopg.OperationalError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.02)


def server_pid(folder: Path) -> int:
    pid = status(folder).pid
    assert pid
    return pid


def processes_of(folder: Path) -> list[int]:
    """Live postgres and supervisor processes of a data folder."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            words = (entry / "cmdline").read_bytes().split(b"\0")
            is_supervisor = b"seoulution.postgres.supervisor" in words and str(Layout.of(folder).data_dir).encode() in words
            is_server = (entry / "comm").read_text().strip() == "postgres" and (entry / "cwd").samefile(folder / "cluster")
            if is_supervisor or is_server:
                found.append(int(entry.name))
    return found


def nothing_runs(folder: Path) -> bool:
    """True once the last process of a data folder has ended (the supervisor takes a moment after the server)."""
    return eventually(lambda: processes_of(folder) == [])
