"""The one worker that `seoulution up` keeps beside the web server: started with it, started again when it dies, ended with it."""

import os
import subprocess
import sys
import threading
from typing import Final

from seoulution.postgres.processes import this_process

WAITS_SECONDS: Final = (0.5, 1.0, 2.0, 5.0, 15.0)
"""Before each start after a death; the last one for ever, so that a broken worker does not eat the machine."""
GOOD_AFTER_SECONDS: Final = 60.0
"""A worker that lived so long had no fault of its own: the next one starts at once."""
ENDS_WITHIN_SECONDS: Final = 15.0


class WorkerBeside:
    """Keeps the process. Were this one killed, the worker sees it and ends by itself."""

    def __init__(self) -> None:
        self.process: subprocess.Popen[bytes] | None = None
        self._ending = threading.Event()
        self._thread = threading.Thread(target=self._keep, name="worker-beside", daemon=True)

    def start(self) -> None:
        """Returns at once."""
        self._thread.start()

    def stop(self) -> None:
        """Ends the worker in good order, or at once where it takes too long."""
        self._ending.set()
        process = self.process
        if process is None:
            return
        process.terminate()
        try:
            process.wait(ENDS_WITHIN_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def _keep(self) -> None:
        deaths = 0
        while not self._ending.is_set():
            self.process = subprocess.Popen(command(), start_new_session=True, env=os.environ.copy())
            if self._ending.is_set():
                self.process.terminate()
            try:
                self.process.wait(GOOD_AFTER_SECONDS)
                deaths += 1
            except subprocess.TimeoutExpired:
                self.process.wait()
                deaths = 0
            self._ending.wait(WAITS_SECONDS[min(deaths, len(WAITS_SECONDS) - 1)])


def command() -> list[str]:
    """How the worker is started: with this Python, beside this process."""
    return [sys.executable, "-m", "seoulution.cli", "worker", "--beside", this_process().to_text()]
