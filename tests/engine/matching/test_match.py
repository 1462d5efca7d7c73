import numpy as np
import pytest

from seoulution.engine.matching.fusion import Ranker
from seoulution.engine.matching.match import PRODUCT_LIMIT, ranked

RANKERS = [Ranker("a", np.array([[0.1, 0.9, 0.5]]), np.ones(1)), Ranker("b", np.array([[1.0, 0.0, 0.0]]), np.zeros(1))]


def test_hits_come_best_first_with_falling_scores_and_the_places_given_by_rankers_that_spoke() -> None:
    (ranking,) = ranked(RANKERS, ["x", "y", "z"], [False])
    assert [hit.solution for hit in ranking.hits] == ["y", "z", "x"]
    assert [hit.score for hit in ranking.hits] == sorted((hit.score for hit in ranking.hits), reverse=True)
    assert ranking.hits[0].ranks == {"a": 1.0}


def test_an_officer_gets_at_most_five() -> None:
    many = Ranker("a", np.arange(12.0)[None, :], np.ones(1))
    (ranking,) = ranked([many], [f"s{number}" for number in range(12)], [True])
    assert len(ranking.hits) == PRODUCT_LIMIT == 5
    assert ranking.weak


def test_the_nearest_passage_travels_with_the_hit() -> None:
    (ranking,) = ranked(RANKERS, ["x", "y", "z"], [False], closest=np.array([[4, 7, -1]]), limit=1)
    assert ranking.hits[0].passage == 7


def test_scores_that_do_not_fit_the_catalogue_are_refused() -> None:
    with pytest.raises(ValueError, match="do not fit"):
        ranked(RANKERS, ["x"], [False])


def test_a_hit_says_whether_something_of_it_is_near_by_itself() -> None:
    (ranking,) = ranked(RANKERS, ["x", "y", "z"], [False], near=np.array([[False, True, False]]))
    assert [hit.near for hit in ranking.hits] == [True, False, False]
