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
    """Passages of one kind as a table: a row for each of `owners`, its passages side by side, the rest of the row empty.

    places : (owners, most passages), where each passage stands among all; one behind the last where there is none
    """

    owners: Places
    places: Places
    weights: FloatArray

    def table(self, nearness: Nearness) -> FloatArray:
        """The nearness (passages,) of one need, laid out; what is not there is infinitely far."""
        return np.append(nearness, -np.inf).astype(np.float64)[self.places]


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
        rows = np.arange(len(self._all.owners))
        if len(rows):
            for need, values in enumerate(nearness):
                best[need, self._all.owners] = self._all.places[rows, self._all.table(values).argmax(axis=1)]
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
    held, starts, counts = np.unique(owners[rows], return_index=True, return_counts=True)
    places = np.full((len(held), int(counts.max(initial=1))), len(owners), dtype=np.int64)
    column = np.arange(len(rows)) - np.repeat(starts, counts)
    places[np.repeat(np.arange(len(held)), counts), column] = rows
    return _Group(held, places, np.append(weights, 0.0)[places])


def _best_two(group: _Group, nearness: Nearness) -> FloatArray:
    """(needs, owners of the group): the mean of the best two passages, each by its weight."""
    best = np.zeros((nearness.shape[0], len(group.owners)))
    rows = np.arange(len(group.owners))
    for need, values in enumerate(nearness if len(rows) else ()):
        table = group.table(values)
        first = table.argmax(axis=1)
        highest = table[rows, first]
        table[rows, first] = -np.inf
        second = table.argmax(axis=1)
        next_to = table[rows, second]
        paired = np.isfinite(next_to)
        light = np.where(paired, group.weights[rows, second], 0.0)
        heavy = group.weights[rows, first]
        best[need] = (highest * heavy + np.where(paired, next_to, 0.0) * light) / (heavy + light)
    return best


def _scaled(own: FloatArray) -> FloatArray:
    """Per need to mean 0 and standard deviation 1, so that no language is nearer by nature; a handful is left alone."""
    if own.shape[1] < _FEWEST_TO_SCALE:
        return own
    spread = own.std(axis=1, keepdims=True)
    return np.asarray((own - own.mean(axis=1, keepdims=True)) / np.where(spread > 0, spread, 1.0))
