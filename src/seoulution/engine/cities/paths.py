"""Piecewise-linear paths through time: where a path passes a value, and where several paths pass closest to a point.

A path is read only between two of its points that follow one another with no break between them, and never beyond its ends.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Path:
    """Values on a scale at years in rising order; `open_after[k]` says that nothing may be read between points k and k+1."""

    years: Array
    values: Array
    open_after: NDArray[np.bool_]

    @classmethod
    def through(cls, years: Sequence[float], values: Array, breaks: Sequence[int] = ()) -> "Path":
        """A path through the points; a break at year b opens it between a point before b and the next from b on."""
        at = np.asarray(years, dtype=np.float64)
        order = np.argsort(at, kind="stable")
        at = at[order]
        opened = np.zeros(max(len(at) - 1, 0), dtype=np.bool_)
        for year in breaks:
            opened |= (at[:-1] < year) & (at[1:] >= year)
        return cls(at, values[order], opened)

    def at(self, years: Array) -> Array:
        """Values at the years; not a number outside the path and inside its open parts."""
        read = np.asarray(np.interp(years, self.years, self.values, left=np.nan, right=np.nan), dtype=np.float64)
        for k in np.flatnonzero(self.open_after):
            read[(years > self.years[k]) & (years < self.years[k + 1])] = np.nan
        return read

    def crossings(self, value: float) -> Array:
        """Every year in which the path has that value; for a level stretch, its two ends."""
        if len(self.years) == 1:
            return np.asarray(self.years[self.values == value], dtype=np.float64)
        low, high = self.values[:-1], self.values[1:]
        step = high - low
        inside = (np.minimum(low, high) <= value) & (value <= np.maximum(low, high)) & ~self.open_after
        share = np.divide(value - low, step, out=np.zeros_like(low), where=step != 0)
        years = (self.years[:-1] + share * np.diff(self.years))[inside]
        level_ends = self.years[1:][inside & (step == 0)]
        on_points = self.years[self.values == value]
        return np.asarray(np.unique(np.concatenate([years, level_ends, on_points])), dtype=np.float64)


def closest(paths: Sequence[Path], points: Array, weights: Array, spreads: Array) -> tuple[Array, Array] | None:
    """For each draw the year in which all paths together pass closest to its point, and that weighted squared distance.

    points, weights : (draws, paths); spreads : (paths,). Distances are divided by the spreads. Between two knots every path is
    a line, so the distance is a parabola in time and its lowest place is exact. None where no year is read by all paths.
    """
    knots = np.unique(np.concatenate([path.years for path in paths]))
    rows = np.stack([path.at(knots) for path in paths]) / spreads[:, None]
    at = points / spreads
    if len(knots) > 1:
        halfway = (knots[:-1] + knots[1:]) / 2
        readable = np.all(np.isfinite([path.at(halfway) for path in paths]), axis=0)
    else:
        readable = np.zeros(0, dtype=np.bool_)
    if readable.any():
        start, step = rows[:, :-1][:, readable], np.diff(rows, axis=1)[:, readable]
        years, lengths = knots[:-1][readable], np.diff(knots)[readable]
    else:
        alone = np.all(np.isfinite(rows), axis=0)
        if not alone.any():
            return None
        start, step, years, lengths = rows[:, alone], np.zeros_like(rows[:, alone]), knots[alone], np.zeros(int(alone.sum()))
    weighted = weights * at
    square = weights @ step**2
    slope = weights @ (step * start) - weighted @ step
    rest = weights @ start**2 - 2 * weighted @ start + np.sum(weighted * at, axis=1, keepdims=True)
    share = np.clip(np.divide(-slope, square, out=np.zeros_like(slope), where=square > 0), 0, 1)
    distance = np.maximum(rest + share * (2 * slope + share * square), 0)
    best = np.argmin(distance, axis=1)
    draws = np.arange(len(points))
    return years[best] + share[draws, best] * lengths[best], distance[draws, best]
