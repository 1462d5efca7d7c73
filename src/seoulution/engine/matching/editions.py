"""The receiver's edition of a solution: what holds in one city, the level that fits it, and what it would be asked.

A condition about law or institutions that no figure decides is kept apart: a lawyer checks it, not a statistician.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from seoulution.engine.cities.profile import Reading
from seoulution.engine.matching.conditions import Condition, ConditionResult, ConditionState, judged


@dataclass(frozen=True, slots=True)
class Rung:
    """A level of a solution: a city can adopt it when nothing it and the levels below it require has failed there."""

    level: int
    requires: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LevelFit:
    """The level that fits a city.

    level : the highest that nothing known speaks against; the lowest when something speaks against every one
    sure : the highest whose requirements are all known to hold; None when not even the lowest is
    unless : requirements up to `level` that nobody knows yet: it fits unless one of them turns out otherwise
    against : failed requirements of the lowest level; empty at any other
    """

    level: int
    sure: int | None
    unless: tuple[str, ...] = ()
    against: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NextLevel:
    """The level above the one that fits: what has to change for it, and what has to be found out besides."""

    level: int
    change: tuple[str, ...]
    find_out: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Edition:
    """Every condition stands in exactly one of `met`, `unmet`, `unknown` and `apart` (law and institutions, undecided).

    fits : None where the solution has no levels, or none of them says what it requires
    """

    met: tuple[ConditionResult, ...]
    unmet: tuple[ConditionResult, ...]
    unknown: tuple[ConditionResult, ...]
    apart: tuple[ConditionResult, ...]
    fits: LevelFit | None
    next_level: NextLevel | None

    @property
    def questions(self) -> tuple[ConditionResult, ...]:
        """What only the city can answer, critical conditions first."""
        return tuple(sorted((*self.unknown, *self.apart), key=lambda result: not result.critical))

    @property
    def blocked(self) -> tuple[ConditionResult, ...]:
        """Critical conditions that do not hold today: they come first, whatever the level."""
        return tuple(result for result in self.unmet if result.critical)


def edition(
    conditions: Iterable[Condition],
    rungs: Iterable[Rung],
    readings: Mapping[str, Reading],
    *,
    apart: frozenset[str] = frozenset(),
) -> Edition:
    """The edition of a solution for the city of `readings`. `apart` : codes of conditions about law and institutions."""
    results = judged(conditions, readings)
    states = {result.code: result.state for result in results}
    unknown = _of(results, ConditionState.UNKNOWN)
    ladder = sorted(rungs, key=lambda rung: rung.level)
    fits = _fit(ladder, states)
    return Edition(
        met=_of(results, ConditionState.MET),
        unmet=_of(results, ConditionState.FAILED),
        unknown=tuple(result for result in unknown if result.code not in apart),
        apart=tuple(result for result in unknown if result.code in apart),
        fits=fits,
        next_level=_next(ladder, states, fits),
    )


def _of(results: Iterable[ConditionResult], state: ConditionState) -> tuple[ConditionResult, ...]:
    return tuple(result for result in results if result.state is state)


def _fit(ladder: Sequence[Rung], states: Mapping[str, ConditionState]) -> LevelFit | None:
    """No level is named where none says what it requires: every city would be told the highest."""
    if not any(rung.requires for rung in ladder):
        return None
    possible, sure = None, None
    for rung in ladder:
        needed = _needed(ladder, rung.level)
        if not _in(needed, states, ConditionState.FAILED):
            possible = rung.level
            if not _in(needed, states, ConditionState.UNKNOWN):
                sure = rung.level
    if possible is None:
        lowest = ladder[0]
        open_ones = _in(lowest.requires, states, ConditionState.UNKNOWN)
        return LevelFit(lowest.level, None, unless=open_ones, against=_in(lowest.requires, states, ConditionState.FAILED))
    return LevelFit(possible, sure, unless=_in(_needed(ladder, possible), states, ConditionState.UNKNOWN))


def _next(ladder: Sequence[Rung], states: Mapping[str, ConditionState], fits: LevelFit | None) -> NextLevel | None:
    above = next((rung for rung in ladder if fits is not None and rung.level > fits.level), None)
    if above is None:
        return None
    needed = _needed(ladder, above.level)
    return NextLevel(above.level, _in(needed, states, ConditionState.FAILED), _in(needed, states, ConditionState.UNKNOWN))


def _needed(ladder: Sequence[Rung], level: int) -> tuple[str, ...]:
    """Requirements of a level and of those below it, each once."""
    return tuple(dict.fromkeys(code for rung in ladder if rung.level <= level for code in rung.requires))


def _in(codes: Iterable[str], states: Mapping[str, ConditionState], state: ConditionState) -> tuple[str, ...]:
    return tuple(code for code in codes if states.get(code, ConditionState.UNKNOWN) is state)
