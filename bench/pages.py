"""Requests per second and p95 of pages at 8 connections, one web worker. Bound: /health, which asks the database once."""

import http.client
import os
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress

from bench.table import Row
from bench.up import _free_port

CONNECTIONS = 8
SECONDS = 6.0


def measured() -> list[Row]:
    """Home, a list of 50, the request workspace."""
    from seoulution.commands.django_ready import ready

    ready()
    cookie = _officer_cookie()
    port = _free_port()
    server = subprocess.Popen(
        [sys.executable, "-m", "seoulution.cli", "up", "--port", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ},
    )
    try:
        _wait(port)
        _first_search(port)
        bound_rate, bound_p95 = _load(port, "/health", "")
        rows = []
        for what, path, own in (
            ("home page", "/", ""),
            ("list of solutions", "/solutions/", ""),
            ("status table", "/status/", ""),
            ("request workspace", "/office/requests/metro-manila-2013/", cookie),
        ):
            rate, p95 = _load(port, path, own)
            rows.append(Row(f"{what}: requests per second", rate, "/s", bound_rate))
            rows.append(Row(f"{what}: p95", p95, "ms", bound_p95))
        return rows
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(30)


def _officer_cookie() -> str:
    from django.test import Client

    from seoulution.apps.accounts.roles import Officer
    from seoulution.apps.accounts.services import ensure_person

    user, _ = ensure_person("bench-officer", role=Officer)
    user.password_is_one_time = False
    client = Client()
    client.force_login(user, backend="seoulution.apps.accounts.backend.PersonBackend")
    type(user).objects.filter(pk=user.pk).update(password_is_one_time=False)
    return f"sessionid={client.cookies['sessionid'].value}"


def _wait(port: int) -> None:
    for _ in range(3000):
        with suppress(OSError):
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=2)
            connection.request("GET", "/health")
            if connection.getresponse().status == 200:
                return
        time.sleep(0.05)
    raise RuntimeError("the server did not answer")


def _first_search(port: int) -> None:
    """Answered only when encoders and index are loaded, so that warming up is not measured."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    connection.request("GET", "/solutions/?q=water+leaks")
    connection.getresponse().read()


def _load(port: int, path: str, cookie: str) -> tuple[float, float]:
    """Closed loop of 8 connections for a few seconds after one warm-up each; any answer but 200 stops the measurement."""
    times: list[float] = []
    lock = threading.Lock()
    problems: list[int] = []
    end = time.perf_counter() + SECONDS + 1

    def visit() -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        own: list[float] = []
        first = True
        while time.perf_counter() < end and not problems:
            started = time.perf_counter()
            connection.request("GET", path, headers={"Cookie": cookie} if cookie else {})
            answer = connection.getresponse()
            answer.read()
            if answer.status != 200:
                problems.append(answer.status)
            if not first:
                own.append(time.perf_counter() - started)
            first = False
        with lock:
            times.extend(own)

    threads = [threading.Thread(target=visit) for _ in range(CONNECTIONS)]
    started = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if problems:
        raise RuntimeError(f"{path} answered {problems[0]}")
    ordered = sorted(times)
    return len(times) / (time.perf_counter() - started), ordered[int(len(ordered) * 0.95)] * 1000
