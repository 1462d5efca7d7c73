"""From passages to solutions: a solution is as near as its nearest passages, in each language it is written in."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from seoulution.engine.matching.fusion import FloatArray

BEST_PASSAGES: Final = 2
"""One passage can be near by accident, two seldom; a long text gains nothing by being long."""

LINKED_WEIGHT: Final = 0.5
"""Passages of at most this weight are past needs that staff linked to the solution: they can only speak for it."""

_FEWEST_TO_SCALE: Final = 3

_ALONE: Final = 0.2
"""Two languages together scatter less than one: without this, solutions in one language would crowd both ends."""


@dataclass(frozen=True, slots=True)
class PassageKey:
    """Which solution (its place in the catalogue) a passage belongs to, its language and weight."""

    solution: int
    language: str
    weight: float


def pooled(nearness: FloatArray, keys: Sequence[PassageKey], solutions: int) -> FloatArray:
    """The nearness of each need to each solution.

    nearness : (needs, passages), need vectors without their common part times passage vectors
    returns : (needs, solutions); within a language the best two passages count, languages count alike. A solution
        without passages is as far as the farthest.
    """
    needs = nearness.shape[0]
    total = np.zeros((needs, solutions))
    heard = np.zeros(solutions)
    for language in sorted({key.language for key in keys if key.weight > LINKED_WEIGHT}):
        own, present = _of_language(nearness, keys, language, solutions)
        total[:, present] += _scaled(own[:, present])
        heard[present] += 1
    present = heard > 0
    total[:, present] /= heard[present] + _ALONE
    if present.any() and needs:
        total[:, ~present] = total[:, present].min(axis=1, keepdims=True)
    return _with_linked(total, nearness, keys)


def nearest(nearness: FloatArray, keys: Sequence[PassageKey], solutions: int) -> NDArray[np.int64]:
    """(needs, solutions): the passage of each solution that is nearest to each need; -1 where it has none."""
    best = np.full((nearness.shape[0], solutions), -1, dtype=np.int64)
    score = np.full(best.shape, -np.inf)
    for column, key in enumerate(keys):
        better = nearness[:, column] > score[:, key.solution]
        best[better, key.solution] = column
        score[better, key.solution] = nearness[better, column]
    return best


def _of_language(
    nearness: FloatArray, keys: Sequence[PassageKey], language: str, solutions: int
) -> tuple[FloatArray, NDArray[np.bool_]]:
    groups: dict[int, list[int]] = {}
    for column, key in enumerate(keys):
        if key.language == language and key.weight > LINKED_WEIGHT:
            groups.setdefault(key.solution, []).append(column)
    own = np.zeros((nearness.shape[0], solutions))
    present = np.zeros(solutions, dtype=bool)
    for solution, columns in groups.items():
        weights = np.array([keys[column].weight for column in columns])
        values = nearness[:, columns]
        order = np.argsort(-values, axis=1, kind="stable")[:, :BEST_PASSAGES]
        chosen = weights[order]
        own[:, solution] = (np.take_along_axis(values, order, axis=1) * chosen).sum(axis=1) / chosen.sum(axis=1)
        present[solution] = True
    return own, present


def _scaled(own: FloatArray) -> FloatArray:
    """Per need to mean 0 and standard deviation 1, so that no language is nearer by nature; a handful is left alone."""
    if own.shape[1] < _FEWEST_TO_SCALE:
        return own
    spread = own.std(axis=1, keepdims=True)
    return np.asarray((own - own.mean(axis=1, keepdims=True)) / np.where(spread > 0, spread, 1.0))


def _with_linked(total: FloatArray, nearness: FloatArray, keys: Sequence[PassageKey]) -> FloatArray:
    """A past need nearer than anything else of its solution lifts it by its weight; a far one does nothing."""
    linked = [column for column, key in enumerate(keys) if key.weight <= LINKED_WEIGHT]
    if not linked:
        return total
    plain = nearness[:, [column for column in range(len(keys)) if column not in set(linked)]]
    centre = plain.mean(axis=1) if plain.size else np.zeros(len(total))
    spread = np.where(plain.std(axis=1) > 0, plain.std(axis=1), 1.0) if plain.size else np.ones(len(total))
    lifted = total.copy()
    for column in linked:
        key = keys[column]
        value = (nearness[:, column] - centre) / spread
        own = total[:, key.solution]
        lifted[:, key.solution] = np.maximum(lifted[:, key.solution], own + key.weight * np.maximum(0.0, value - own))
    return lifted
