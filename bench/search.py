"""How well and how fast does the search find? `python -m bench search`

Quality on the development half of the evaluation (real vectors): ours, PostgreSQL full-text alone, bm25s alone, e5 alone. Time of
one question on 5,000 solutions in two languages (94,000 passages, synthetic vectors): the same four, then the running server
with one connection and with four. Bound: reading the question once with e5, which no search by meaning can avoid.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.search_load import Load, loaded, memory_mb
from bench.search_peers import Peer, peers_on_evaluation
from bench.table import Row
from bench.up import _free_port

ROOT = Path(__file__).resolve().parents[1]
HOME = "SEOULUTION_BENCH_HOME"
"""A folder grown by `bench.search_set` before, to measure again without growing another."""


def measured() -> list[Row]:
    """Quality and time of ours and its peers, then the running server."""
    rows = _quality()
    kept = os.environ.get(HOME)
    with tempfile.TemporaryDirectory(prefix="seoulution-bench-") as folder:
        environment = {**os.environ, "SEOULUTION_HOME": kept or folder}
        environment.pop("DATABASE_URL", None)
        if not kept:
            _prepare(environment, Path(folder))
        large = _child("bench.search_peers", environment)
        rows += [_time(peer, large) for peer in large]
        rows += _served(environment)
    return rows


def _quality() -> list[Row]:
    return [
        Row(
            f"recall@5 on the development half (66 needs, 11 languages): {peer.name}",
            peer.recall_5 * 100,
            "%",
            note=f"recall@1 {peer.recall_1:.3f}",
        )
        for peer in peers_on_evaluation()
    ]


def _time(peer: Peer, among: list[Peer]) -> Row:
    bound = next(one.cpu_ms for one in among if one.name == "e5, reading the question alone")
    note = "what no search by meaning can avoid" if peer.cpu_ms == bound else f"p95 {peer.p95_ms:.0f} ms"
    return Row(f"5,000 solutions, one need of the development half, CPU: {peer.name}", peer.cpu_ms, "ms", bound, note=note)


def _prepare(environment: dict[str, str], folder: Path) -> None:
    """A home with what ships, grown to 5,000 solutions; vectors that this machine has read before are not read again."""
    from seoulution.config.env import home

    vectors = home().path / "vectors.npz"
    if vectors.is_file():
        shutil.copy(vectors, folder / "vectors.npz")
    for command in (["-m", "seoulution.cli", "up", "--prepare-only"], ["-m", "bench.search_set"]):
        subprocess.run([sys.executable, *command], env=environment, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


def _child(module: str, environment: dict[str, str]) -> list[Peer]:
    """In a process of its own: this one may already have another database."""
    done = subprocess.run([sys.executable, "-m", module], env=environment, cwd=ROOT, check=True, capture_output=True, text=True)
    return [Peer.read(line) for line in done.stdout.splitlines() if line.startswith("{")]


def _served(environment: dict[str, str]) -> list[Row]:
    port = _free_port()
    server = subprocess.Popen(
        [sys.executable, "-m", "seoulution.cli", "up", "--port", str(port)],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        loads = loaded(port, server.pid)
        memory = memory_mb(server.pid)
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(60)
    return [*(_row(load) for load in loads), Row("memory of the worker with 5,000 solutions", memory, "MB")]


def _row(load: Load) -> Row:
    return Row(
        f"running server, {load.what}: p95",
        load.p95_ms,
        "ms",
        note=f"median {load.median_ms:.0f} ms; CPU {load.cpu_ms:.0f} ms each; {load.rate:.1f} a second; load average {load.load:.1f}",
    )
