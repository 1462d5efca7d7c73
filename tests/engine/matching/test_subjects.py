import pytest
from hypothesis import given
from hypothesis import strategies as st

from seoulution.engine.matching.subjects import subject_scores

CONCEPTS = st.dictionaries(st.sampled_from("abcd"), st.floats(0.1, 1), max_size=4)


def test_the_same_subjects_score_one_and_none_shared_scores_zero() -> None:
    scores = subject_scores([{"water.losses": 0.7}], [{"water.losses": 0.9}, {"waste.food": 0.9}, {}])
    assert scores[0].tolist() == pytest.approx([1.0, 0.0, 0.0])


def test_a_rare_subject_counts_more_than_one_that_every_solution_treats() -> None:
    solutions = [{"all": 0.5, "rare": 0.5}, {"all": 0.5}, {"all": 0.5}]
    scores = subject_scores([{"all": 0.5, "rare": 0.5}], solutions)[0]
    assert scores[0] > scores[1]


@given(st.lists(CONCEPTS, min_size=1, max_size=3), st.lists(CONCEPTS, min_size=1, max_size=3))
def test_every_score_is_a_share(needs: list[dict[str, float]], solutions: list[dict[str, float]]) -> None:
    scores = subject_scores(needs, solutions)
    assert scores.shape == (len(needs), len(solutions))
    assert ((scores >= 0) & (scores <= 1 + 1e-9)).all()
