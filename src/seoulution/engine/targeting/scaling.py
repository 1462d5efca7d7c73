"""Measures in native units onto one scale from 0 to 1, missing ones as the whole range."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from seoulution.engine.targeting.criteria import PREFERRED, Alternative, Preferred, TargetCriterion

NO_DIFFERENCE: Final = 0.5
"""Where all cities measure alike the criterion tells none from another; any constant gives the same ranks."""

Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Scaled:
    """Values between the worst and the best of the cities compared: rows are cities, columns criteria.

    low, high : equal where the measure is known; 0 and 1 where it is missing
    """

    low: Matrix
    high: Matrix


def scaled(alternatives: Sequence[Alternative], criteria: Sequence[TargetCriterion]) -> Scaled:
    """Linear between the worst and best known value of each criterion (methods: additive value model)."""
    low = np.zeros((len(alternatives), len(criteria)))
    high = np.ones((len(alternatives), len(criteria)))
    for column, criterion in enumerate(criteria):
        known = [(row, value) for row, each in enumerate(alternatives) if (value := each.measures.get(criterion)) is not None]
        if not known:
            continue
        least, most = min(value for _, value in known), max(value for _, value in known)
        for row, value in known:
            share = NO_DIFFERENCE if most == least else (value - least) / (most - least)
            low[row, column] = high[row, column] = share if PREFERRED[criterion] is Preferred.MORE else 1.0 - share
    return Scaled(low, high)
