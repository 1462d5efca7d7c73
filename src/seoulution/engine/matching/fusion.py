"""Reciprocal rank fusion: several rankings become one, without comparing scores that have no common scale.

Source: Cormack, Clarke and Buettcher (2009), "Reciprocal rank fusion outperforms Condorcet and individual rank
learning methods", SIGIR; k = 60 is theirs.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]

RANK_CONSTANT: Final = 60


@dataclass(frozen=True, slots=True, eq=False)
class Ranker:
    """One opinion on which solutions answer which needs.

    scores : (needs, solutions), higher is better, on any scale of its own
    weights : (needs,), non-negative; 0 where this ranker has nothing to say about a need
    """

    name: str
    scores: FloatArray
    weights: FloatArray


def tied_ranks(scores: FloatArray) -> FloatArray:
    """Ranks along each row, 1 is best; equal scores share their mean rank, so that no order is invented.

    scores : (needs, solutions)
    returns : (needs, solutions), in [1, solutions]
    """
    # As scipy.stats.rankdata, which takes half a second of a start to import and is nothing else's need.
    if scores.size == 0:
        return np.zeros_like(scores)
    width = scores.shape[1]
    order = np.argsort(-scores, axis=1)
    ordered = np.take_along_axis(scores, order, axis=1)
    begins = np.ones(scores.shape, dtype=bool)
    begins[:, 1:] = ordered[:, 1:] != ordered[:, :-1]
    first_of_tie = np.flatnonzero(begins)
    sizes = np.diff(first_of_tie, append=scores.size)
    means = first_of_tie % width + (sizes + 1) / 2
    ranks = np.empty(scores.shape)
    np.put_along_axis(ranks, order, np.repeat(means, sizes).reshape(scores.shape), axis=1)
    return ranks


def fused(
    rankers: Sequence[Ranker], constant: int = RANK_CONSTANT, *, places: Mapping[str, FloatArray] | None = None
) -> FloatArray:
    """The weighted sum of reciprocal ranks: (needs, solutions), higher is better.

    places : the `tied_ranks` of each ranker by its name, where they are known already

    Raises ValueError when the rankers do not speak of the same needs and solutions.
    """
    if not rankers:
        raise ValueError("no ranker was given: nothing can be ranked")
    shape = rankers[0].scores.shape
    total = np.zeros(shape)
    for ranker in rankers:
        if ranker.scores.shape != shape or ranker.weights.shape != shape[:1]:
            raise ValueError(f"ranker {ranker.name!r} has scores of shape {ranker.scores.shape}, the others {shape}")
        ranks = tied_ranks(ranker.scores) if places is None else places[ranker.name]
        total += ranker.weights[:, None] / (constant + ranks)
    return total
