"""Keeps one typesetting process warm for this process, restarts it when it dies, and never waits for it without an end.

Starting it costs 0.4 s (fonts), a job a fraction of that; so it is kept, and replaced after some jobs so that it cannot grow.
Safe to call from any thread; no signals are used. After a fork the child starts its own.
"""

import atexit
import base64
import contextlib
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Final, cast

from seoulution.formats.rendered import RenderFailed
from seoulution.formats.typst_child import read_message, write_message

JOB_SECONDS: Final = 30.0
QUEUE_SECONDS: Final = 60.0
JOBS_BEFORE_REPLACING: Final = 50
STALE_SECONDS: Final = 24 * 3600
"""No process lives as long: it ends after ten idle minutes or fifty jobs."""
_FOLDER: Final = "seoulution-typst-"
_DEAD_PROXY: Final = "http://127.0.0.1:9"


@dataclass(frozen=True, slots=True)
class Answer:
    """files : what was made; missing : script name to example characters that no font could draw."""

    files: tuple[bytes, ...]
    missing: Mapping[str, str]


class TypstWorker:
    """One child process at a time; jobs wait for each other."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._root: Path | None = None
        self._jobs = 0

    def ask(self, job: Mapping[str, Any], *, seconds: float = JOB_SECONDS) -> Answer:
        """The answer to one job.

        raises RenderFailed : the compiler refused, a limit ended it, it took longer than `seconds`, or the queue is full
        """
        if not self._lock.acquire(timeout=QUEUE_SECONDS):
            raise RenderFailed("The typesetter is busy with other documents. Nothing was lost; ask again in a minute.")
        try:
            value = self._exchange(dict(job), seconds)
        finally:
            self._lock.release()
        if "error" in value:
            raise RenderFailed(f"The typesetter could not set this document: {value['error']}")
        return Answer(tuple(base64.b64decode(item) for item in value["files"]), value["missing"])

    def warm(self) -> None:
        """Start the process now, so that the first document does not wait for it."""
        with self._lock:
            self._running()

    def close(self) -> None:
        """End the process; the next job starts another."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()
            for stream in (process.stdin, process.stdout):
                if stream is not None:
                    with contextlib.suppress(OSError):
                        stream.close()
        root, self._root = self._root, None
        if root is not None:
            with contextlib.suppress(OSError):  # a process that ended by itself took it away
                root.rmdir()

    def _exchange(self, job: dict[str, Any], seconds: float) -> dict[str, Any]:
        for attempt in (1, 2):
            process = self._running()
            alarm = threading.Timer(seconds, process.kill)
            alarm.start()
            try:
                write_message(cast(BinaryIO, process.stdin), job)
                answer = read_message(cast(BinaryIO, process.stdout))
            except (OSError, ValueError):
                answer = None
            finally:
                alarm.cancel()
            if answer is not None:
                self._jobs += 1
                if self._jobs >= JOBS_BEFORE_REPLACING:
                    self.close()
                return answer
            left_idle = process.poll() == 0
            self.close()
            if not left_idle or attempt == 2:
                break
        raise RenderFailed(
            "The typesetter was stopped: this document needs more memory or time than it may use. "
            "The document itself is kept; choose another format or make it shorter."
        )

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is not None and self._process.poll() is not None:
            self.close()
        if self._process is None:
            sweep()
            self._root = Path(tempfile.mkdtemp(prefix=_FOLDER))
            self._process = subprocess.Popen(
                [sys.executable, "-m", "seoulution.formats.typst_child", str(self._root)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=_environment(),
                cwd="/",
            )
            self._jobs = 0
        return self._process


def sweep() -> None:
    """Takes away the empty folders of typesetters that were killed together with whoever would have done it."""
    for folder in Path(tempfile.gettempdir()).glob(f"{_FOLDER}*"):
        with contextlib.suppress(OSError):
            if time.time() - folder.stat().st_mtime > STALE_SECONDS:
                folder.rmdir()


def _environment() -> dict[str, str]:
    """Nothing of ours but what Python and the fonts need: no passwords reach the child."""
    kept = {name: os.environ[name] for name in ("HOME", "LANG", "TMPDIR", "SEOULUTION_FONTS") if name in os.environ}
    proxies = dict.fromkeys(("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"), _DEAD_PROXY)
    paths = os.pathsep.join(path for path in sys.path if path)
    return {**kept, **proxies, "PYTHONPATH": paths, "RAYON_NUM_THREADS": "1", "PYTHONDONTWRITEBYTECODE": "1"}


_WORKERS: dict[int, TypstWorker] = {}
_MAKING = threading.Lock()


def worker() -> TypstWorker:
    """The worker of this process."""
    with _MAKING:
        found = _WORKERS.get(os.getpid())
        if found is None:
            _WORKERS.clear()
            found = _WORKERS[os.getpid()] = TypstWorker()
            atexit.register(found.close)
        return found
