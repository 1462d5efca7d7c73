"""Rank acceptability against closed forms, and what must hold for any cities and weights."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seoulution.engine.targeting.acceptability import normal, ranking
from seoulution.engine.targeting.criteria import Alternative, TargetCriterion

FIRST, SECOND, THIRD, FOURTH, FIFTH, SIXTH = TargetCriterion
MORE = (SECOND, THIRD, FOURTH, SIXTH)
"""Criteria of which more is better, so that a test can give values as they are."""


def city(code: str, **values: float | None) -> Alternative:
    return Alternative(code, {TargetCriterion(name.replace("_", "-")): value for name, value in values.items()})


measures = st.one_of(st.none(), st.floats(0, 1000, allow_nan=False))
alternatives = st.lists(st.fixed_dictionaries(dict.fromkeys(TargetCriterion, measures)), min_size=1, max_size=9).map(
    lambda rows: [Alternative(f"city-{number}", row) for number, row in enumerate(rows)]
)
weights = st.fixed_dictionaries({criterion: st.floats(0, 100) for criterion in TargetCriterion})


@given(alternatives, weights)
@settings(max_examples=60, deadline=None)
def test_each_citys_ranks_and_each_rank_sum_to_one(
    cities: list[Alternative], given_weights: dict[TargetCriterion, float]
) -> None:
    answers = ranking(cities, given_weights, draws=200)
    for answer in answers:
        assert sum(answer.ranks) == pytest.approx(1)
        assert answer.low - 1e-9 <= answer.score <= answer.high + 1e-9
    for place in range(len(cities)):
        assert sum(answer.ranks[place] for answer in answers) == pytest.approx(1)


@given(alternatives, weights)
@settings(max_examples=60, deadline=None)
def test_a_city_that_another_beats_in_every_criterion_is_never_first(
    cities: list[Alternative], given_weights: dict[TargetCriterion, float]
) -> None:
    best = Alternative("best", {**dict.fromkeys(TargetCriterion, 2000.0), FIRST: -10.0, FIFTH: -10.0})
    answers = {answer.code: answer for answer in ranking([*cities, best], given_weights, draws=200)}
    known = [each for each in cities if not each.missing]
    assert all(answers[each.code].first == 0 for each in known)
    if len(known) == len(cities):
        assert answers["best"].first == 1


def test_the_same_seed_gives_the_same_answer_and_the_order_of_cities_does_not_matter() -> None:
    cities = [city("a", affinity=2, openness=0), city("b", affinity=1, openness=3), city("c", affinity=0, openness=5)]
    assert ranking(cities, {}) == ranking(cities, {})
    turned = {answer.code: answer.ranks for answer in ranking(cities[::-1], {}, draws=20_000)}
    for answer in ranking(cities, {}, draws=20_000):
        assert turned[answer.code] == pytest.approx(answer.ranks, abs=0.02)


def test_two_cities_and_two_criteria_have_the_closed_form() -> None:
    """u = (1, 0) against (0, 1): the first leads where w1 > 1/2, so half of the uniform simplex each; (1, 0) against (0.25, 1)
    within a third city's range: w1 > 0.5714 = 1 / 1.75, so 0.4286."""
    two = {SECOND: 1.0, THIRD: 1.0}
    answers = {
        a.code: a
        for a in ranking([city("x", urban_problems=1, affinity=0), city("y", urban_problems=0, affinity=1)], two, draws=40_000)
    }
    assert answers["x"].first == pytest.approx(0.5, abs=0.01)
    three = [
        city("x", urban_problems=1, affinity=0),
        city("y", urban_problems=0.25, affinity=1),
        city("floor", urban_problems=0, affinity=0),
    ]
    answers = {a.code: a for a in ranking(three, two, draws=40_000)}
    assert answers["x"].first == pytest.approx(1 - 1 / 1.75, abs=0.01)
    assert answers["floor"].first == 0


def test_the_central_weight_is_the_rank_order_centroid_where_each_city_is_best_in_one_criterion() -> None:
    """With n = 4 the mean of the largest of four uniform weights is .5208 (rank-order centroid, methods §1.1)."""
    cities = [Alternative(criterion.value, {other: float(other is criterion) for other in MORE}) for criterion in MORE]
    for answer in ranking(cities, dict.fromkeys(MORE, 1.0), draws=60_000):
        assert answer.first == pytest.approx(0.25, abs=0.01)
        assert answer.central is not None
        assert answer.central[TargetCriterion(answer.code)] == pytest.approx(0.5208, abs=0.01)


def test_a_missing_measure_widens_the_score_and_spreads_the_ranks() -> None:
    known = [city("a", affinity=2, openness=3), city("b", affinity=0, openness=1), city("c", affinity=1, openness=0)]
    sure = {a.code: a for a in ranking(known, {THIRD: 1, FOURTH: 1})}
    assert sure["a"].ranks == (1, 0, 0)
    doubtful = {a.code: a for a in ranking([known[0], city("b", affinity=0), known[2]], {THIRD: 1, FOURTH: 1})}
    assert doubtful["b"].missing == (FOURTH,)
    assert (doubtful["b"].low, doubtful["b"].high) == pytest.approx((0, 0.5))
    assert 0 < doubtful["b"].ranks[1] < 1
    assert doubtful["b"].ranks[0] == 0


def test_weights_are_shares_and_zero_ones_leave_the_criterion_out() -> None:
    assert sum(normal({}).values()) == pytest.approx(1)
    assert normal({FIRST: 3, SECOND: 1}) == {FIRST: 0.75, SECOND: 0.25}
    with pytest.raises(ValueError, match="from zero up"):
        normal({FIRST: -1})
    with pytest.raises(ValueError, match="from zero up"):
        normal({FIRST: float("nan")})


def test_nine_cities_are_ranked_within_a_tenth_of_a_second() -> None:
    cities = [
        Alternative(str(n), {c: float((n * 7 + k * 3) % 9) if n != k else None for k, c in enumerate(TargetCriterion)})
        for n in range(9)
    ]
    ranking(cities, {})
    began = time.process_time()
    ranking(cities, {})
    assert time.process_time() - began < 0.1
