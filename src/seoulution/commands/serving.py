"""The web server of `seoulution up`: workers that are killed come back, however quickly one dies after the other."""

import threading
import time
from collections.abc import Callable
from typing import Any, Final

from seoulution.commands.django_ready import keeping_all
from seoulution.commands.port import answers

WAITS_SECONDS: Final = (0.0, 0.5, 1.0, 2.0, 5.0, 15.0)
"""Before each new beginning after the server gave up; the last one for ever."""
GOOD_AFTER_SECONDS: Final = 60.0
TURN_SECONDS: Final = 0.5


def serve(port: int, workers: int, once_up: Callable[[], None]) -> None:
    """Until told to end. Once a page was answered, a server that gives up because its workers die begins anew.

    once_up : called when the first page is answered
    raises SystemExit : the workers died before they answered anything, so that something is wrong with the site itself
    """
    has_answered = threading.Event()
    threading.Thread(target=_wait_for_answer, args=(port, has_answered, once_up), daemon=True).start()
    given_up = 0
    while True:
        server, began = new_server(port, workers), time.monotonic()
        try:
            server.serve()
            return
        except SystemExit:
            if server.interrupt_signal or not has_answered.is_set():
                raise
        given_up = 0 if time.monotonic() - began > GOOD_AFTER_SECONDS else given_up + 1
        until = time.monotonic() + WAITS_SECONDS[min(given_up, len(WAITS_SECONDS)) - 1]
        while time.monotonic() < until:
            if server.interrupt_signal:  # its handlers still take Ctrl-C
                return
            time.sleep(0.05)


def lay_out_pages() -> None:
    """Loads all pages before workers are forked, so that a worker that comes back answers in a moment instead of seconds."""
    with keeping_all():
        from django.urls import get_resolver

        _ = get_resolver().url_patterns


def new_server(port: int, workers: int) -> Any:
    """One web server, not yet serving."""
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    server = Granian(
        "seoulution.config.wsgi:application",
        address="127.0.0.1",
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=3,  # with four, pages wait for each other's turn: one visitor in twenty a tenth longer
        backpressure=64,
        log_enabled=True,
        log_level=LogLevels.warning,
        respawn_failed_workers=True,
    )
    server.main_loop_interrupt = InTurns()
    return server


class InTurns(threading.Event):
    """Waits in turns of half a second, since a signal that comes just before a wait, or to another thread, does not end it.

    A Ctrl-C in the moment in which the site became ready was lost so.
    """

    def wait(self, timeout: float | None = None) -> bool:
        if timeout is not None:
            return super().wait(timeout)
        while not super().wait(TURN_SECONDS):
            pass
        return True


def _wait_for_answer(port: int, has_answered: threading.Event, once_up: Callable[[], None]) -> None:
    for _ in range(600):
        if answers(port):
            has_answered.set()
            once_up()
            return
        time.sleep(0.05)
