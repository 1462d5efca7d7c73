"""The small process that keeps one server running while somebody uses it, and stops it when nobody does.

Started by the first client and independent of it. It exists twice: the acting supervisor holds a lock, its standby waits for that
lock, so that when one is killed the other takes over and makes a new standby. Either finds all it needs in the data folder. Only
the standard library is imported: it starts in a moment and stays small.
"""

from __future__ import annotations

import fcntl
import os
import signal
import sys
import time
from pathlib import Path
from typing import Final

from seoulution.postgres import launches, leases, locks, postmaster
from seoulution.postgres.errors import PostgresError
from seoulution.postgres.layout import Layout
from seoulution.postgres.processes import Process, identify
from seoulution.postgres.sockets import remove_folder

_TICK_SECONDS: Final = 0.5
_WAKING: Final = (signal.SIGCHLD, signal.SIGUSR1, signal.SIGTERM)
_KEPT_FOR_KILLED_SECONDS: Final = 3.0
"""For how long the server outlives a last client that was killed: what starts it again finds the database there, not just stopping."""
_RETRY_SECONDS: Final = 10.0
"""For how long a start is repeated while remains of a killed server are still being cleared away."""
_REMAINS: Final = ("lock file", "pre-existing shared memory block")


class Supervisor:
    """The acting supervisor of one data folder."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.server: Process | None = None
        self.standby_pid: int | None = None
        self.failures = 0
        self.next_attempt = 0.0
        self.kept_until = 0.0

    def run(self) -> bool:
        """Keep the server up until the last lease is gone or we are told to end. True in the new process that is to stand by."""
        signal.pthread_sigmask(signal.SIG_BLOCK, _WAKING)
        self._adopt()
        while True:
            if not self.layout.run.is_dir():  # the data folder was deleted under us: nothing is left to keep
                self._stop()
                return False
            if not self._is_kept() and self._left_by_all():
                return False
            self._keep_server()
            if self.standby_pid is None:
                self.standby_pid = os.fork()
                if self.standby_pid == 0:
                    return True
            postmaster.shorten_log(self.layout.log)
            woken_by = signal.sigtimedwait(_WAKING, _TICK_SECONDS)
            self._reap()
            if woken_by is not None and woken_by.si_signo == signal.SIGTERM:
                self._stop()
                return False
            if woken_by is not None and woken_by.si_signo == signal.SIGUSR1:
                self.next_attempt = 0.0  # somebody is waiting for the server: do not make them wait for the next attempt
                self.kept_until = 0.0  # or has left in good order, and waits until it has stopped

    def _adopt(self) -> None:
        found = postmaster.running(self.layout.cluster)
        if found is not None and locks.is_held(self.layout.server_lock):
            self.server = identify(found.pid)

    def _is_kept(self) -> bool:
        """Somebody uses it, or the last who did was killed a moment ago."""
        living, dead = leases.living_and_dead(self.layout)
        if dead:
            self.kept_until = time.monotonic() + _KEPT_FOR_KILLED_SECONDS
        return bool(living) or time.monotonic() < self.kept_until

    def _left_by_all(self) -> bool:
        """Stop, unless somebody is joining just now (they hold the gate); true when stopped."""
        gate = locks.open_lock(self.layout.gate)
        try:
            if not locks.try_lock(gate) or leases.holders(self.layout):
                return False
            self._stop()
            return True
        finally:
            os.close(gate)

    def _stop(self) -> None:
        """End the standby, then the server, and leave the folder as if nothing had run."""
        if self.standby_pid is not None:
            _kill(self.standby_pid)
        launch = launches.read(self.layout)
        if self.server is not None:
            postmaster.stop(self.server, seconds=60.0)
        self._reap()
        if launch is not None:
            remove_folder(launch.socket, self.layout.data_dir)
        self.layout.launch.unlink(missing_ok=True)

    def _keep_server(self) -> None:
        if self.server is not None and not self.server.is_alive:
            self.server = None
            postmaster.end_orphans(self.layout.cluster, seconds=2.0)
        launch = launches.read(self.layout)
        if self.server is not None or launch is None or time.monotonic() < self.next_attempt:
            return
        said = self._start(launch)
        if said is None:
            self.failures = 0
            launches.clear_failure(self.layout)
        else:
            self.failures += 1
            self.next_attempt = time.monotonic() + min(15.0, 2.0**self.failures)
            launches.report_failure(self.layout, said)

    def _start(self, launch: launches.Launch) -> str | None:
        """Start the server and see it ready; otherwise what it said."""
        deadline = time.monotonic() + _RETRY_SECONDS
        while True:
            try:
                said = self._start_once(launch)
            except (OSError, PostgresError) as error:
                return str(error)
            if said is None or time.monotonic() > deadline or not any(remains in said for remains in _REMAINS):
                return said
            time.sleep(0.2)

    def _start_once(self, launch: launches.Launch) -> str | None:
        postmaster.refuse_foreign(self.layout)
        server_lock = locks.open_lock(self.layout.server_lock)
        try:
            deadline = time.monotonic() + _RETRY_SECONDS
            while not locks.try_lock(server_lock):
                self._adopt()  # our predecessor was killed just after it had started a server
                if self.server is not None:
                    return None
                postmaster.end_orphans(self.layout.cluster, seconds=2.0)
                if time.monotonic() > deadline:
                    return f"{self.layout.server_lock} is held: a server started from another container uses this data folder"
                time.sleep(0.02)
            said_before = postmaster.log_size(self.layout.log)
            server = postmaster.start(self.layout, launch, server_lock)
        finally:
            os.close(server_lock)  # from here on only the server and its children hold it
        while server.poll() is None:
            found = postmaster.running(self.layout.cluster)
            if found is not None and found.pid == server.pid and found.is_ready:
                self.server = identify(server.pid)
                return None
            time.sleep(0.01)
        return postmaster.log_since(self.layout.log, said_before) or f"postgres ended with status {server.returncode}, silently"

    def _reap(self) -> None:
        """Take note of children that ended, so that they do not stay as zombies."""
        while True:
            try:
                pid, _ = os.waitpid(-1, os.WNOHANG)
            except ChildProcessError:
                return
            if pid == 0:
                return
            if pid == self.standby_pid:
                self.standby_pid = None


def supervise(layout: Layout) -> None:
    """Wait until no other supervisor acts, then act; return when the server was stopped."""
    signal.signal(signal.SIGUSR1, lambda *_: None)
    stands_by = True
    while stands_by:
        lock = locks.open_lock(layout.supervisor_lock)
        fcntl.flock(lock, fcntl.LOCK_EX)
        locks.sign(lock)
        stands_by = Supervisor(layout).run()
        os.close(lock)  # in a new standby this is only its copy: the lock stays with the supervisor that made it
        if stands_by:
            os.setsid()
            signal.pthread_sigmask(signal.SIG_UNBLOCK, _WAKING)


def _kill(pid: int) -> None:
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        return


def main() -> None:
    """Entry point of the process: step into the background, then supervise."""
    if os.fork() == 0:
        supervise(Layout(Path(sys.argv[1])))


if __name__ == "__main__":
    main()
