"""What would move a city up."""

from seoulution.engine.targeting.criteria import Alternative, TargetCriterion
from seoulution.engine.targeting.moves import moves_of

AFFINITY, OPENNESS = TargetCriterion.AFFINITY, TargetCriterion.OPENNESS


def test_a_city_sees_which_criterion_alone_would_raise_it() -> None:
    cities = [
        Alternative("a", {AFFINITY: 2.0, OPENNESS: 4.0}),
        Alternative("b", {AFFINITY: 1.0, OPENNESS: 4.0}),
        Alternative("c", {AFFINITY: 0.0, OPENNESS: None}),
    ]
    moves = moves_of(cities, {AFFINITY: 2.0, OPENNESS: 1.0})
    assert moves["a"] == ()
    assert [(move.criterion, move.now, move.then) for move in moves["c"]] == [(AFFINITY, 3, 1)]
    assert not moves["c"][0].is_missing


def test_the_leader_has_nothing_to_gain() -> None:
    cities = [Alternative("a", {OPENNESS: 1.0}), Alternative("b", {OPENNESS: 0.0})]
    assert moves_of(cities, {OPENNESS: 1.0})["a"] == ()
    assert moves_of(cities, {OPENNESS: 1.0})["b"][0].then == 1
