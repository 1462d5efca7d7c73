"""Folders and private files of a data folder."""

import errno
import stat

import pytest

from seoulution.postgres.errors import DiskFull, FolderRefused
from seoulution.postgres.layout import Layout, free_mb, refusal, write_private


def test_two_spellings_of_one_folder_are_one_layout(tmp_path):
    (tmp_path / "link").symlink_to(tmp_path / "pg")
    assert Layout.of(tmp_path / "link") == Layout.of(tmp_path / "x" / ".." / "pg")


def test_existing_folders_keep_their_permissions_and_new_ones_are_private(tmp_path):
    data_dir = tmp_path / "pg"
    data_dir.mkdir(mode=0o755)
    Layout.of(data_dir).make_folders(traversable=False)
    assert stat.S_IMODE(data_dir.stat().st_mode) == 0o755
    assert stat.S_IMODE((data_dir / "run").stat().st_mode) == 0o700


def test_a_private_file_is_replaced_whole_and_leaves_no_draft(tmp_path):
    file = tmp_path / "secret"
    for text in ("first", "second"):
        write_private(file, text)
        assert file.read_text() == text
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [file]


def test_the_systems_refusals_come_in_words(tmp_path):
    full = refusal(OSError(errno.ENOSPC, "No space left on device"), tmp_path)
    denied = refusal(PermissionError(errno.EACCES, "Permission denied", str(tmp_path)), tmp_path)
    assert isinstance(full, DiskFull) and f"{free_mb(tmp_path)} MB" in str(full)
    assert isinstance(denied, FolderRefused) and "Permission denied" in str(denied)


def test_the_room_below_a_folder_not_made_yet_is_that_of_its_parent(tmp_path):
    assert abs(free_mb(tmp_path / "a" / "b") - free_mb(tmp_path)) < 100


def test_a_file_in_the_place_of_the_folder_is_an_error(tmp_path):
    (tmp_path / "pg").write_text("")
    with pytest.raises(FileExistsError):
        Layout.of(tmp_path / "pg").make_folders(traversable=False)
