"""A process that stands beside another ends with it, however that one ends: a killed parent leaves no orphan that holds a port."""

import os
import select
import signal
import threading
import time
from contextlib import suppress
from typing import Final

from seoulution.postgres.processes import Process

VARIABLE: Final = "SEOULUTION_STANDS_BESIDE"
LOOKS_EVERY_SECONDS: Final = 0.5


def end_with(beside: Process, *, within_seconds: float) -> None:
    """Returns at once. When the other process is gone, this one is told to end, and after some seconds ends without being asked."""
    threading.Thread(target=_watch, args=(beside, within_seconds), name="end-with", daemon=True).start()


def end_with_named() -> None:
    """The same for the process that the environment names, if any: how `seoulution up` is followed by its web workers."""
    beside = Process.from_text(os.environ.get(VARIABLE, ""))
    if beside is not None:
        end_with(beside, within_seconds=5.0)


def _watch(beside: Process, within_seconds: float) -> None:
    _wait_for_end_of(beside)
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(within_seconds)
    os._exit(1)


def _wait_for_end_of(beside: Process) -> None:
    """The kernel says so at once (Linux 5.3); where it can't, this looks twice a second."""
    with suppress(OSError):
        end = os.pidfd_open(beside.pid)
        if beside.is_alive:  # the number was still its own when it was opened
            select.select([end], [], [])
        os.close(end)
    while beside.is_alive:
        time.sleep(LOOKS_EVERY_SECONDS)
