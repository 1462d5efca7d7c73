"""How far a need and a solution speak of the same subjects."""

import math
from collections.abc import Mapping, Sequence

import numpy as np

from seoulution.engine.matching.fusion import FloatArray


class SubjectTable:
    """The subjects of all solutions, each weighed by its confidence and its rarity in the catalogue; laid out once.

    solutions : concept -> confidence in (0, 1]
    """

    def __init__(self, solutions: Sequence[Mapping[str, float]]) -> None:
        self._size = len(solutions)
        self._place = {code: number for number, code in enumerate(sorted({code for one in solutions for code in one}))}
        dense = np.zeros((self._size, len(self._place)))
        for row, one in enumerate(solutions):
            for code, confidence in one.items():
                dense[row, self._place[code]] = confidence
        self._rarity = np.log(1 + self._size / (1 + (dense > 0).sum(axis=0)))
        weighed = dense * self._rarity
        lengths = np.linalg.norm(weighed, axis=1, keepdims=True)
        self._rows = weighed / np.where(lengths > 0, lengths, 1.0)

    def scores(self, needs: Sequence[Mapping[str, float]]) -> FloatArray:
        """(needs, solutions), in [0, 1]: the cosine of their subjects; 0 where nothing is shared."""
        asked = np.zeros((len(needs), len(self._place)))
        lengths = np.zeros(len(needs))
        for row, one in enumerate(needs):
            for code, confidence in one.items():
                place = self._place.get(code)
                weight = confidence * (math.log(1 + self._size) if place is None else self._rarity[place])
                lengths[row] += weight**2
                if place is not None:
                    asked[row, place] = weight
        return np.asarray(asked / np.where(lengths > 0, np.sqrt(lengths), 1.0)[:, None] @ self._rows.T)


def subject_scores(needs: Sequence[Mapping[str, float]], solutions: Sequence[Mapping[str, float]]) -> FloatArray:
    """As `SubjectTable.scores`, for a catalogue that is asked once."""
    return SubjectTable(solutions).scores(needs)
