import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays
from scipy.stats import rankdata

from seoulution.engine.matching.fusion import Ranker, fused, tied_ranks

SCORES = arrays(np.float64, (2, 5), elements=st.floats(-5, 5))


def test_reciprocal_ranks_are_summed_with_sixty_as_in_cormack_2009() -> None:
    first = Ranker("a", np.array([[3.0, 2.0, 1.0]]), np.ones(1))
    second = Ranker("b", np.array([[1.0, 3.0, 2.0]]), np.ones(1))
    expected = [[1 / 61 + 1 / 63, 1 / 62 + 1 / 61, 1 / 63 + 1 / 62]]
    assert fused([first, second]) == pytest.approx(np.array(expected))


def test_equal_scores_share_their_mean_rank() -> None:
    assert tied_ranks(np.array([[1.0, 0.0, 0.0, 0.0]])).tolist() == [[1.0, 3.0, 3.0, 3.0]]


@given(
    arrays(
        np.float64,
        array_shapes(min_dims=2, max_dims=2, min_side=0, max_side=9),
        elements=st.sampled_from([-1, 0.0, -0.0, 0.5, 2]),
    )
)
def test_ranks_are_those_of_scipy(scores: np.ndarray) -> None:
    assert np.array_equal(tied_ranks(scores), rankdata(-scores, axis=1) if scores.size else scores)


@given(SCORES, st.floats(0.1, 10), st.floats(-3, 3))
def test_only_the_order_of_a_ranker_counts_not_its_scale(scores: np.ndarray, factor: float, shift: float) -> None:
    rounded = np.round(scores, 2)
    plain = fused([Ranker("a", rounded, np.ones(2))])
    scaled = fused([Ranker("a", np.round(rounded * factor + shift, 9), np.ones(2))])
    assert np.allclose(plain, scaled)


@given(SCORES, SCORES)
def test_a_ranker_of_weight_zero_changes_nothing(scores: np.ndarray, other: np.ndarray) -> None:
    alone = fused([Ranker("a", scores, np.ones(2))])
    assert np.array_equal(alone, fused([Ranker("a", scores, np.ones(2)), Ranker("b", other, np.zeros(2))]))


def test_rankers_of_other_shapes_and_none_at_all_are_refused() -> None:
    with pytest.raises(ValueError, match="'b'"):
        fused([Ranker("a", np.zeros((1, 2)), np.ones(1)), Ranker("b", np.zeros((1, 3)), np.ones(1))])
    with pytest.raises(ValueError, match="no ranker"):
        fused([])
