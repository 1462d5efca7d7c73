"""On what terms a place of today is compared with the provider's past: scale, weight, spread and error of each indicator.

Weights and errors are our judgement, shown with the result and resampled for the interval. Raw population weighs least:
two cities of one size may stand decades apart, while income, growth and urbanisation move with the stage of development.
Spreads were measured over a world panel, so that one unit of distance means the same for every indicator.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import numpy as np
from numpy.typing import NDArray


class Scale(StrEnum):
    """The scale on which equal distances mean equal steps of development."""

    LOG = "log"
    LOGIT = "logit"
    LINEAR = "linear"


EDGE: Final = 0.005
"""A share of 0 or 100 % has no logit; it is read as half a per cent from the end."""


@dataclass(frozen=True, slots=True)
class Term:
    """How one indicator is compared.

    weight : share of the comparison before it is scaled to the indicators at hand; 0 = shown beside it by its own year only
    spread : standard deviation over the world panel, on the scale
    error : standard deviation of a measurement, on the scale
    breaks : first years of a changed area; nothing is read between points on either side of one
    """

    scale: Scale
    weight: float = 0.0
    spread: float = 1.0
    error: float = 0.0
    breaks: tuple[int, ...] = ()


ANNEXATION: Final = (1963,)
"""Seoul's limits grew from 268 to 613 km² in 1963."""

TERMS: Final[Mapping[str, Term]] = {
    "gdp-per-head": Term(Scale.LOG, weight=0.50, spread=1.45, error=0.08),
    "population-growth": Term(Scale.LINEAR, weight=0.25, spread=1.89, error=0.40),
    "urban-share": Term(Scale.LOGIT, weight=0.20, spread=1.58, error=0.15),
    "population": Term(Scale.LOG, weight=0.05, spread=0.86, error=0.10),
    "vehicles-per-1000": Term(Scale.LOG, breaks=ANNEXATION),
    "water-coverage": Term(Scale.LOGIT, breaks=ANNEXATION),
    "revenue-water": Term(Scale.LOGIT),
    "sewer-coverage": Term(Scale.LOGIT, breaks=ANNEXATION),
    "wastewater-treated": Term(Scale.LOGIT),
    "density": Term(Scale.LOG, breaks=ANNEXATION),
    "road-deaths-per-100k": Term(Scale.LOG),
    "public-transport-share": Term(Scale.LOGIT),
    "internet-users": Term(Scale.LOGIT),
    "mobile-subscriptions": Term(Scale.LOG),
    "informal-share": Term(Scale.LOGIT),
    "landfill-share": Term(Scale.LOGIT),
    "waste-per-head": Term(Scale.LOG),
}
"""Spreads of the weighted four were measured over 1,860 agglomerations (UN WUP 2018 file 22: population 2013, growth
2010-15) and over the 208 and 215 countries of Gapminder's tables of income and urban share (2013)."""


def scaled(values: NDArray[np.float64], scale: Scale) -> NDArray[np.float64]:
    """Values in the indicator's unit (shares in %) on its scale; a log needs positive values and raises otherwise."""
    if scale is Scale.LINEAR:
        return values
    if scale is Scale.LOGIT:
        share = np.clip(values / 100, EDGE, 1 - EDGE)
        return np.asarray(np.log(share / (1 - share)), dtype=np.float64)
    if np.any(values <= 0):
        raise ValueError("a logarithm needs values above zero")
    return np.asarray(np.log(values), dtype=np.float64)


def unscaled(value: float, scale: Scale) -> float:
    """A value on the scale back in the indicator's unit."""
    if scale is Scale.LINEAR:
        return value
    if scale is Scale.LOGIT:
        return 100 / (1 + math.exp(-value))
    return math.exp(value)
