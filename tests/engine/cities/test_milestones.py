"""What the provider did in the years after the match."""

from dataclasses import dataclass, replace
from typing import Final

from seoulution.engine.cities.comparison import Position
from seoulution.engine.cities.milestones import milestones_after
from seoulution.engine.cities.trajectory import TrajectoryMatch
from seoulution.engine.vocabulary import Sector

MATCH: Final = TrajectoryMatch(
    Position.WITHIN, 1975.6, 1972.0, 1981.0, False, False, 1960, 2015, 0.4, (), (), seed=1, draws=100
)


@dataclass(frozen=True)
class Step:
    year: int
    until: int | None
    sectors: tuple[Sector, ...]


# Years and sectors of facts-seoul-past §11.
GREENBELT = Step(1971, None, (Sector.PLANNING,))
GANGNAM = Step(1966, 1991, (Sector.PLANNING,))
LINE_2 = Step(1975, 1984, (Sector.URBAN_RAIL,))
WATERWORKS = Step(1989, None, (Sector.WATER,))
BUS_REFORM = Step(2004, None, (Sector.TRANSPORT,))
STEPS = [BUS_REFORM, WATERWORKS, LINE_2, GREENBELT, GANGNAM]


def test_steps_begun_or_under_way_in_the_fifteen_years_after_are_told_in_order() -> None:
    assert milestones_after(MATCH, STEPS) == (GANGNAM, LINE_2, WATERWORKS)


def test_only_the_sectors_asked_for_are_told() -> None:
    assert milestones_after(MATCH, STEPS, {Sector.WATER, Sector.TRANSPORT}) == (WATERWORKS,)
    assert milestones_after(MATCH, STEPS, {Sector.WATER, Sector.TRANSPORT}, years=30) == (WATERWORKS, BUS_REFORM)


def test_a_place_before_the_first_year_is_shown_the_first_years() -> None:
    before = replace(MATCH, position=Position.BEFORE, year=None, low=None, high=None)
    assert milestones_after(before, STEPS) == (GANGNAM, GREENBELT, LINE_2)


def test_a_place_after_the_last_year_or_without_analogue_is_shown_none() -> None:
    for position in (Position.AFTER, Position.NO_ANALOGUE):
        assert milestones_after(replace(MATCH, position=position, year=None), STEPS) == ()
