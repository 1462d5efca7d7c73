"""BM25 over tokens: how well the words of a need meet the words of a text in the same language.

Source: Robertson and Zaragoza (2009), "The Probabilistic Relevance Framework: BM25 and Beyond"; k1 = 1.5, b = 0.75.
"""

import math
from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from seoulution.engine.matching.fusion import FloatArray

SATURATION: Final = 1.5
LENGTH_WEIGHT: Final = 0.75


class WordIndex:
    """The words of many texts, counted once and kept as three flat arrays: which texts hold a word, and how often."""

    def __init__(self, texts: Iterable[Sequence[str]]) -> None:
        self._number: dict[str, int] = {}
        words, places, counts, lengths = array("i"), array("i"), array("H"), array("i")
        for place, text in enumerate(texts):
            lengths.append(len(text))
            for word, count in Counter(text).items():
                words.append(self._number.setdefault(word, len(self._number)))
                places.append(place)
                counts.append(min(count, 65_535))
        order = np.argsort(np.frombuffer(words, dtype=np.int32), kind="stable") if words else np.zeros(0, dtype=np.int64)
        self._places = np.frombuffer(places, dtype=np.int32)[order] if places else np.zeros(0, dtype=np.int32)
        self._counts = np.frombuffer(counts, dtype=np.uint16)[order] if counts else np.zeros(0, dtype=np.uint16)
        holding = np.bincount(np.frombuffer(words, dtype=np.int32), minlength=len(self._number)) if words else np.zeros(0)
        self._ends = np.append(0, np.cumsum(holding)).astype(np.int64)
        self._size = len(lengths)
        sizes = np.array(lengths, dtype=np.float64)
        mean = float(sizes.mean()) if len(sizes) else 1.0
        self._penalty = SATURATION * (1 - LENGTH_WEIGHT + LENGTH_WEIGHT * sizes / (mean or 1.0))

    def scores(self, need: Sequence[str]) -> FloatArray:
        """BM25 of one need against each text: (texts,), zero where no word is shared."""
        scores = np.zeros(self._size)
        for word in sorted(set(need)):
            holders = self.holders(word)
            if not len(holders):
                continue
            counts = self._counts[self._slice(word)].astype(np.float64)
            rarity = math.log(1 + (self._size - len(holders) + 0.5) / (len(holders) + 0.5))
            scores[holders] += rarity * counts * (SATURATION + 1) / (counts + self._penalty[holders])
        return scores

    def holders(self, word: str) -> NDArray[np.int32]:
        """The places of the texts that hold `word`."""
        return self._places[self._slice(word)]

    def _slice(self, word: str) -> slice:
        number = self._number.get(word)
        return slice(0, 0) if number is None else slice(int(self._ends[number]), int(self._ends[number + 1]))
