"""What was asked lately is not read again; under a digest, never as text."""

from collections.abc import Iterator, Sequence

import numpy as np
import pytest

from seoulution.language import query_vectors as module
from seoulution.language.query_vectors import forget_query_vectors, query_vectors


class Counting:
    name = "counting"
    dimension = 2

    def __init__(self) -> None:
        self.read: list[str] = []

    def speaks(self, language: str) -> bool:
        return True

    def queries(self, texts: Sequence[str]) -> np.ndarray:
        self.read += texts
        return np.array([[len(text), 1] for text in texts], dtype=np.float32)

    passages = queries


@pytest.fixture(autouse=True)
def _nothing_kept() -> Iterator[None]:
    forget_query_vectors()
    yield
    forget_query_vectors()


def test_a_text_is_read_once_and_the_order_is_kept() -> None:
    encoder = Counting()
    first = query_vectors(encoder, ["leak", "bus"])
    again = query_vectors(encoder, ["bus", "tax", "leak"])
    assert encoder.read == ["leak", "bus", "tax"]
    assert again.tolist() == [[3, 1], [3, 1], [4, 1]]
    assert first.dtype == np.float32


def test_no_text_is_kept_only_its_digest() -> None:
    query_vectors(Counting(), ["our secret need"])
    assert all(isinstance(key, bytes) and len(key) == 16 for key in module._kept)


def test_the_oldest_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST", 2)
    encoder = Counting()
    query_vectors(encoder, ["a", "b", "c"])
    query_vectors(encoder, ["c"])
    query_vectors(encoder, ["a"])
    assert encoder.read == ["a", "b", "c", "a"]


def test_nothing_asked_gives_no_rows() -> None:
    assert query_vectors(Counting(), []).shape == (0, 2)
