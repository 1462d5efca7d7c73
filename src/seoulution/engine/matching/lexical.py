"""BM25 over tokens: how well the words of a need meet the words of a text in the same language.

Source: Robertson and Zaragoza (2009), "The Probabilistic Relevance Framework: BM25 and Beyond"; k1 = 1.5, b = 0.75.
"""

import math
from collections import Counter
from collections.abc import Sequence
from typing import Final

import numpy as np

from seoulution.engine.matching.fusion import FloatArray

SATURATION: Final = 1.5
LENGTH_WEIGHT: Final = 0.75


class WordIndex:
    """The words of many texts, counted once."""

    def __init__(self, texts: Sequence[Sequence[str]]) -> None:
        holding: dict[str, list[tuple[int, int]]] = {}
        for place, text in enumerate(texts):
            for word, count in Counter(text).items():
                holding.setdefault(word, []).append((place, count))
        self._holding = holding
        self._size = len(texts)
        lengths = np.array([len(text) for text in texts], dtype=np.float64)
        mean = float(lengths.mean()) if len(texts) else 1.0
        self._penalty = SATURATION * (1 - LENGTH_WEIGHT + LENGTH_WEIGHT * lengths / (mean or 1.0))

    def scores(self, need: Sequence[str]) -> FloatArray:
        """BM25 of one need against each text: (texts,), zero where no word is shared."""
        scores = np.zeros(self._size)
        for word in sorted(set(need)):
            found = self._holding.get(word)
            if not found:
                continue
            places, counts = (np.array(column) for column in zip(*found, strict=True))
            rarity = math.log(1 + (self._size - len(found) + 0.5) / (len(found) + 0.5))
            scores[places] += rarity * counts * (SATURATION + 1) / (counts + self._penalty[places])
        return scores
