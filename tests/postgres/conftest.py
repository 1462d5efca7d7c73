"""A data folder made once and copied for each test, and client processes on it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from seoulution.postgres import acquire, stop

from .watching import CLIENT, SOURCE, Client, eventually, processes_of


@pytest.fixture(autouse=True)
def no_operator_url(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.delenv("SEOULUTION_EMBEDDED_SOCKET", raising=False)


@pytest.fixture(scope="session")
def made_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with its database, stopped."""
    folder = tmp_path_factory.mktemp("made") / "pg"
    given = os.environ.pop("DATABASE_URL", None)
    try:
        acquire(folder).release()
    finally:
        if given is not None:
            os.environ["DATABASE_URL"] = given
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
