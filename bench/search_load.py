"""Asks a running server as visitors do, and says how long they waited and what it cost the server.

Questions are the needs of the development half, each asked once in a run so that no vector is kept from before, and what people
type into a box (two to four words). `python -m bench.search_load PORT PID` measures a server that is already there.
"""

import http.client
import json
import os
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Final
from urllib.parse import urlencode

EVALUATION: Final = Path(__file__).parents[1] / "evaluation"
TYPED: Final = (
    "water leaks", "유수율", "agua no facturada", "nước thất thoát", "버스 중앙차로", "fuites d'eau", "kebocoran air", "единый билет",
    "smart card", "교통카드", "food waste", "음식물쓰레기", "basura en las calles", "rác thải", "screen doors", "스크린도어", "metro jatuh ke rel",
    "call centre", "콜센터", "número único", "inundaciones", "침수 대책", "banjir", "ngập úng", "old pipes", "노후관 교체", "река воняет",
    "heritage houses", "한옥 보전", "public wifi", "traffic control room", "교통관제", "embouteillages", "semáforos", "reveneu water", "dbtndbf",
    "태양광 지붕", "paneles solares", "thuê nhà giá rẻ", "임대주택", "habitat insalubre", "น้ำท่วม", "รถติด", "تسرب المياه", "ازدحام المرور",
    "утечка воды", "хог хаягдал", "автобус", "участие граждан", "시민제안", "open data", "정보공개", "landfill gas", "매립지 공원", "smog",
    "미세먼지", "poluição do ar", "bilhete único", "corredor de ônibus", "drinking water taste",
)  # fmt: skip
"""What fits into a box: every one is asked once."""


@dataclass(frozen=True)
class Load:
    """`cpu_ms` : of the server's processes for one answer, the database not counted; `load` : of the machine before the run."""

    what: str
    median_ms: float
    p95_ms: float
    rate: float
    cpu_ms: float
    load: float


def loaded(port: int, pid: int) -> list[Load]:
    """With nothing else going on, then four at once, then the same questions again with a facet, then the plain list."""
    _wait(port)
    if b"5,000" not in _visit(port, "/solutions/"):
        raise RuntimeError("the catalogue does not hold 5,000 solutions: it was loaded anew after it was grown")
    _visit(port, "/solutions/?q=warm+up")
    needs = [
        str(json.loads(line)["text"]) for line in (EVALUATION / "needs-dev.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    return [
        _run("typed words, one connection", port, pid, [_search(text) for text in TYPED], 1),
        _run("whole needs, one connection", port, pid, [_search(text) for text in needs], 1),
        _run("typed words, 4 connections", port, pid, [_search(text + " ") for text in _again(TYPED)], 4),
        _run("whole needs, 4 connections", port, pid, [_search(text) for text in _again(needs)], 4),
        _run(
            "a facet of what was asked before, one connection",
            port,
            pid,
            [_search(text, kind="knowledge") for text in needs],
            1,
        ),
        _run("the plain list, one connection", port, pid, [f"/solutions/?page={page}" for page in range(1, 61)], 1),
    ]


def _again(texts: list[str] | tuple[str, ...]) -> list[str]:
    """The same questions in other words, so that none was read before."""
    return [f"{text} ?" if text.isascii() else f"{text}!" for text in texts]


def _search(text: str, **more: str) -> str:
    return "/solutions/?" + urlencode({"q": text, **more})


def _run(what: str, port: int, pid: int, paths: list[str], connections: int) -> Load:
    load = os.getloadavg()[0]
    waiting: SimpleQueue[str] = SimpleQueue()
    for path in paths:
        waiting.put(path)
    times: list[float] = []
    before, started = cpu_seconds(pid), time.perf_counter()
    visitors = [threading.Thread(target=_drain, args=(port, waiting, times)) for _ in range(connections)]
    for visitor in visitors:
        visitor.start()
    for visitor in visitors:
        visitor.join()
    took = time.perf_counter() - started
    if len(times) != len(paths):
        raise RuntimeError(f"{len(paths) - len(times)} of {len(paths)} questions were not answered: {what}")
    ordered = sorted(times)
    cpu = (cpu_seconds(pid) - before) / len(paths) * 1000
    return Load(what, ordered[len(ordered) // 2] * 1000, ordered[int(len(ordered) * 0.95)] * 1000, len(paths) / took, cpu, load)


def _drain(port: int, waiting: SimpleQueue[str], times: list[float]) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    with suppress(Empty):
        while True:
            path = waiting.get_nowait()
            started = time.perf_counter()
            connection.request("GET", path)
            answer = connection.getresponse()
            answer.read()
            if answer.status == 200:
                times.append(time.perf_counter() - started)


def _visit(port: int, path: str) -> bytes:
    """The first search waits until the whole index is laid."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=300)
    connection.request("GET", path)
    return connection.getresponse().read()


def _wait(port: int) -> None:
    for _ in range(3000):
        with suppress(OSError):
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=2)
            connection.request("GET", "/health")
            if connection.getresponse().status == 200:
                return
        time.sleep(0.05)
    raise RuntimeError("the server did not answer")


def cpu_seconds(pid: int) -> float:
    """Of a process and its children; not the database, which is nobody's child."""
    total = 0.0
    for one in _family(pid):
        fields = Path(f"/proc/{one}/stat").read_text().rpartition(")")[2].split()
        total += (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return total


def memory_mb(pid: int) -> float:
    """Resident memory of the largest process of the server, its worker."""
    sizes = [Path(f"/proc/{one}/status").read_text().partition("VmRSS:")[2].split() for one in _family(pid)]
    return max(int(size[0]) for size in sizes if size) / 1024


def _family(pid: int) -> Iterator[int]:
    yield pid
    for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split():
        with suppress(FileNotFoundError):
            if "postgres" not in Path(f"/proc/{child}/comm").read_text():
                yield from _family(int(child))


if __name__ == "__main__":
    for found in loaded(int(sys.argv[1]), int(sys.argv[2])):
        print(found)
    print(f"memory {memory_mb(int(sys.argv[2])):.0f} MB")
