"""A kept file is whole or not there."""

import hashlib
import uuid
from pathlib import Path

import pytest

from seoulution.formats import kept_files


def test_what_is_kept_is_read_again_and_can_be_forgotten(tmp_path: Path) -> None:
    name, digest = kept_files.keep(b"plan", tmp_path)
    assert kept_files.read(name, tmp_path) == b"plan"
    assert digest == hashlib.sha256(b"plan").hexdigest()
    assert (tmp_path / name.hex).stat().st_size == 4
    kept_files.forget(name, tmp_path)
    kept_files.forget(name, tmp_path)
    with pytest.raises(FileNotFoundError):
        kept_files.read(name, tmp_path)


def test_a_folder_that_refuses_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(kept_files.NotKept):
        kept_files.keep(b"plan", tmp_path / "missing")
    assert list(tmp_path.iterdir()) == []


def test_two_files_never_share_a_name(tmp_path: Path) -> None:
    names: set[uuid.UUID] = {kept_files.keep(b"same", tmp_path)[0] for _ in range(5)}
    assert len(names) == 5
