"""How far a need and a solution speak of the same subjects."""

import math
from collections.abc import Mapping, Sequence

import numpy as np

from seoulution.engine.matching.fusion import FloatArray


def subject_scores(needs: Sequence[Mapping[str, float]], solutions: Sequence[Mapping[str, float]]) -> FloatArray:
    """The cosine of the concepts of need and solution, each weighed by its confidence and its rarity in the catalogue.

    needs, solutions : concept -> confidence in (0, 1]
    returns : (needs, solutions), in [0, 1]; 0 where nothing is shared
    """
    codes = sorted({code for one in [*needs, *solutions] for code in one})
    place = {code: number for number, code in enumerate(codes)}
    rarity = np.array([_rarity(sum(code in one for one in solutions), len(solutions)) for code in codes])
    rows, columns = (_unit(_dense(side, place) * rarity) for side in (needs, solutions))
    return np.asarray(rows @ columns.T)


def _rarity(holding: int, solutions: int) -> float:
    return math.log(1 + solutions / (1 + holding))


def _dense(side: Sequence[Mapping[str, float]], place: Mapping[str, int]) -> FloatArray:
    dense = np.zeros((len(side), len(place)))
    for row, one in enumerate(side):
        for code, confidence in one.items():
            dense[row, place[code]] = confidence
    return dense


def _unit(rows: FloatArray) -> FloatArray:
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.where(lengths > 0, lengths, 1.0))
