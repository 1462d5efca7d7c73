"""Recall and mean reciprocal rank over rankings of solution ids."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, slots=True)
class Quality:
    """Over `needs` needs: share with a right solution first, among the first five, and the mean reciprocal rank."""

    needs: int
    recall_1: float
    recall_5: float
    mrr: float

    def cells(self) -> str:
        """As cells of a Markdown row."""
        return f"{self.needs} | {self.recall_1:.3f} | {self.recall_5:.3f} | {self.mrr:.3f}"


def quality(rankings: Sequence[Sequence[str]], gold: Sequence[frozenset[str]]) -> Quality:
    """The first right solution counts; a ranking without one counts as 0."""
    places = [
        next((place for place, one in enumerate(ranking, 1) if one in right), 0)
        for ranking, right in zip(rankings, gold, strict=True)
    ]
    found = np.array(places, dtype=float)
    hit = found > 0
    return Quality(
        len(places),
        float(np.mean(found == 1)),
        float(np.mean(hit & (found <= 5))),
        float(np.mean(np.where(hit, 1 / np.where(hit, found, 1), 0.0))),
    )


def by_language(
    rankings: Sequence[Sequence[str]], gold: Sequence[frozenset[str]], languages: Sequence[str]
) -> Mapping[str, Quality]:
    """Each language alone, in the order of the alphabet."""
    return {
        language: quality(
            [ranking for ranking, own in zip(rankings, languages, strict=True) if own == language],
            [right for right, own in zip(gold, languages, strict=True) if own == language],
        )
        for language in sorted(set(languages))
    }
