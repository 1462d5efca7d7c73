import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from seoulution.formats.rendered import RenderFailed
from seoulution.formats.typst_worker import JOBS_BEFORE_REPLACING, STALE_SECONDS, TypstWorker, worker

PNG = {"kind": "png", "svgs": ["<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 10'/>"], "ppi": 72}


@pytest.fixture
def own_worker():
    made = TypstWorker()
    yield made
    made.close()


@pytest.fixture
def temporary(tmp_path, monkeypatch) -> Path:
    """A temporary folder of the test's own, to count what is left there."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return tmp_path


def is_empty_soon(folder: Path) -> bool:
    deadline = time.monotonic() + 10
    while list(folder.iterdir()) and time.monotonic() < deadline:
        time.sleep(0.02)
    return not list(folder.iterdir())


def process_of(own_worker: TypstWorker):
    assert own_worker._process is not None
    return own_worker._process


def test_it_starts_again_after_its_process_was_killed(own_worker) -> None:
    assert own_worker.ask(PNG).files[0].startswith(b"\x89PNG")
    os.kill(process_of(own_worker).pid, signal.SIGKILL)
    process_of(own_worker).wait()
    assert own_worker.ask(PNG).files[0].startswith(b"\x89PNG")


def test_a_job_that_takes_too_long_is_ended_and_the_next_one_served(own_worker) -> None:
    own_worker.warm()
    endless = {"kind": "png", "svgs": PNG["svgs"] * 200_000, "ppi": 600}
    started = time.perf_counter()
    with pytest.raises(RenderFailed):
        own_worker.ask(endless, seconds=1)
    assert time.perf_counter() - started < 10
    assert own_worker.ask(PNG).files


def test_a_job_that_needs_too_much_memory_kills_only_the_child(own_worker) -> None:
    huge = {"kind": "png", "svgs": ["<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 60000 60000'/>"], "ppi": 300}
    with pytest.raises(RenderFailed):
        own_worker.ask(huge)
    assert own_worker.ask(PNG).files


def test_the_process_is_replaced_after_some_jobs(own_worker) -> None:
    own_worker.ask(PNG)
    first = process_of(own_worker).pid
    for _ in range(JOBS_BEFORE_REPLACING):
        own_worker.ask(PNG)
    assert process_of(own_worker).pid != first


def test_the_child_is_limited_by_the_kernel_and_knows_none_of_our_secrets(own_worker, monkeypatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://secret")
    own_worker.ask(PNG)
    folder = Path(f"/proc/{process_of(own_worker).pid}")
    lines = {line[:25].strip(): line[25:].split() for line in (folder / "limits").read_text().splitlines()}
    assert lines["Max address space"][0] == str(3 * 1024**3)
    assert lines["Max file size"][0] == "0"
    assert int(lines["Max cpu time"][0]) < 120
    assert b"secret" not in (folder / "environ").read_bytes()


def test_a_refusal_of_the_compiler_is_told_and_the_process_lives_on(own_worker) -> None:
    with pytest.raises(RenderFailed, match="could not set"):
        own_worker.ask({"kind": "png", "svgs": ["no drawing"], "ppi": 72})
    pid = process_of(own_worker).pid
    own_worker.ask(PNG)
    assert process_of(own_worker).pid == pid


def test_there_is_one_worker_for_a_process() -> None:
    assert worker() is worker()


def test_closing_leaves_no_folder_behind(temporary, own_worker) -> None:
    own_worker.ask(PNG)
    assert len(list(temporary.iterdir())) == 1
    own_worker.close()
    assert list(temporary.iterdir()) == []


def test_a_killed_process_leaves_no_folder_behind(temporary, own_worker) -> None:
    own_worker.ask(PNG)
    process_of(own_worker).kill()
    process_of(own_worker).wait()
    own_worker.ask(PNG)
    assert len(list(temporary.iterdir())) == 1
    own_worker.close()
    assert list(temporary.iterdir()) == []


def test_when_the_asking_process_is_killed_the_typesetter_ends_and_takes_its_folder_along(temporary) -> None:
    code = f"""
import os
from seoulution.formats.typst_worker import TypstWorker
TypstWorker().ask({PNG!r})
os.kill(os.getpid(), 9)
"""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    assert subprocess.run([sys.executable, "-c", code], env=environment, check=False).returncode == -signal.SIGKILL
    assert is_empty_soon(temporary)


def test_folders_left_when_both_died_at_once_are_swept_after_a_day_and_nothing_else(temporary, own_worker) -> None:
    names = ("seoulution-typst-old", "seoulution-typst-new", "seoulution-typst-full", "of-another")
    old, new, full, other = (temporary / name for name in names)
    for folder in (old, new, full, other):
        folder.mkdir()
    (full / "kept").write_text("not ours to delete")
    for folder in (old, full, other):
        os.utime(folder, (time.time() - STALE_SECONDS - 1,) * 2)
    own_worker.warm()
    assert not old.exists()
    assert new.exists() and full.exists() and other.exists()
