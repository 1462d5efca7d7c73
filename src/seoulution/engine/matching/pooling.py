"""From passages to solutions: a solution is as near as its nearest passages, in each language it is written in."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from seoulution.engine.matching.fusion import FloatArray

LINKED_WEIGHT: Final = 0.5
"""Passages of at most this weight are past needs that staff linked to the solution: they can only speak for it."""

_FEWEST_TO_SCALE: Final = 3

_ALONE: Final = 0.2
"""Two languages together scatter less than one: without this, solutions in one language would crowd both ends."""

Nearness = NDArray[np.floating[Any]]
Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class PassageKey:
    """Which solution (its place in the catalogue) a passage belongs to, its language and weight."""

    solution: int
    language: str
    weight: float


@dataclass(frozen=True, slots=True, eq=False)
class _Group:
    """Passages of one kind, those of a solution side by side.

    rows : places of the passages; starts : where in `rows` each solution begins; owners : the solution of each start
    """

    rows: Places
    starts: Places
    owners: Places
    weights: FloatArray

    def best(self, values: Nearness) -> tuple[Nearness, Places]:
        """Per need and solution the highest of `values` (needs, rows) and its place in `rows`; of equals the first."""
        highest = np.maximum.reduceat(values, self.starts, axis=1)
        lengths = np.diff(np.append(self.starts, len(self.rows)))
        here = np.where(values == np.repeat(highest, lengths, axis=1), np.arange(len(self.rows)), len(self.rows))
        return highest, np.minimum.reduceat(here, self.starts, axis=1)


class Pool:
    """Which passage belongs to whom, sorted once for a catalogue and asked for every need.

    The best two passages of a language count: one can be near by accident, two seldom; a long text gains nothing by being long.
    """

    def __init__(self, keys: Sequence[PassageKey], solutions: int) -> None:
        self.solutions = solutions
        owners = np.array([key.solution for key in keys], dtype=np.int64)
        weights = np.array([key.weight for key in keys], dtype=np.float64)
        languages = np.array([key.language for key in keys], dtype=object)
        own = weights > LINKED_WEIGHT
        self._own = np.flatnonzero(own)
        self._linked = np.flatnonzero(~own)
        self._owners, self._weights = owners, weights
        spoken = sorted({str(code) for code in languages[own]})
        self._groups = [_grouped(np.flatnonzero(own & (languages == code)), owners, weights) for code in spoken]
        self._all = _grouped(self._own, owners, weights)

    def pooled(self, nearness: Nearness) -> FloatArray:
        """The nearness of each need to each solution.

        nearness : (needs, passages), need vectors without their common part times passage vectors
        returns : (needs, solutions); within a language the best two passages count, languages count alike. A solution
            without passages is as far as the farthest.
        """
        needs = nearness.shape[0]
        total = np.zeros((needs, self.solutions))
        heard = np.zeros(self.solutions)
        for group in self._groups:
            total[:, group.owners] += _scaled(_best_two(group, nearness))
            heard[group.owners] += 1
        present = heard > 0
        total[:, present] /= heard[present] + _ALONE
        if present.any() and needs:
            total[:, ~present] = total[:, present].min(axis=1, keepdims=True)
        return self._with_linked(total, nearness)

    def nearest(self, nearness: Nearness) -> Places:
        """(needs, solutions): the solution's own passage that is nearest to each need; -1 where it has none."""
        best = np.full((nearness.shape[0], self.solutions), -1, dtype=np.int64)
        if len(self._all.rows) and len(best):
            _, places = self._all.best(nearness[:, self._all.rows])
            best[:, self._all.owners] = self._all.rows[places]
        return best

    def _with_linked(self, total: FloatArray, nearness: Nearness) -> FloatArray:
        """A past need nearer than anything else of its solution lifts it by its weight; a far one does nothing."""
        if not len(self._linked):
            return total
        plain = nearness[:, self._own].astype(np.float64)
        centre = plain.mean(axis=1, keepdims=True) if plain.size else np.zeros((len(total), 1))
        spread = plain.std(axis=1, keepdims=True) if plain.size else np.ones((len(total), 1))
        values = (nearness[:, self._linked] - centre) / np.where(spread > 0, spread, 1.0)
        owners = self._owners[self._linked]
        own = total[:, owners]
        raised = own + self._weights[self._linked] * np.maximum(0.0, values - own)
        lifted = total.copy()
        for row, to in zip(lifted, raised, strict=True):
            np.maximum.at(row, owners, to)
        return lifted


def pooled(nearness: Nearness, keys: Sequence[PassageKey], solutions: int) -> FloatArray:
    """As `Pool.pooled`, for a catalogue that is asked once."""
    return Pool(keys, solutions).pooled(nearness)


def nearest(nearness: Nearness, keys: Sequence[PassageKey], solutions: int) -> Places:
    """As `Pool.nearest`, for a catalogue that is asked once."""
    return Pool(keys, solutions).nearest(nearness)


def _grouped(rows: Places, owners: Places, weights: FloatArray) -> _Group:
    rows = rows[np.argsort(owners[rows], kind="stable")]
    held, starts = np.unique(owners[rows], return_index=True)
    return _Group(rows, np.asarray(starts, dtype=np.int64), held, weights[rows])


def _best_two(group: _Group, nearness: Nearness) -> FloatArray:
    """(needs, solutions of the group): the mean of the best two passages, each by its weight."""
    values = nearness[:, group.rows].astype(np.float64)
    if not len(values):
        return np.zeros((0, len(group.owners)))
    first, at = group.best(values)
    np.put_along_axis(values, at, -np.inf, axis=1)
    second, beside = group.best(values)
    paired = np.isfinite(second)
    first_weight, second_weight = group.weights[at], np.where(paired, group.weights[beside], 0.0)
    return np.asarray((first * first_weight + np.where(paired, second, 0.0) * second_weight) / (first_weight + second_weight))


def _scaled(own: FloatArray) -> FloatArray:
    """Per need to mean 0 and standard deviation 1, so that no language is nearer by nature; a handful is left alone."""
    if own.shape[1] < _FEWEST_TO_SCALE:
        return own
    spread = own.std(axis=1, keepdims=True)
    return np.asarray((own - own.mean(axis=1, keepdims=True)) / np.where(spread > 0, spread, 1.0))
