"""A server whose workers die again and again is begun anew, unless it never answered or was told to end."""

import signal
import threading
import time
from collections.abc import Callable

import pytest

from seoulution.commands import serving


class Server:
    """Serves as told: gives up, or returns because it was told to end."""

    def __init__(self, gives_up: bool, *, interrupted: bool = False) -> None:
        self.interrupt_signal = interrupted
        self.gives_up = gives_up

    def serve(self) -> None:
        time.sleep(0.2)  # the thread that asks for the first answer runs meanwhile
        if self.gives_up:
            raise SystemExit(1)


Plays = Callable[..., list[str]]


@pytest.fixture
def plays(monkeypatch: pytest.MonkeyPatch) -> Plays:
    """Serves with these servers, one after the other; returns what was announced."""

    def play(*servers: Server, answered: bool = True) -> list[str]:
        announced: list[str] = []
        coming = iter(servers)
        monkeypatch.setattr(serving, "new_server", lambda _port, _workers: next(coming))
        monkeypatch.setattr(serving, "answers", lambda _port: answered)
        serving.serve(1, 1, lambda: announced.append("up"))
        assert next(coming, None) is None, "every server was begun"
        return announced

    monkeypatch.setattr(serving, "WAITS_SECONDS", (0.0, 0.05))
    return play


def test_a_server_that_gives_up_is_begun_anew_and_announced_once(plays: Plays) -> None:
    """Before, two killed workers within five seconds ended the whole site."""
    assert plays(Server(True), Server(True), Server(True), Server(False)) == ["up"]


def test_a_site_that_never_answered_says_so_by_ending(plays: Plays) -> None:
    with pytest.raises(SystemExit):
        plays(Server(True), answered=False)


def test_told_to_end_while_a_worker_is_dead_it_ends(plays: Plays) -> None:
    with pytest.raises(SystemExit):
        plays(Server(True, interrupted=True))


def test_told_to_end_while_it_waits_it_ends(plays: Plays, monkeypatch: pytest.MonkeyPatch) -> None:
    server = Server(True)
    monkeypatch.setattr(serving, "WAITS_SECONDS", (30.0,))
    threading.Timer(0.4, lambda: setattr(server, "interrupt_signal", True)).start()
    began = time.monotonic()
    assert plays(server) == ["up"]
    assert time.monotonic() - began < 10


def test_a_signal_that_another_thread_took_ends_the_wait_of_the_first() -> None:
    """Python runs what answers a signal in its first thread alone, and only when that does something."""
    waits, elsewhere = serving.InTurns(), threading.Event()
    other = threading.Thread(target=elsewhere.wait)
    other.start()
    before = signal.signal(signal.SIGUSR1, lambda *_: waits.set())
    ident = other.ident
    assert ident is not None
    threading.Timer(0.2, lambda: signal.pthread_kill(ident, signal.SIGUSR1)).start()
    try:
        assert waits.wait() and waits.is_set()
    finally:
        signal.signal(signal.SIGUSR1, before)
        elsewhere.set()
        other.join()
