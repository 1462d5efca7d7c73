import struct
from pathlib import Path

import pytest

from seoulution.formats.fonts import Coverage, character_ranges, font_folders, without_tofu


def font_of(folder: Path, *letters: str) -> str:
    """A font file with nothing but a character map (OpenType `cmap`, format 12)."""
    groups = b"".join(struct.pack(">LLL", ord(letter), ord(letter), 1) for letter in sorted(letters))
    table = struct.pack(">HHHHL", 0, 1, 3, 10, 12) + struct.pack(">HHLLL", 12, 0, 16 + len(groups), 0, len(letters)) + groups
    font = struct.pack(">4sH6x", b"\0\1\0\0", 1) + struct.pack(">4sLLL", b"cmap", 0, 28, len(table)) + table
    path = folder / f"{'-'.join(f'{ord(letter):x}' for letter in letters)}.ttf"
    path.write_bytes(font)
    return str(path)


def test_the_ranges_of_a_font_are_read_from_its_character_map(tmp_path: Path) -> None:
    assert character_ranges(font_of(tmp_path, "a", "한")) == ((ord("a"), ord("a")), (ord("한"), ord("한")))


def test_a_broken_font_draws_nothing(tmp_path: Path) -> None:
    (tmp_path / "broken.ttf").write_bytes(b"\0\1\0\0\0\1")
    assert character_ranges(str(tmp_path / "broken.ttf")) == ()
    assert character_ranges(str(tmp_path / "absent.ttf")) == ()


def test_a_run_in_a_script_without_font_becomes_the_name_of_the_script(tmp_path: Path) -> None:
    coverage = Coverage([(font_of(tmp_path, "가", "나"), 0)])
    missing: dict[str, str] = {}
    assert without_tofu("가 ភ្នំពេញ 나", coverage, missing) == "가 [KHMER] 나"
    assert missing == {"khmer": "ភ្នំពេញ"}


def test_a_single_character_without_font_becomes_its_number(tmp_path: Path) -> None:
    missing: dict[str, str] = {}
    assert without_tofu("가\U0001f9ff", Coverage([(font_of(tmp_path, "가"), 0)]), missing) == "가[U+1F9FF]"
    assert list(missing) == ["symbol"]


def test_marks_that_draw_nothing_need_no_font(tmp_path: Path) -> None:
    missing: dict[str, str] = {}
    assert without_tofu("가\u200d\u00a0\u200f", Coverage([(font_of(tmp_path, "가"), 0)]), missing) == "가\u200d\u00a0\u200f"
    assert missing == {}


def test_folders_named_in_the_environment_come_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SEOULUTION_FONTS", f"{tmp_path}:{tmp_path / 'absent'}")
    assert font_folders()[0] == str(tmp_path)
    assert str(tmp_path / "absent") not in font_folders()
