from collections.abc import Mapping
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seoulution.engine.cities.profile import Freshness, Reading
from seoulution.engine.matching.conditions import Condition, ConditionState
from seoulution.engine.matching.editions import Edition, LevelFit, NextLevel, Rung, edition
from seoulution.engine.provenance import Sourced
from seoulution.engine.vocabulary import Boundary, Confidence

METERS = Condition("meters", True, "metered", "at_least", Decimal(80), "%")
HOURS = Condition("hours", False, "hours", "at_least", Decimal(20), "h/day")
SAVINGS = Condition("savings", True)
LADDER = (Rung(1), Rung(2, ("meters",)), Rung(3, ("hours", "savings")))
CODES = ("a", "b", "c", "d", "e")


def readings(**values: int) -> dict[str, Reading]:
    units = {"hours": "h/day"}
    return {
        code: Reading(
            code,
            Sourced(Decimal(value), units.get(code, "%"), 2013, Boundary.CITY, "report", Confidence.PRIMARY),
            Freshness.FRESH,
        )
        for code, value in values.items()
    }


def of(**values: int) -> Edition:
    return edition((METERS, HOURS, SAVINGS), LADDER, readings(**values), apart=frozenset({"savings"}))


def test_each_figure_that_decides_is_kept_beside_its_condition() -> None:
    found = of(metered=90, hours=4)
    assert [(result.code, result.figure.value) for result in found.met if result.figure] == [("meters", Decimal(90))]
    assert [(result.code, result.figure.value) for result in found.unmet if result.figure] == [("hours", Decimal(4))]
    assert [result.code for result in found.apart] == ["savings"] and not found.unknown


def test_a_failed_requirement_holds_the_city_below_its_level_and_says_what_would_lift_it() -> None:
    found = of(metered=90, hours=4)
    assert found.fits == LevelFit(level=2, sure=2)
    assert found.next_level == NextLevel(3, change=("hours",), find_out=("savings",))


def test_what_nobody_knows_speaks_against_no_level_but_none_is_sure() -> None:
    assert of().fits == LevelFit(level=3, sure=1, unless=("meters", "hours", "savings"))
    assert of(metered=90, hours=24).fits == LevelFit(level=3, sure=2, unless=("savings",))


def test_a_failed_lower_level_closes_the_higher_ones() -> None:
    assert of(metered=10, hours=24).fits == LevelFit(level=1, sure=1)


def test_the_lowest_level_is_named_when_all_else_fails_with_what_speaks_against_it() -> None:
    found = edition((METERS,), (Rung(1, ("meters",)), Rung(2)), readings(metered=10))
    assert found.fits == LevelFit(level=1, sure=None, against=("meters",))
    assert found.next_level == NextLevel(2, change=("meters",), find_out=())


@pytest.mark.parametrize("rungs", [(), (Rung(1), Rung(2))])
def test_no_level_is_named_where_there_is_none_or_none_says_what_it_requires(rungs: tuple[Rung, ...]) -> None:
    found = edition((METERS,), rungs, readings(metered=90))
    assert found.fits is None and found.next_level is None


def test_the_highest_level_has_none_above_it() -> None:
    assert of().next_level is None


def test_questions_put_critical_conditions_first_and_leave_out_what_is_decided() -> None:
    assert [result.code for result in of(metered=90).questions] == ["savings", "hours"]
    assert [result.code for result in of(metered=10).blocked] == ["meters"]


conditions = st.lists(
    st.sampled_from(CODES).map(lambda code: Condition(code, code < "c", code, "at_least", Decimal(50), "%")),
    unique_by=lambda condition: condition.code,
)
ladders = st.lists(st.tuples(st.integers(1, 5), st.lists(st.sampled_from(CODES), max_size=3)), unique_by=lambda r: r[0])
figures = st.dictionaries(st.sampled_from(CODES), st.sampled_from([10, 90]))
sets = st.frozensets(st.sampled_from(CODES))


def _edition(
    given_conditions: list[Condition], ladder: list[tuple[int, list[str]]], values: Mapping[str, int], apart: frozenset[str]
) -> Edition:
    known = {condition.code for condition in given_conditions}
    rungs = [Rung(level, tuple(code for code in codes if code in known)) for level, codes in ladder]
    return edition(given_conditions, rungs, readings(**values), apart=apart)


@given(conditions, ladders, figures, sets)
def test_every_condition_appears_exactly_once(
    given_conditions: list[Condition], ladder: list[tuple[int, list[str]]], values: dict[str, int], apart: frozenset[str]
) -> None:
    found = _edition(given_conditions, ladder, values, apart)
    told = [result.code for part in (found.met, found.unmet, found.unknown, found.apart) for result in part]
    assert sorted(told) == sorted(condition.code for condition in given_conditions)


@given(conditions, ladders, figures, sets, st.sampled_from(CODES))
def test_a_met_figure_more_never_lowers_a_level(
    given_conditions: list[Condition],
    ladder: list[tuple[int, list[str]]],
    values: dict[str, int],
    apart: frozenset[str],
    code: str,
) -> None:
    before = _edition(given_conditions, ladder, values, apart)
    after = _edition(given_conditions, ladder, {**values, code: 90}, apart)
    if before.fits is None:
        assert after.fits is None
        return
    assert after.fits is not None
    assert after.fits.level >= before.fits.level
    assert (after.fits.sure or 0) >= (before.fits.sure or 0)
    assert set(after.fits.unless) <= set(before.fits.unless) or after.fits.level > before.fits.level


@given(conditions, ladders, figures, sets)
def test_the_level_is_one_of_the_solutions_and_what_it_waits_for_is_unknown(
    given_conditions: list[Condition], ladder: list[tuple[int, list[str]]], values: dict[str, int], apart: frozenset[str]
) -> None:
    found = _edition(given_conditions, ladder, values, apart)
    if found.fits is None:
        return
    undecided = {result.code for result in (*found.unknown, *found.apart)}
    failed = {result.code for result in found.unmet}
    assert found.fits.level in {level for level, _ in ladder}
    assert found.fits.sure is None or found.fits.sure <= found.fits.level
    assert set(found.fits.unless) <= undecided and set(found.fits.against) <= failed
    if found.next_level is not None:
        assert found.next_level.level > found.fits.level and found.next_level.change
        assert set(found.next_level.change) <= failed
    assert all(result.figure is not None for result in (*found.met, *found.unmet))
    assert all(result.state is ConditionState.UNKNOWN for result in found.questions)
