"""How often each city takes each rank when neither the weights nor the missing measures are certain (SMAA-2).

Lahdelma and Salminen (2001): with draws of weights and of uncertain cells, b_i^r is the share of draws in which city i is r-th, and
the central weight is the mean of the weights that put it first. Additive scores: V_i = sum_j w_j u_ij.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from seoulution.engine.targeting.criteria import Alternative, TargetCriterion
from seoulution.engine.targeting.scaling import Matrix, scaled

DRAWS: Final = 4000
SEED: Final = 20140531
BLOCK: Final = 2_000_000
"""Cells drawn at a time, so that memory stays flat for any number of cities."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """One city's answer.

    score : at the weights given, a missing measure counted as its middle; low, high : with it at its worst and best
    ranks : share of draws in each rank, first to last; they sum to 1
    mean_rank : 1 is best
    central : the mean weights under which the city is first; None where it never was
    """

    code: str
    score: float
    low: float
    high: float
    ranks: tuple[float, ...]
    mean_rank: float
    central: Mapping[TargetCriterion, float] | None
    missing: tuple[TargetCriterion, ...]

    @property
    def first(self) -> float:
        """The share of draws in which the city is first."""
        return self.ranks[0]

    def within(self, places: int) -> float:
        """The share of draws in which the city is among the first `places`."""
        return sum(self.ranks[:places])


def normal(weights: Mapping[TargetCriterion, float]) -> dict[TargetCriterion, float]:
    """Weights that sum to 1, of the criteria that count; equal ones where none was given or all are zero.

    raises ValueError : a weight below zero or not finite
    """
    given = {criterion: float(weights.get(criterion, 0.0)) for criterion in TargetCriterion}
    if any(not np.isfinite(weight) or weight < 0 for weight in given.values()):
        raise ValueError("a weight is a number from zero up")
    total = sum(given.values())
    if total == 0:
        return {criterion: 1 / len(TargetCriterion) for criterion in TargetCriterion}
    return {criterion: weight / total for criterion, weight in given.items() if weight > 0}


def ranking(
    alternatives: Sequence[Alternative],
    weights: Mapping[TargetCriterion, float],
    *,
    draws: int = DRAWS,
    seed: int = SEED,
) -> tuple[Ranked, ...]:
    """Every city with the probability of each rank, best score at the weights given first; the same seed gives the same answer.

    Weights are drawn from Dirichlet(n w) around those given, n being the number of criteria that count: with equal weights that is
    uniform on the simplex, so that nothing is assumed.
    """
    if not alternatives:
        return ()
    shares = normal(weights)
    criteria = tuple(shares)
    around = np.asarray(tuple(shares.values()))
    values = scaled(alternatives, criteria)
    chance = np.random.default_rng(seed)
    count = len(alternatives)
    taken = np.zeros((count, count))
    central = np.zeros((count, len(criteria)))
    step = max(1, BLOCK // (count * len(criteria)))
    for start in range(0, draws, step):
        size = min(step, draws - start)
        drawn = chance.dirichlet(len(criteria) * around, size=size)
        place = _places(_scores(values.low, values.high, drawn, chance))
        for row in range(count):
            taken[row] += np.bincount(place[:, row], minlength=count)
            central[row] += drawn[place[:, row] == 0].sum(axis=0)
    answers = [
        Ranked(
            code=each.code,
            score=float((values.low[row] + values.high[row]) @ around / 2),
            low=float(values.low[row] @ around),
            high=float(values.high[row] @ around),
            ranks=tuple(float(share) for share in taken[row] / draws),
            mean_rank=float(taken[row] @ np.arange(1, count + 1) / draws),
            central=_central(central[row], taken[row, 0], criteria),
            missing=tuple(criterion for criterion in each.missing if criterion in shares),
        )
        for row, each in enumerate(alternatives)
    ]
    return tuple(sorted(answers, key=lambda answer: (-answer.score, answer.mean_rank, answer.code)))


def _scores(low: Matrix, high: Matrix, drawn: Matrix, chance: np.random.Generator) -> Matrix:
    """Draws by cities; only cells that are not known are drawn."""
    scores: Matrix = drawn @ low.T
    for row, column in zip(*np.nonzero(high > low), strict=True):
        width = high[row, column] - low[row, column]
        scores[:, row] += drawn[:, column] * width * chance.random(len(drawn))
    return scores


def _places(scores: Matrix) -> np.ndarray[tuple[int, int], np.dtype[np.intp]]:
    """The place of each city in each draw, 0 is first."""
    order = np.argsort(-scores, axis=1, kind="stable")
    place = np.empty_like(order)
    np.put_along_axis(place, order, np.arange(scores.shape[1])[None, :], axis=1)
    return place


def _central(total: Matrix, times: float, criteria: Sequence[TargetCriterion]) -> dict[TargetCriterion, float] | None:
    return {criterion: float(weight / times) for criterion, weight in zip(criteria, total, strict=True)} if times else None
