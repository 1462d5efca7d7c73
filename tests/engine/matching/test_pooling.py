import numpy as np
import pytest

from seoulution.engine.matching.pooling import PassageKey, Pool, nearest, pooled


def key(solution: int, language: str = "en", weight: float = 1.0) -> PassageKey:
    return PassageKey(solution, language, weight)


def test_the_best_two_passages_count_and_length_gains_nothing() -> None:
    near = np.array([[0.9, 0.7, 0.0, 0.0, 0.8]])
    first, second = pooled(near, [key(0), key(0), key(0), key(0), key(1)], 2)[0]
    assert first == pytest.approx(second)


def test_languages_count_alike_and_none_is_nearer_by_nature() -> None:
    near = np.array([[5.0, 4.0, 3.0, 2.0, 1.0, 0.05, 0.04, 0.03, 0.02, 0.01]])
    keys = [key(number) for number in range(5)] + [key(number + 5, "ko") for number in range(5)]
    scores = pooled(near, keys, 10)[0]
    assert scores[:5] == pytest.approx(scores[5:])


def test_a_linked_past_need_can_only_lift_its_solution() -> None:
    near = np.array([[0.2, 0.1, 0.9, -0.9]])
    plain = pooled(near[:, :2], [key(0), key(1)], 2)[0]
    linked = pooled(near, [key(0), key(1), key(1, weight=0.5), key(0, weight=0.5)], 2)[0]
    assert linked[1] > plain[1]
    assert linked[0] == pytest.approx(plain[0])


def test_a_solution_without_passages_is_as_far_as_the_farthest() -> None:
    near, far, nowhere = pooled(np.array([[0.3, 0.1]]), [key(0), key(1)], 3)[0]
    assert near > far == nowhere


def test_the_nearest_passage_of_each_solution_is_named() -> None:
    assert nearest(np.array([[0.1, 0.5, 0.3]]), [key(0), key(0), key(2)], 3).tolist() == [[1, -1, 2]]


def test_a_linked_past_need_is_never_named_as_the_nearest_passage() -> None:
    """It is a city's word, not the solution's."""
    assert nearest(np.array([[0.1, 0.9]]), [key(0), key(0, weight=0.5)], 1).tolist() == [[0]]
    assert nearest(np.array([[0.9]]), [key(0, weight=0.5)], 1).tolist() == [[-1]]


def test_of_two_linked_needs_the_nearer_one_lifts_once() -> None:
    near = np.array([[0.2, 0.1, 0.9, 0.8]])
    both = pooled(near, [key(0), key(1), key(1, weight=0.5), key(1, weight=0.5)], 2)[0]
    assert both[1] == pytest.approx(pooled(near[:, :3], [key(0), key(1), key(1, weight=0.5)], 2)[0][1])


def test_a_catalogue_laid_out_once_answers_as_one_that_is_asked_once() -> None:
    rng = np.random.default_rng(3)
    keys = [key(int(n), language) for n in rng.integers(0, 6, 40) for language in ("en", "ko")]
    pool = Pool(keys, 6)
    for _ in range(3):
        near = rng.normal(size=(2, len(keys)))
        assert np.array_equal(pool.pooled(near), pooled(near, keys, 6))
        assert np.array_equal(pool.nearest(near), nearest(near, keys, 6))
