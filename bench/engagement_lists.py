"""How fast are lists of a hundred thousand engagements with two million rows of history? `python -m bench engagement_lists`

The running server (`up --workers 2`, one for each core) with eight connections: any filtered list, the board, Today; some of them again while an engagement
changes each second, so that no count that was kept is good for longer. Then the whole list as a file, and what the worker's memory does meanwhile. Bound: the site's smallest answer, `/health`, under the same load. Peer: Django's generic list view over the same table
(`bench.plain_lists`), where it has the same filter. A path with `{}` is asked with another number each time, so that nothing kept of an earlier answer helps.
"""

import http.client
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from urllib.parse import quote

from bench.search_load import _wait as wait_for
from bench.search_load import cpu_seconds, memory_mb
from bench.table import Row, median
from bench.up import _free_port

ROOT = Path(__file__).resolve().parents[1]
HOME = "SEOULUTION_BENCH_LISTS_HOME"
"""A folder grown by `bench.engagement_set` before, to measure again without growing another."""
CONNECTIONS, REQUESTS, BATCHES, WORKERS = 8, 160, 3, 2
SETTLES_SECONDS = 25
"""After a start the worker of jobs goes through all engagements once, and the pages lay their index: a day's work of a site, not a page's."""
LIST = "/office/engagements/"
PATHS = (
    ("table, first page", LIST),
    ("table, page 1990", LIST + "?page=1990"),
    ("table, one stage", LIST + "?stage=training"),
    ("table, sector and standing, under way", LIST + "?sector=water&standing=running&state=open"),
    ("table, one country, by name", LIST + "?country=VN&sort=name"),
    ("table, by city", LIST + "?sort=city"),
    ("table, words in English", LIST + "?q=" + quote("engagement 99")),
    ("table, words never asked before", LIST + "?q=" + quote("engagement ") + "{}"),
    ("table, words of two syllables", LIST + "?q=" + quote("자문")),
    ("table, another page each time", LIST + "?page={}"),
    ("table, mine", LIST + "?whose=mine"),
    ("table, a promise or task overdue", LIST + "?state=overdue"),
    ("table, no contact lately", LIST + "?state=quiet"),
    ("board", LIST + "?view=board"),
    ("board, one sector", LIST + "?view=board&sector=transport"),
    ("board, words never asked before", LIST + "?view=board&q=" + quote("engagement ") + "{}"),
    ("calendar, one sector", LIST + "?view=calendar&sector=transport&month=2026-03"),
    ("map, one sector", LIST + "?view=map&sector=transport"),
    ("Today", "/office/"),
    ("promise ledger, 50,000 promises", "/office/promises/"),
    ("everybody's tasks, 50,000", "/office/tasks/?whose=all"),
)
WHILE_FILES_CHANGE = ("table, first page", "table, one stage", "board", "calendar, one sector", "Today")


WITH_PEER = (LIST, LIST + "?page=1990", LIST + "?stage=training", LIST + "?q=" + quote("engagement ") + "{}")


def measured() -> list[Row]:
    """Lists under load, then downloads."""
    kept = os.environ.get(HOME)
    with tempfile.TemporaryDirectory(prefix="seoulution-bench-") as folder:
        environment = {**os.environ, "SEOULUTION_HOME": kept or folder}
        environment.pop("DATABASE_URL", None)
        if not kept:
            for command in (["-m", "seoulution.cli", "up", "--prepare-only"], ["-m", "bench.engagement_set"]):
                subprocess.run([sys.executable, *command], env=environment, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        cookie = _run_here("cookie", environment)
        port = _free_port()
        server = subprocess.Popen(
            [sys.executable, "-m", "seoulution.cli", "up", "--port", str(port), "--workers", str(WORKERS)],
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            wait_for(port)
            workers = _serving(server.pid)
            time.sleep(SETTLES_SECONDS)
            bound, _p95 = _loaded("/health", port, workers, cookie)
            rows = []
            with _plain(environment) as (plain_port, plain_workers):
                for what, path in PATHS:
                    cpu, p95 = _loaded(path, port, workers, cookie)
                    beside = path in WITH_PEER and _loaded(path.replace(LIST, "/plain/"), plain_port, plain_workers, cookie)
                    note = f"p95 {p95:.0f} ms at {CONNECTIONS} connections" + (f"; peer's {beside[1]:.0f} ms" if beside else "")
                    rows.append(Row(f"{what}: CPU", cpu, "ms", bound, beside[0] if beside else None, note))
            with _changing(environment):
                for what in WHILE_FILES_CHANGE:
                    cpu, p95 = _loaded(dict(PATHS)[what], port, workers, cookie)
                    note = f"p95 {p95:.0f} ms at {CONNECTIONS} connections"
                    rows.append(Row(f"{what}, while a file changes each second: CPU", cpu, "ms", bound, None, note))
            fresh = _run_here("cookie", environment)  # a whole register asks an older sign-in first
            rows += [_download(name, port, workers, fresh) for name in ("csv", "xlsx")]
        finally:
            server.send_signal(signal.SIGINT)
            server.wait(60)
    return rows


def _run_here(word: str, environment: dict[str, str]) -> str:
    """In a process of its own: this one may already have another database."""
    done = subprocess.run(
        [sys.executable, "-m", "bench.engagement_lists", word],
        env=environment,
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout.strip().splitlines()[-1]


@contextmanager
def _changing(environment: dict[str, str]) -> Iterator[None]:
    """Meanwhile an engagement changes its standing each second."""
    changing = subprocess.Popen([sys.executable, "-m", "bench.engagement_lists", "changes"], env=environment, cwd=ROOT)
    try:
        yield
    finally:
        changing.kill()
        changing.wait()


def _serving(pid: int) -> list[int]:
    """The web processes themselves: the worker of jobs beside them has work of its own."""
    for _ in range(100):
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        words = {int(child): Path(f"/proc/{child}/cmdline").read_bytes().split(b"\0") for child in children}
        found = [child for child, line in words.items() if b"worker" not in line and not line[0].endswith(b"postgres")]
        if len(found) == WORKERS:
            return found
        time.sleep(0.05)
    raise RuntimeError(f"{WORKERS} web processes were asked for")


@contextmanager
def _plain(environment: dict[str, str]) -> Iterator[tuple[int, list[int]]]:
    """The peer, served beside ours from the same database: its port, and the process that serves."""
    port = _free_port()
    server = subprocess.Popen(
        [sys.executable, "-m", "bench.plain_lists", str(port)],
        env=environment,
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        for _ in range(200):
            time.sleep(0.1)
            with suppress(OSError):
                _get(port, "/plain/", "")
                break
        children = Path(f"/proc/{server.pid}/task/{server.pid}/children").read_text().split()
        yield port, [int(children[-1])]
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(30)


def _loaded(path: str, port: int, workers: list[int], cookie: str) -> tuple[float, float]:
    """Processor time of one answer in the process that serves, and the time that nineteen of twenty visitors wait at most; ms.

    The median of some batches each: another one's work on the machine falls into one or two of them.
    """
    _get(port, path.format(1), cookie)
    batches = [_batch(path, port, workers, cookie) for _ in range(BATCHES)]
    return median([cpu for cpu, _p95 in batches]), median([p95 for _cpu, p95 in batches])


def _batch(path: str, port: int, workers: list[int], cookie: str) -> tuple[float, float]:
    waiting: SimpleQueue[str] = SimpleQueue()
    for number in range(REQUESTS):
        waiting.put(path.format(100 + 7 * number))
    times: list[float] = []
    before = sum(map(cpu_seconds, workers))
    visitors = [threading.Thread(target=_drain, args=(port, waiting, times, cookie)) for _ in range(CONNECTIONS)]
    for visitor in visitors:
        visitor.start()
    for visitor in visitors:
        visitor.join()
    if len(times) != REQUESTS:
        raise RuntimeError(f"{REQUESTS - len(times)} of {REQUESTS} were not answered: {path}")
    cpu = (sum(map(cpu_seconds, workers)) - before) / REQUESTS * 1000
    return cpu, sorted(times)[int(REQUESTS * 0.95)] * 1000


def _drain(port: int, waiting: SimpleQueue[str], times: list[float], cookie: str) -> None:
    while True:
        try:
            path = waiting.get_nowait()
        except Empty:
            return
        began = time.perf_counter()
        if _get(port, path, cookie)[0] == 200:
            times.append(time.perf_counter() - began)


def _get(port: int, path: str, cookie: str) -> tuple[int, int]:
    """Status and bytes; read part by part, so that a long file is not held here either."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=300)
    connection.request("GET", path, headers={"Cookie": cookie})
    answer, size = connection.getresponse(), 0
    while part := answer.read(1 << 16):
        size += len(part)
    connection.close()
    return answer.status, size


def _download(name: str, port: int, workers: list[int], cookie: str) -> Row:
    """Memory is asked every twentieth of a second while the file is read."""
    before, highest, over = sum(map(memory_mb, workers)), 0.0, threading.Event()

    def watch() -> None:
        nonlocal highest
        while not over.wait(0.05):
            highest = max(highest, sum(map(memory_mb, workers)))

    watcher = threading.Thread(target=watch)
    watcher.start()
    began = time.perf_counter()
    status, size = _get(port, LIST + f"?download={name}", cookie)
    took = time.perf_counter() - began
    over.set()
    watcher.join()
    if status != 200 or size < 5_000_000:
        raise RuntimeError(f"the download of {name} was cut short: {status}, {size} bytes")
    note = f"{took:.1f} s, {size / 1e6:.0f} MB; they held {before:.0f} MB before"
    return Row(f"download of all rows as {name}: memory of the web processes grew by", highest - before, "MB", note=note)


def _cookie() -> None:
    """A session of the officer, printed."""
    from seoulution.commands.django_ready import ready

    ready()
    from bench.pages import _officer_cookie

    print(_officer_cookie())


def _changes() -> None:
    """Until it is killed."""
    from seoulution.commands.django_ready import ready

    ready()
    from seoulution.apps.engagements.models import Engagement
    from seoulution.engine.vocabulary import Standing

    keys = list(Engagement.objects.order_by("-pk").values_list("pk", flat=True)[:1000])
    for number in range(100_000):
        Engagement.objects.filter(pk=keys[number % len(keys)]).update(standing=list(Standing)[number % len(Standing)])
        time.sleep(1)


if __name__ == "__main__" and sys.argv[1:] in (["cookie"], ["changes"]):
    _cookie() if sys.argv[1] == "cookie" else _changes()
