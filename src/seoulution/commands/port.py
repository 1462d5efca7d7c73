"""The port that `seoulution up` serves on: free, served already, or held for a moment longer by what a killed one left behind."""

import json
import socket
import time
import urllib.request
from pathlib import Path
from typing import Final

from seoulution.config.env import home
from seoulution.postgres.processes import Process, this_process

LEFT_WITHIN_SECONDS: Final = 15.0
"""Web workers see at once that their launcher is gone, and finish what they are answering."""


def is_free(port: int) -> bool:
    """Nobody listens there."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def answers(port: int) -> bool:
    """A site of ours answers there, and its database is up."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=1) as answer:
            return bool(json.load(answer).get("database") == "up")
    except (OSError, ValueError):
        return False


def sign(port: int) -> None:
    """Says who serves there, for a launcher that comes after this one was killed."""
    _signature(port).write_text(this_process().to_text())


def is_free_or_being_left(port: int) -> bool:
    """Nobody holds it, or only web workers whose launcher is dead: what a start needs until it serves can be done meanwhile."""
    return is_free(port) or _launcher_is_dead(port)


def is_free_once_left(port: int) -> bool:
    """Waits while the port is held only by web workers whose launcher is dead; says whether it is free then."""
    until = time.monotonic() + LEFT_WITHIN_SECONDS
    while not is_free(port):
        if not _launcher_is_dead(port) or time.monotonic() > until:
            return False
        time.sleep(0.05)
    return True


def _launcher_is_dead(port: int) -> bool:
    try:
        launcher = Process.from_text(_signature(port).read_text())
    except OSError:
        return False
    return launcher is not None and not launcher.is_alive


def _signature(port: int) -> Path:
    return home().path / f"up-{port}"
