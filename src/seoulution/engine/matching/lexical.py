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


def word_scores(need: Sequence[str], texts: Sequence[Sequence[str]]) -> FloatArray:
    """BM25 of one need against each text: (texts,), zero where no word is shared."""
    scores = np.zeros(len(texts))
    if not texts:
        return scores
    counts = [Counter(text) for text in texts]
    lengths = np.array([len(text) for text in texts], dtype=np.float64)
    mean_length = float(lengths.mean()) or 1.0
    for word in set(need):
        holding = np.array([count[word] for count in counts], dtype=np.float64)
        found = int((holding > 0).sum())
        if found == 0:
            continue
        rarity = math.log(1 + (len(texts) - found + 0.5) / (found + 0.5))
        damped = holding + SATURATION * (1 - LENGTH_WEIGHT + LENGTH_WEIGHT * lengths / mean_length)
        scores += rarity * holding * (SATURATION + 1) / damped
    return scores
