"""Stand where the provider stood: the year in which the provider city (or its country, said so) resembled a place of today.

T* is the year that makes sum_j w_j ((g_j(s_j(T)) - g_j(x)) / sigma_j)^2 least (methods: time shift), read only where all weighted
series have values: outside them the answer is "before", "after" or "no analogue", never an extrapolation.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from seoulution.engine.cities.comparison import Compared, Pair, Position, ProviderSeries, comparable, compare, on_scale
from seoulution.engine.cities.paths import Path, closest
from seoulution.engine.cities.profile import Observation
from seoulution.engine.cities.terms import TERMS, Term
from seoulution.engine.findings import Finding, Severity

DRAWS: Final = 2000
TRUST: Final = 5.0
"""Concentration of the Dirichlet draws around the weights: a weight of 0.5 then varies by about 0.2 (standard deviation),
for they are a judgement and nobody could defend them to the first decimal."""

SEED: Final = 20140531
FARTHEST: Final = 1.25
"""Weighted root-mean-square distance, in world standard deviations, beyond which no year of the provider is an analogue (our judgement)."""

EXACT: Final = 1e-6
"""A distance below this is none: what is left of rounding in the matrix products."""


@dataclass(frozen=True, slots=True)
class TrajectoryMatch:
    """The answer, with everything it rests on.

    year, low, high : T* and its 90 % interval; None unless `position` is within. An end that lies on the first or last year that
    can be read is open: the true end may lie outside.
    first, last : the years that all weighted series can be read in
    distance : weighted root-mean-square distance at the best year, in world standard deviations
    left_out : a finding for each indicator of the place that could not be compared
    """

    position: Position
    year: float | None
    low: float | None
    high: float | None
    low_is_open: bool
    high_is_open: bool
    first: int | None
    last: int | None
    distance: float | None
    compared: tuple[Compared, ...]
    left_out: tuple[Finding, ...]
    seed: int
    draws: int

    @property
    def spread(self) -> float | None:
        """Years between the earliest and latest own year: a wide spread means that the place leapfrogs in some fields."""
        years = [each.own_year for each in self.compared if each.own_year is not None]
        return max(years) - min(years) if len(years) > 1 else None

    @property
    def by_country(self) -> tuple[str, ...]:
        """Weighted indicators for which the provider's country stands in for the provider city."""
        return tuple(each.indicator for each in self.compared if each.weight and each.by_country)


def match(
    observations: Iterable[Observation],
    series: Sequence[ProviderSeries],
    *,
    as_of: int | None = None,
    terms: Mapping[str, Term] = TERMS,
    seed: int = SEED,
    draws: int = DRAWS,
) -> TrajectoryMatch:
    """The year in which the provider stood where the place stood at `as_of` (its latest figures when not given).

    observations : the place's figures, its country's included. A country series is compared with a country figure only, a city
        series with figures of the place only.
    series : the provider's past, one series for each indicator
    """
    pairs, left_out = paired(tuple(observations), series, terms, as_of)
    weighted = [pair for pair in pairs if pair.term.weight > 0]
    nothing = TrajectoryMatch(Position.NO_ANALOGUE, None, None, None, False, False, None, None, None, (), left_out, seed, draws)
    if not weighted:
        return nothing
    paths = [pair.series.path(pair.term) for pair in weighted]
    point = np.asarray([pair.value for pair in weighted])
    total = sum(pair.term.weight for pair in weighted)
    share = np.asarray([pair.term.weight / total for pair in weighted])
    spreads = np.asarray([pair.term.spread for pair in weighted])
    errors = np.asarray([pair.term.error for pair in weighted])
    best = closest(paths, point[None, :], share[None, :], spreads)
    if best is None:
        return nothing
    year, distance = float(best[0][0]), float(np.sqrt(best[1][0]))
    first, last = readable_span(paths)

    chance = np.random.default_rng(seed)
    drawn_weights = chance.dirichlet(TRUST * share, size=draws)
    drawn_points = point + chance.normal(size=(draws, len(point))) * errors
    sampled = closest(paths, drawn_points, drawn_weights, spreads)
    years = sampled[0] if sampled is not None else np.asarray([year])
    low, high = (float(end) for end in np.quantile(years, (0.05, 0.95)))
    low, high = min(low, year), max(high, year)

    position = place(year, distance, first, last)
    compared = tuple(compare(pair, pair.term.weight / total, year) for pair in pairs)
    within = position is Position.WITHIN
    return TrajectoryMatch(
        position=position,
        year=year if within else None,
        low=low if within else None,
        high=high if within else None,
        low_is_open=within and low <= first,
        high_is_open=within and high >= last,
        first=int(first),
        last=int(last),
        distance=distance,
        compared=compared,
        left_out=left_out,
        seed=seed,
        draws=draws,
    )


def place(year: float, distance: float, first: float, last: float) -> Position:
    """Within the readable years, unless the best year is an end that still does not fit, or nothing comes near."""
    if year <= first and distance > EXACT:
        return Position.BEFORE
    if year >= last and distance > EXACT:
        return Position.AFTER
    return Position.WITHIN if distance <= FARTHEST else Position.NO_ANALOGUE


def paired(
    observations: tuple[Observation, ...], series: Sequence[ProviderSeries], terms: Mapping[str, Term], as_of: int | None
) -> tuple[list[Pair], tuple[Finding, ...]]:
    """Every series with the figure that may be held against it, and a finding for each that has none."""
    pairs: list[Pair] = []
    left_out: list[Finding] = []
    for one in series:
        figure = comparable(one, observations, as_of)
        term = terms.get(one.indicator)
        value = on_scale(figure, term) if figure is not None and term is not None else None
        if figure is not None and term is not None and value is not None:
            pairs.append(Pair(one, figure, term, value))
        else:
            code = "trajectory.no-figure" if figure is None else "trajectory.not-comparable"
            left_out.append(Finding(code, Severity.NOTE, one.indicator))
    return pairs, tuple(left_out)


def readable_span(paths: Sequence[Path]) -> tuple[float, float]:
    """First and last year that every path reaches."""
    return max(float(path.years[0]) for path in paths), min(float(path.years[-1]) for path in paths)
