"""What the provider did in the years after it stood where a place stands now."""

from collections.abc import Collection, Iterable
from typing import Final, Protocol, TypeVar

from seoulution.engine.cities.comparison import Position
from seoulution.engine.cities.trajectory import TrajectoryMatch
from seoulution.engine.vocabulary import Sector

WINDOW: Final = 15
"""Years after the match whose policies count as next steps (methods: time shift)."""


class Milestone(Protocol):
    """Anything dated and tied to sectors; `until` is the last year of a step that took several."""

    @property
    def year(self) -> int: ...

    @property
    def until(self) -> int | None: ...

    @property
    def sectors(self) -> Collection[Sector]: ...


M = TypeVar("M", bound=Milestone)


def milestones_after(
    match: TrajectoryMatch, milestones: Iterable[M], sectors: Collection[Sector] = (), years: int = WINDOW
) -> tuple[M, ...]:
    """Steps begun or still under way from the matched year to `years` later, in order of year; all sectors when none is named.

    A place that stands before the provider's first comparable year is shown the first years; one that stands after the last, or
    has no analogue, is shown none.
    """
    if match.position is Position.WITHIN and match.year is not None:
        start = int(match.year)
    elif match.position is Position.BEFORE and match.first is not None:
        start = match.first
    else:
        return ()
    chosen = (
        each
        for each in milestones
        if each.year <= start + years
        and (each.until or each.year) >= start
        and (not sectors or set(sectors) & set(each.sectors))
    )
    return tuple(sorted(chosen, key=lambda each: each.year))
