"""An attachment is kept whole under a random name that only the server's user can reach, or not at all."""

import hashlib
import os
import stat
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seoulution.apps.demand import attachments


@pytest.fixture(autouse=True)
def own_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("SEOULUTION_HOME", str(tmp_path))
    return tmp_path / "attachments"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)
@given(st.binary(max_size=2_000))
def test_what_is_kept_comes_back_byte_for_byte_with_its_digest(data: bytes) -> None:
    name, digest = attachments.keep(data)
    assert attachments.read(name) == data
    assert digest == hashlib.sha256(data).hexdigest()


def test_equal_files_lie_under_different_names_and_no_partial_one_stays(own_folder: Path) -> None:
    first, second = attachments.keep(b"the same")[0], attachments.keep(b"the same")[0]
    assert sorted(path.name for path in own_folder.iterdir()) == sorted([first.hex, second.hex])


def test_the_folder_is_closed_to_everybody_else(own_folder: Path) -> None:
    attachments.keep(b"x")
    assert stat.S_IMODE(own_folder.stat().st_mode) == 0o700


def test_a_disk_that_refuses_keeps_nothing_and_says_so(own_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    attachments.keep(b"before")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(attachments.AttachmentNotKept, match="No space left on device"):
        attachments.keep(b"after")
    assert len(list(own_folder.iterdir())) == 1


def test_a_forgotten_file_is_gone_and_may_be_forgotten_twice() -> None:
    name, _ = attachments.keep(b"x")
    attachments.forget(name)
    attachments.forget(name)
    with pytest.raises(FileNotFoundError):
        attachments.read(name)
