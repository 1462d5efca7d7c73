"""Start the embedded server, or join the one that runs; stop it; say how it is."""

from __future__ import annotations

import atexit
import os
import signal
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from seoulution.postgres import binaries, cluster, credentials, databases, launches, leases, locks, postmaster, sockets
from seoulution.postgres.accounts import Account, account_for
from seoulution.postgres.errors import StartFailed, Unreachable
from seoulution.postgres.layout import Layout, disk_full, free_mb, refusal
from seoulution.postgres.processes import this_process

_GATE_SECONDS: Final = 180.0
_STOP_SECONDS: Final = 60.0
_RESPAWN_SECONDS: Final = 2.0
_FULL_DISK_MB: Final = 20  # one write-ahead log segment takes 16 MB


@dataclass(frozen=True, slots=True)
class Server:
    """A database to work with. `data_dir` is None when DATABASE_URL names a server that is not ours; `started`: by this call."""

    url: str
    data_dir: Path | None
    version: str
    started: bool


@dataclass(frozen=True, slots=True)
class Status:
    """How the embedded server of a data folder is right now; pids of 0 mean none."""

    data_dir: Path
    running: bool
    ready: bool
    pid: int
    supervisor_pid: int
    cluster_major: int | None
    clients: tuple[int, ...]
    failure: str | None


class Lease:
    """The right to a running server until released, the process ends, or is killed."""

    def __init__(self, server: Server, layout: Layout | None = None, file: Path | None = None) -> None:
        self.server = server
        self._layout = layout
        self._file = file
        self._holder = this_process() if file else None
        if file:
            atexit.register(self.release)

    def release(self) -> None:
        """Leave; the last to leave waits until the server has stopped. Does nothing in a forked child or a second time."""
        if self._layout is None or self._file is None or self._holder is None or self._holder.pid != os.getpid():
            return
        atexit.unregister(self.release)
        leave(self._layout, self._file)
        self._file = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.release()


def start_or_join(data_dir: Path, database: str) -> Lease:
    """A lease on the server of a data folder, which is made, started and given the database as needed."""
    layout = Layout.of(data_dir)
    try:
        layout.refuse_bare_cluster()
        account = account_for(layout.data_dir, layout.cluster)
        layout.make_folders(traversable=account.uid is not None)
        with locks.exclusive(layout.gate, seconds=_GATE_SECONDS):
            file = leases.take(layout)
            try:
                server = _serve(layout, account, database)
            except BaseException:
                leave(layout, file, wait=False)
                raise
    except OSError as error:
        raise refusal(error, layout.data_dir) from error
    return Lease(server, layout, file)


def leave(layout: Layout, file: Path, *, wait: bool = True) -> None:
    """End one lease; if it was the last, have the server stopped, and wait for that."""
    file.unlink(missing_ok=True)
    if not leases.holders(layout):
        _wake_supervisor(layout)
        if wait:
            _wait_until_stopped(layout)


def stop(data_dir: Path) -> None:
    """Stop the server in good order, whoever uses it; their next acquire starts it again."""
    layout = Layout.of(data_dir)
    if not layout.run.is_dir():
        return
    with locks.exclusive(layout.gate, seconds=_GATE_SECONDS):
        leases.drop_all(layout)
        if locks.is_held(layout.server_lock) and not locks.is_held(layout.supervisor_lock):
            launches.start_supervisor(
                layout
            )  # all supervisors were killed: a new one takes the server over, and finds no lease
    _wake_supervisor(layout)
    _wait_until_stopped(layout)


def status(data_dir: Path) -> Status:
    """What is running for a data folder; changes nothing."""
    layout = Layout.of(data_dir)
    server = postmaster.running(layout.cluster)
    acting = locks.signer(layout.supervisor_lock)
    return Status(
        data_dir=layout.data_dir,
        running=server is not None,
        ready=server is not None and server.is_ready,
        pid=server.pid if server else 0,
        supervisor_pid=acting.pid if acting else 0,
        cluster_major=cluster.major_version(layout.cluster),
        clients=tuple(holder.pid for holder in leases.holders(layout)),
        failure=launches.failure(layout),
    )


def _serve(layout: Layout, account: Account, database: str) -> Server:
    """With the gate held: the server ready, supervised and with the database in it."""
    postmaster.refuse_foreign(layout)
    server = postmaster.running(layout.cluster)
    launch, passwords = launches.read(layout), credentials.read(layout.credentials)
    starts = server is None
    if server is None or launch is None or passwords is None:
        launch, passwords = _make_ready_to_launch(layout, account)
    for attempts_left in (2, 1, 0):
        _wait_until_ready(layout, launch)
        try:
            if starts or not databases.is_prepared(launch.socket, passwords, database):
                databases.prepare(launch.socket, passwords, database, just_started=starts)
            break
        except Unreachable as error:  # killed again in this very moment, perhaps: it is being started once more
            if free_mb(layout.cluster) < _FULL_DISK_MB:
                raise disk_full(layout.data_dir) from error
            if not attempts_left:
                raise
    address = databases.application_url(launch.socket, passwords, database)
    return Server(address, layout.data_dir, launch.version, starts)


def _make_ready_to_launch(layout: Layout, account: Account) -> tuple[launches.Launch, credentials.Credentials]:
    major = cluster.major_version(layout.cluster)
    programs = binaries.find(cluster_major=major)
    passwords = credentials.read(layout.credentials)
    if passwords is None:
        passwords = credentials.new()
        if postmaster.running(layout.cluster):
            raise Unreachable(
                f"The server of {layout.data_dir} is running, but its password file {layout.credentials} is missing.",
                kept="The server goes on for those who are connected; nothing was changed.",
                next_step=f"Run `python -m seoulution.postgres stop {layout.data_dir}` and start again: new passwords are made then.",
            )
        if major is not None:
            cluster.require_major(layout.cluster, major, programs)
            cluster.set_administrator_password(layout, programs, account, password=passwords.administrator)
        credentials.keep(layout.credentials, passwords)
    if major is None:
        cluster.initialise(layout, programs, account, password=passwords.administrator)
    else:
        cluster.require_major(layout.cluster, major, programs)
    before = launches.read(layout)
    socket = sockets.socket_folder(layout.data_dir, account, used_before=before.socket if before else None)
    launch = launches.Launch(programs.program("postgres"), programs.version, socket, account)
    launches.clear_failure(layout)
    launches.keep(layout, launch)
    return launch, passwords


def _wait_until_ready(layout: Layout, launch: launches.Launch) -> None:
    """See to it that a supervisor is at work, and wait for it. Recovery after a crash may take minutes: there is no time limit."""
    _wake_supervisor(layout)
    spawned = float("-inf")
    while True:
        server = postmaster.running(layout.cluster)
        supervised = locks.is_held(layout.supervisor_lock)
        if supervised and server is not None and server.is_ready:
            return
        if not supervised and time.monotonic() - spawned > _RESPAWN_SECONDS:
            launches.keep(layout, launch)  # a supervisor that was just ending may have removed it
            launches.start_supervisor(layout)
            spawned = time.monotonic()
        if said := launches.failure(layout):
            raise _start_failure(layout, said)
        time.sleep(0.01)


def _start_failure(layout: Layout, said: str) -> Exception:
    if "No space left on device" in said or free_mb(layout.cluster) < _FULL_DISK_MB:
        return disk_full(layout.data_dir)
    return StartFailed(
        f"The database in {layout.data_dir} did not start. PostgreSQL said: {said}",
        kept="All data is still in the folder; nothing was deleted.",
        next_step=f"Remove the cause named above and start again; {layout.log} has the whole text.",
    )


def _wake_supervisor(layout: Layout) -> None:
    if acting := locks.signer(layout.supervisor_lock):
        # Root's supervisor on our folder may not be signalled by us; it looks by itself twice a second.
        with suppress(ProcessLookupError, PermissionError):
            os.kill(acting.pid, signal.SIGUSR1)


def _wait_until_stopped(layout: Layout) -> None:
    """Until neither server nor supervisor is left, so that the folder may be copied or deleted; or until somebody else has come."""
    deadline = time.monotonic() + _STOP_SECONDS
    while any(map(locks.is_held, (layout.server_lock, layout.supervisor_lock))) and time.monotonic() < deadline:
        if leases.holders(layout):
            return
        time.sleep(0.01)
