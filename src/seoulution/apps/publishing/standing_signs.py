"""How far an engagement truly is, as a sign on maps of pages and papers: shape and paint, so that colour is never the only sign."""

from typing import Final

from seoulution.engine.vocabulary import Standing

SIGNS: Final[tuple[tuple[Standing, str, str], ...]] = (
    (Standing.WON, "diamond", "three"),
    (Standing.RUNNING, "triangle", "three"),
    (Standing.DONE, "circle", "one"),
    (Standing.BIDDING, "square", "two"),
    (Standing.UNDER_REVIEW, "diamond", "four"),
    (Standing.PLANNED, "ring", "two"),
)
"""Furthest first: a place with several engagements shows the furthest."""
