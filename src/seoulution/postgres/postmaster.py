"""One server process: whether it runs, starting it, ending it and what a killed one left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from seoulution.postgres import locks
from seoulution.postgres.accounts import environment
from seoulution.postgres.errors import AnotherServer
from seoulution.postgres.launches import Launch
from seoulution.postgres.layout import Layout
from seoulution.postgres.processes import Process, postgres_processes_in, works_in
from seoulution.postgres.sockets import PORT

_FIXED: Final = {
    # On the command line, so that no file in the cluster can open the server to others or make it lose rows.
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "fsync": "on",
    "full_page_writes": "on",
    # After a kill the server first sees all its files on the disk. One call for the whole disk instead of one per file: measured on a
    # busy disk, up again in 0.2 s instead of 3.4 s (median of 25 kills). Linux before 5.8 may keep write errors to itself here.
    "recovery_init_sync_method": "syncfs",
    # Statements and their values may hold personal data: the server's log has none of them (the client gets every error).
    "log_min_messages": "log",
    "log_min_error_statement": "panic",
    "log_checkpoints": "off",
    "logging_collector": "off",
    "log_destination": "stderr",
}
_LOG_LIMIT_BYTES: Final = 5_000_000


@dataclass(frozen=True, slots=True)
class Postmaster:
    """A running server; `is_ready` once it accepts connections."""

    pid: int
    is_ready: bool


def running(cluster: Path) -> Postmaster | None:
    """The live server of a cluster, from its postmaster.pid; None when that file's process is dead, a zombie or another."""
    try:
        lines = (cluster / "postmaster.pid").read_text().splitlines()
        pid = int(lines[0])
    except (FileNotFoundError, ValueError, IndexError):
        return None
    # A single-user server writes its pid negated; it takes no connections and ends by itself.
    if not works_in(abs(pid), cluster):
        return None
    return Postmaster(abs(pid), is_ready=len(lines) > 7 and lines[7].strip() == "ready")


def refuse_foreign(layout: Layout) -> None:
    """Refuse to touch a cluster on which somebody started a server by hand: that one does not hold our lock."""
    if (other := running(layout.cluster)) and not locks.is_held(layout.server_lock):
        raise AnotherServer(
            f"A server that was started by hand (process {other.pid}) is running on {layout.cluster}.",
            kept="It was left alone.",
            next_step=f"Stop it (`pg_ctl stop -D {layout.cluster}`) and start again.",
        )


def start(layout: Layout, launch: Launch, server_lock: int) -> subprocess.Popen[bytes]:
    """Start the server, which inherits its lock. The caller holds the lock, so what a predecessor left is stale."""
    # The server itself takes any living or unreaped process of the number in them for its predecessor, and refuses to start.
    for stale in (
        layout.cluster / "postmaster.pid",
        launch.socket / f".s.PGSQL.{PORT}.lock",
        launch.socket / f".s.PGSQL.{PORT}",
    ):
        stale.unlink(missing_ok=True)
    settings = _FIXED | {"unix_socket_directories": str(launch.socket), "port": str(PORT)}
    options = [option for name, value in settings.items() for option in ("-c", f"{name}={value}")]
    with layout.log.open("ab") as log:
        return subprocess.Popen(
            launch.account.command(launch.postgres, "-D", layout.cluster, *options),
            stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd="/", env=environment(), pass_fds=(server_lock,),
            start_new_session=True, preexec_fn=_unblock_signals, **launch.account.identity(),
        )  # fmt: skip


def stop(server: Process, *, seconds: float) -> None:
    """Ask a server to end its sessions and shut down in good order; after `seconds`, at once (it recovers at the next start)."""
    for ending, patience in ((signal.SIGINT, seconds), (signal.SIGQUIT, 5.0), (signal.SIGKILL, 5.0)):
        deadline = time.monotonic() + patience
        with suppress(ProcessLookupError):
            if server.is_alive:
                os.kill(server.pid, ending)
        while server.is_alive and time.monotonic() < deadline:
            time.sleep(0.01)


def end_orphans(cluster: Path, *, seconds: float) -> None:
    """End the children of a killed server, which otherwise keep the cluster busy until they notice by themselves.

    Does nothing while a server is among them: one may have come up since the caller looked.
    """
    deadline = time.monotonic() + seconds
    while (orphans := postgres_processes_in(cluster)) and not any(map(_is_server, orphans)):
        for pid in orphans:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL if time.monotonic() > deadline else signal.SIGQUIT)
        if time.monotonic() > deadline + 5:
            return
        time.sleep(0.05)


def _is_server(pid: int) -> bool:
    # Its children name themselves, such as "postgres: checkpointer"; it keeps its command line.
    with suppress(OSError):
        return not Path(f"/proc/{pid}/cmdline").read_bytes().startswith(b"postgres: ")
    return False


def log_size(log: Path) -> int:
    """Bytes in the log so far, to tell what a start added."""
    return log.stat().st_size if log.exists() else 0


def log_since(log: Path, size: int) -> str:
    """What the server said after the log had `size` bytes."""
    with log.open("rb") as file:
        file.seek(size)
        return file.read().decode(errors="replace").strip()


def shorten_log(log: Path) -> None:
    """Keep the log small: past 5 MB the text moves to `server.log.1`, replacing the one before."""
    if log_size(log) > _LOG_LIMIT_BYTES:
        # Copied and emptied, not renamed: the server goes on writing, at the end, into the file that it has open.
        earlier = log.with_name(log.name + ".1")
        earlier.touch(mode=0o600)
        earlier.write_bytes(log.read_bytes())
        os.truncate(log, 0)


def _unblock_signals() -> None:
    signal.pthread_sigmask(signal.SIG_SETMASK, ())
