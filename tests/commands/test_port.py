"""Whose the port is: somebody's, or only for a moment longer that of workers whose launcher was killed."""

import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from seoulution.commands import port as ports
from seoulution.postgres.processes import identify


@pytest.fixture
def listener(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[socket.socket]:
    """Somebody listens; the home folder is empty."""
    monkeypatch.setenv("SEOULUTION_HOME", str(tmp_path))
    with socket.create_server(("127.0.0.1", 0)) as opened:
        yield opened


def _number(listener: socket.socket) -> int:
    return int(listener.getsockname()[1])


def _signed_by_a_dead_launcher(number: int) -> None:
    launcher = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    named = identify(launcher.pid)
    assert named is not None
    ports._signature(number).write_text(named.to_text())
    launcher.kill()
    launcher.wait()


def test_a_port_that_nobody_holds_is_free_at_once(listener: socket.socket) -> None:
    number = _number(listener)
    assert not ports.is_free(number)
    listener.close()
    assert ports.is_free(number) and ports.is_free_once_left(number)


def test_what_somebody_else_holds_is_not_waited_for(listener: socket.socket) -> None:
    began = time.monotonic()
    assert not ports.is_free_once_left(_number(listener))
    assert time.monotonic() - began < 1


def test_what_a_living_launcher_holds_is_not_waited_for(listener: socket.socket) -> None:
    ports.sign(_number(listener))
    began = time.monotonic()
    assert not ports.is_free_once_left(_number(listener))
    assert time.monotonic() - began < 1


def test_what_a_killed_launcher_left_is_waited_for(listener: socket.socket) -> None:
    """Before, a start in this moment said that the site is running already, and nothing ran a moment later."""
    number = _number(listener)
    assert not ports.is_free_or_being_left(number)
    _signed_by_a_dead_launcher(number)
    assert ports.is_free_or_being_left(number)
    threading.Timer(0.3, listener.close).start()
    assert ports.is_free_once_left(number)


def test_what_is_never_left_is_given_up(listener: socket.socket, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ports, "LEFT_WITHIN_SECONDS", 0.2)
    _signed_by_a_dead_launcher(_number(listener))
    assert not ports.is_free_once_left(_number(listener))


def test_a_signature_that_was_cut_short_names_nobody(listener: socket.socket) -> None:
    number = _number(listener)
    ports._signature(number).write_text("12")
    assert not ports.is_free_once_left(number)


def test_what_speaks_no_health_does_not_answer(listener: socket.socket) -> None:
    number = _number(listener)
    threading.Thread(target=lambda: listener.accept()[0].close(), daemon=True).start()
    assert not ports.answers(number)
