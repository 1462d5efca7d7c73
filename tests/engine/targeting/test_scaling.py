"""Native units to one scale."""

import numpy as np

from seoulution.engine.targeting.criteria import PREFERRED, Alternative, Preferred, TargetCriterion
from seoulution.engine.targeting.scaling import NO_DIFFERENCE, scaled


def test_every_criterion_says_which_end_is_better() -> None:
    assert set(PREFERRED) == set(TargetCriterion)
    assert PREFERRED[TargetCriterion.PROXIMITY] is Preferred.LESS


def test_near_is_better_and_a_missing_measure_is_the_whole_range() -> None:
    cities = [
        Alternative(code, {TargetCriterion.PROXIMITY: km})
        for code, km in (("a", 1000.0), ("b", 3000.0), ("c", 5000.0), ("d", None))
    ]
    values = scaled(cities, (TargetCriterion.PROXIMITY,))
    assert np.allclose(values.low[:, 0], [1, 0.5, 0, 0])
    assert np.allclose(values.high[:, 0], [1, 0.5, 0, 1])


def test_a_criterion_in_which_all_are_alike_tells_nothing() -> None:
    cities = [Alternative(code, {TargetCriterion.OPENNESS: 2.0}) for code in "ab"]
    values = scaled(cities, (TargetCriterion.OPENNESS,))
    assert np.all(values.low == NO_DIFFERENCE)
    assert np.all(values.high == NO_DIFFERENCE)
