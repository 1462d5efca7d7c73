"""`seoulution up` as a person starts it, with the processes it is made of, each of which can be killed and is watched until it is back."""

import http.client
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Final

from tests.trust.served import free_port

FIRST_START_SECONDS: Final = 900
BACK_SECONDS: Final = 60
_NOT_INHERITED: Final = frozenset({"SEOULUTION_EMBEDDED_SOCKET", "DATABASE_URL", "PYTHONDONTWRITEBYTECODE"})
"""The site runs as on a person's machine: with a database of its own, and modules compiled once."""


class Part(StrEnum):
    """What can be killed."""

    LAUNCHER = "launcher"
    WEB = "web process"
    WORKER = "job worker"
    DATABASE = "database server"


@dataclass
class KilledSite:
    """Where it answers, and who runs it now. `home` holds the log and, without a DATABASE_URL, the database."""

    home: Path
    environment: Mapping[str, str]
    port: int = field(default_factory=free_port)
    by_hand: int = 0
    launcher: subprocess.Popen[bytes] | None = None

    @property
    def log(self) -> Path:
        return self.home / "up.log"

    @property
    def one_time_password(self) -> str:
        """Of the demo officer, as the first start printed it."""
        found = re.search(r"one-time password: (\S+)", self.log.read_text())
        assert found is not None
        return found[1]

    def start(self) -> None:
        """Starts the launcher, as `make up` does."""
        with self.log.open("a") as log:
            self.launcher = subprocess.Popen(
                [sys.executable, "-m", "seoulution.cli", "up", "--port", str(self.port)],
                env=dict(self.environment), stdout=log, stderr=log, start_new_session=True,
            )  # fmt: skip

    def is_up(self) -> bool:
        """The site answers, and its database does."""
        with suppress(OSError, http.client.HTTPException, ValueError):
            connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=2)
            connection.request("GET", "/health")
            return bool(json.load(connection.getresponse())["database"] == "up")
        return False

    def wait(self, seconds: float = BACK_SECONDS) -> None:
        """Until it answers."""
        until = time.monotonic() + seconds
        while not self.is_up():
            assert self.launcher is not None
            if time.monotonic() > until:
                raise RuntimeError(f"the site did not come up ({self.launcher.returncode}):\n{self.log.read_text()[-3000:]}")
            self._again_if_it_ended()
            time.sleep(0.01)

    def _again_if_it_ended(self) -> None:
        """A launcher that ended by itself is counted, and started by hand as a person would."""
        assert self.launcher is not None
        if self.launcher.poll() is not None:
            self.by_hand += 1
            self.start()

    def pid(self, part: Part) -> int | None:
        """The process of a part, if it runs now."""
        assert self.launcher is not None
        if part is Part.LAUNCHER:
            return self.launcher.pid
        if part is Part.DATABASE:
            return _postmaster(self.home)
        wanted = " worker " if part is Part.WORKER else " up "
        return next((pid for pid, command in _children(self.launcher.pid) if wanted in command), None)

    def kill(self, part: Part) -> float | None:
        """Kills (-9), and sees it back. Seconds until the site answers again, or the worker is there; None where there was none to kill."""
        pid = self.pid(part)
        if pid is None:
            return None
        began = time.monotonic()
        os.kill(pid, signal.SIGKILL)
        if part is Part.LAUNCHER:
            assert self.launcher is not None
            self.launcher.wait()
            self.start()
        back = Part.WEB if part is Part.LAUNCHER else part  # what the killed launcher left may still answer for a moment
        while self.pid(back) in (None, pid) and time.monotonic() < began + BACK_SECONDS:
            self._again_if_it_ended()
            time.sleep(0.01)
        self.wait()
        return time.monotonic() - began

    def stop(self) -> None:
        """As Ctrl-C does."""
        if self.launcher is not None:
            self.launcher.send_signal(signal.SIGINT)
            with suppress(subprocess.TimeoutExpired):
                self.launcher.wait(30)
            self.launcher.kill()
            self.launcher.wait()


@contextmanager
def site_to_kill(home: Path, environment: Mapping[str, str]) -> Iterator[KilledSite]:
    """A site that answers, with its own home folder."""
    inherited = {name: value for name, value in os.environ.items() if name not in _NOT_INHERITED}
    path = os.pathsep.join(each for each in sys.path if each)
    settings = {"DJANGO_SETTINGS_MODULE": "seoulution.config.settings.development", "PYTHONPATH": path}
    site = KilledSite(home, {**inherited, **settings, "SEOULUTION_HOME": str(home), **environment})
    try:
        site.start()
        site.wait(FIRST_START_SECONDS)
        yield site
    finally:
        site.stop()


def _children(parent: int) -> Iterator[tuple[int, str]]:
    """Also those that a thread of it started."""
    for listing in Path(f"/proc/{parent}/task").glob("*/children"):
        with suppress(OSError):
            for pid in map(int, listing.read_text().split()):
                with suppress(OSError):
                    yield pid, Path(f"/proc/{pid}/cmdline").read_text().replace("\0", " ")


def _postmaster(home: Path) -> int | None:
    with suppress(OSError, ValueError, IndexError):
        return int((home / "postgres" / "cluster" / "postmaster.pid").read_text().split()[0])
    return None
