"""The best solutions for each need, and whether even the best is a weak answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from seoulution.engine.matching.fusion import Ranker, fused, tied_ranks

PRODUCT_LIMIT: Final = 5
"""An officer reads five answers to a need, not fifty."""

CLI_LIMIT: Final = 10


@dataclass(frozen=True, slots=True)
class Hit:
    """One solution for one need.

    score : fused score, only meaningful as an order: it is no percentage and not comparable between needs
    ranks : the place each ranker gave it, 1 is best
    passage : place of its passage that is nearest to the need, -1 when not known
    near : a passage of its own is near in meaning by itself, not only nearer than others
    linked : so is a past need that staff linked to it
    """

    solution: str
    score: float
    ranks: Mapping[str, float] = field(default_factory=dict, hash=False)
    passage: int = -1
    near: bool = False
    linked: bool = False


@dataclass(frozen=True, slots=True)
class Ranking:
    """Hits best first. `weak`: nothing in the catalogue is close; saying so is the answer, the hits are a courtesy."""

    hits: tuple[Hit, ...]
    weak: bool


def ranked(
    rankers: Sequence[Ranker],
    solutions: Sequence[str],
    weak: Sequence[bool],
    *,
    closest: NDArray[np.int64] | None = None,
    near: NDArray[np.bool_] | None = None,
    linked: NDArray[np.bool_] | None = None,
    limit: int = PRODUCT_LIMIT,
) -> tuple[Ranking, ...]:
    """The best `limit` solutions of each need; of equals the one earlier in `solutions` comes first.

    weak : one per need
    closest : (needs, solutions), the nearest passage of each solution
    near, linked : (needs, solutions), whether a passage of its own, or a past need linked to it, is near by itself
    """
    places = {ranker.name: tied_ranks(ranker.scores) for ranker in rankers}
    scores = fused(rankers, places=places)
    if scores.shape[1] != len(solutions) or scores.shape[0] != len(weak):
        raise ValueError(f"scores of shape {scores.shape} do not fit {len(weak)} needs and {len(solutions)} solutions")
    heard = {ranker.name: ranker.weights > 0 for ranker in rankers}
    rankings = []
    for need in range(scores.shape[0]):
        order = np.argsort(-scores[need], kind="stable")[:limit]
        hits = tuple(
            Hit(
                solutions[column],
                round(float(scores[need, column]), 6),
                {name: float(rows[need, column]) for name, rows in places.items() if heard[name][need]},
                -1 if closest is None else int(closest[need, column]),
                near is not None and bool(near[need, column]),
                linked is not None and bool(linked[need, column]),
            )
            for column in order
        )
        rankings.append(Ranking(hits, weak[need]))
    return tuple(rankings)
