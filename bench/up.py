"""How long until a page answers: a first `up` with empty home folder (dependencies installed), and a later one.

Bound: starting PostgreSQL and importing Django, which nothing can leave out.
"""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from contextlib import closing, suppress

from bench.table import Row, median


def measured() -> list[Row]:
    """Cold once, warm three times."""
    with tempfile.TemporaryDirectory(prefix="seoulution-bench-") as folder:
        environment = {**os.environ, "SEOULUTION_HOME": folder}
        environment.pop("DATABASE_URL", None)
        cold = _until_ready(environment)
        warm = median([_until_ready(environment) for _ in range(3)])
        bound = median([_bound(environment) for _ in range(3)])
    return [
        Row("cold `up`: empty home to first answer", cold, "s", bound, note="reference data, search index of all passages"),
        Row("warm `up`: command to first answer", warm, "s", bound),
    ]


def _until_ready(environment: dict[str, str]) -> float:
    port = _free_port()
    started = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "seoulution.cli", "up", "--port", str(port)],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        while time.perf_counter() - started < 900:
            with suppress(OSError, urllib.error.URLError):
                urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=2).read()
                return time.perf_counter() - started
            time.sleep(0.02)
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(30)
    raise RuntimeError("the server did not answer within 15 minutes")


def _bound(environment: dict[str, str]) -> float:
    started = time.perf_counter()
    code = "import seoulution.commands.django_ready as d; d.ready(); from django.db import connection; connection.ensure_connection()"
    subprocess.run(
        [sys.executable, "-c", code], env=environment, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    return time.perf_counter() - started


def _free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
