"""What would move a city up: the rank it would take by score if one criterion stood at the best of all cities."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from seoulution.engine.targeting.acceptability import normal
from seoulution.engine.targeting.criteria import Alternative, TargetCriterion
from seoulution.engine.targeting.scaling import scaled


@dataclass(frozen=True, slots=True)
class Move:
    """One criterion: from the city's rank by score now to the rank it would take (1 is first)."""

    criterion: TargetCriterion
    now: int
    then: int
    is_missing: bool


def moves_of(alternatives: Sequence[Alternative], weights: Mapping[TargetCriterion, float]) -> Mapping[str, tuple[Move, ...]]:
    """Per city the criteria that alone would raise its rank, strongest first; a missing measure counts as its middle now."""
    shares = normal(weights)
    criteria = tuple(shares)
    around = np.asarray(tuple(shares.values()))
    values = scaled(alternatives, criteria)
    middle = (values.low + values.high) / 2
    scores = middle @ around
    found: dict[str, tuple[Move, ...]] = {}
    for row, each in enumerate(alternatives):
        others = np.delete(scores, row)
        now = 1 + int((others > scores[row]).sum())
        moves = []
        for column, criterion in enumerate(criteria):
            raised = scores[row] + around[column] * (1.0 - middle[row, column])
            then = 1 + int((others > raised).sum())
            if then < now:
                moves.append(Move(criterion, now, then, each.measures.get(criterion) is None))
        found[each.code] = tuple(sorted(moves, key=lambda move: move.then))
    return found
