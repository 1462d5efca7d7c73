"""A process that stands beside another ends soon after it, however that one ended."""

import os
import subprocess
import sys
import threading
import time

import pytest

from seoulution.config import end_with
from seoulution.config.end_with import VARIABLE
from seoulution.postgres.processes import identify

SCRIPT = "import time; from seoulution.config.end_with import end_with_named; end_with_named(); print('up', flush=True); time.sleep(60)"


def test_when_the_other_is_killed_this_one_ends() -> None:
    other = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    named = identify(other.pid)
    assert named is not None
    environment = {VARIABLE: named.to_text(), "PYTHONPATH": ":".join(path for path in sys.path if path)}
    beside = subprocess.Popen([sys.executable, "-c", SCRIPT], env=environment, stdout=subprocess.PIPE, text=True)
    try:
        assert beside.stdout is not None and beside.stdout.readline() == "up\n"
        assert beside.poll() is None
        other.kill()
        other.wait()
        assert beside.wait(5) != 0
    finally:
        beside.kill()
        other.kill()


def test_without_a_name_nothing_is_watched() -> None:
    started = time.monotonic()
    call = "from seoulution.config.end_with import end_with_named; end_with_named()"
    assert subprocess.run([sys.executable, "-c", call], env={"PYTHONPATH": ":".join(sys.path)}, check=False).returncode == 0
    assert time.monotonic() - started < 30


def test_the_end_is_seen_at_once_where_the_kernel_tells_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(end_with, "LOOKS_EVERY_SECONDS", 30.0)
    other = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    named = identify(other.pid)
    assert named is not None
    threading.Timer(0.2, other.kill).start()
    began = time.monotonic()
    end_with._wait_for_end_of(named)
    assert 0.15 < time.monotonic() - began < 10
    other.wait()
    end_with._wait_for_end_of(named)  # long gone: nothing is waited for


def test_where_the_kernel_does_not_tell_it_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_pid: int) -> int:
        raise OSError

    monkeypatch.setattr(os, "pidfd_open", refused)
    other = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    named = identify(other.pid)
    assert named is not None
    threading.Timer(0.2, other.kill).start()
    end_with._wait_for_end_of(named)
    assert other.wait() != 0
