"""A data folder made once and copied for each test, and client processes on it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from seoulution.postgres import Lease, stop
from seoulution.postgres.server import start_or_join

from .watching import CLIENT, SOURCE, Client, eventually, processes_of


@pytest.fixture(autouse=True)
def no_operator_url(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.delenv("SEOULUTION_EMBEDDED_SOCKET", raising=False)


@pytest.fixture(scope="session")
def quick_disk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Memory where there is enough: a killed process loses the same there, and a hundred starts do not wait for a busy disk."""
    memory = Path("/dev/shm")
    if memory.is_dir() and shutil.disk_usage(memory).free > 4_000_000_000:
        with tempfile.TemporaryDirectory(dir=memory) as folder:
            yield Path(folder)
    else:
        yield tmp_path_factory.mktemp("disk")


@pytest.fixture
def tmp_path(quick_disk: Path) -> Iterator[Path]:
    """As pytest's own, but on the quick disk, and gone after the test."""
    with tempfile.TemporaryDirectory(dir=quick_disk) as folder:
        yield Path(folder)


@pytest.fixture(scope="session")
def made_folder(quick_disk: Path) -> Path:
    """A data folder with its database, stopped."""
    folder = quick_disk / "made" / "pg"
    start_or_join(folder, "seoulution").release()  # whatever DATABASE_URL says: fixtures of the session see the tester's
    return folder


@pytest.fixture
def folder(made_folder: Path, tmp_path: Path) -> Iterator[Path]:
    """An own copy of that folder; nothing may be left running on it afterwards."""
    copy = tmp_path / "pg"
    subprocess.run(["cp", "-a", "--reflink=auto", made_folder, copy], check=True)
    yield copy
    with suppress(Exception):
        stop(copy)
    assert eventually(lambda: not processes_of(copy)), processes_of(copy)


@pytest.fixture(scope="session")
def served(made_folder: Path, quick_disk: Path) -> Iterator[Lease]:
    """One running server for the tests that neither stop nor break it."""
    copy = quick_disk / "served"
    subprocess.run(["cp", "-a", "--reflink=auto", made_folder, copy], check=True)
    with start_or_join(copy, "seoulution") as lease:
        yield lease


@pytest.fixture
def client(folder: Path) -> Iterator[Callable[[], Client]]:
    """Start another process that takes a lease on the folder."""
    started: list[subprocess.Popen[str]] = []

    def start() -> Client:
        process = subprocess.Popen(
            [sys.executable, "-c", CLIENT, str(folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=os.environ | {"PYTHONPATH": str(SOURCE)},
        )
        started.append(process)
        assert process.stdout
        url = process.stdout.readline().strip()
        assert url.startswith("postgresql://")
        return Client(process, url)

    yield start
    for process in started:
        process.kill()
        process.wait(10)
        for pipe in (process.stdin, process.stdout):
            if pipe:
                pipe.close()
