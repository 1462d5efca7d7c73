"""One worker is kept: started, started again when it is killed, ended with its keeper."""

import os
import signal
import sys
import time
from collections.abc import Callable

import pytest

from seoulution.commands import worker_beside
from seoulution.commands.worker_beside import WorkerBeside
from seoulution.postgres.processes import identify, this_process


def _until(holds: Callable[[], bool]) -> None:
    until = time.monotonic() + 10
    while not holds():
        assert time.monotonic() < until
        time.sleep(0.02)


@pytest.fixture
def sleeping(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker_beside, "command", lambda: [sys.executable, "-c", "import time; time.sleep(60)"])
    monkeypatch.setattr(worker_beside, "WAITS_SECONDS", (0.05, 0.05))


def test_a_killed_worker_is_started_again_and_ends_with_its_keeper(sleeping: None) -> None:
    kept = WorkerBeside()
    kept.start()
    _until(lambda: kept.process is not None)
    assert kept.process is not None
    first = kept.process.pid
    os.kill(first, signal.SIGKILL)
    _until(lambda: kept.process is not None and kept.process.pid != first)
    second = kept.process.pid
    assert identify(first) is None
    kept.stop()
    assert identify(second) is None


def test_stopping_before_it_began_is_no_error() -> None:
    WorkerBeside().stop()


def test_the_worker_is_told_beside_whom_it_stands() -> None:
    assert worker_beside.command()[-3:] == ["worker", "--beside", this_process().to_text()]
