"""The six criteria."""

from seoulution.engine.targeting.criteria import PREFERRED, Alternative, Preferred, TargetCriterion


def test_every_criterion_says_which_end_speaks_for_a_city() -> None:
    assert set(PREFERRED) == set(TargetCriterion)
    less = {criterion for criterion, end in PREFERRED.items() if end is Preferred.LESS}
    assert less == {TargetCriterion.PROXIMITY, TargetCriterion.DEVELOPMENT_STAGE}


def test_what_nobody_measured_is_missing_and_nothing_is_not_nothing() -> None:
    city = Alternative("a", {TargetCriterion.OPENNESS: 0.0, TargetCriterion.AFFINITY: None})
    assert TargetCriterion.OPENNESS not in city.missing
    assert len(city.missing) == 5
