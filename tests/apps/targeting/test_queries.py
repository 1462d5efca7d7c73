"""The measures of the target cities as they are on record."""

from collections.abc import Callable
from datetime import date

import pytest

from seoulution.apps.cities.models import City
from seoulution.apps.targeting.queries import FEWEST_CONDITIONS, Measured, measured
from seoulution.engine.targeting.criteria import TargetCriterion

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 22)


@pytest.fixture
def found(db: None) -> dict[str, Measured]:
    cities = list(City.objects.filter(is_target=True).select_related("country"))
    return {each.city.code: each for each in measured(cities, today=TODAY)}


def test_the_nine_target_cities_of_the_article_are_measured(found: dict[str, Measured]) -> None:
    assert set(found) == {
        "bangkok", "hanoi", "ho-chi-minh-city", "jakarta", "metro-manila", "da-nang", "yangon", "vientiane", "hue",
    }  # fmt: skip


def test_distances_are_those_between_the_coordinates(found: dict[str, Measured]) -> None:
    """Great-circle distances Seoul-Manila 2,620 km and Seoul-Jakarta 5,290 km, each within 1 %."""
    assert found["metro-manila"].alternative.measures[TargetCriterion.PROXIMITY] == pytest.approx(2620, rel=0.01)
    assert found["jakarta"].alternative.measures[TargetCriterion.PROXIMITY] == pytest.approx(5290, rel=0.01)


def test_ties_are_read_from_the_list_of_the_briefing(found: dict[str, Measured]) -> None:
    assert found["hanoi"].alternative.measures[TargetCriterion.AFFINITY] == 2
    assert found["hue"].alternative.measures[TargetCriterion.AFFINITY] == 0


def test_the_requests_of_2012_and_2013_count(found: dict[str, Measured]) -> None:
    assert found["metro-manila"].requests == 1
    assert found["yangon"].requests == 1


def test_growth_is_never_the_whole_countrys(found: dict[str, Measured]) -> None:
    assert all(each.growth is None or not each.growth.stands_in for each in found.values())


def test_too_few_conditions_count_as_not_known(found: dict[str, Measured]) -> None:
    for each in found.values():
        known = each.alternative.measures[TargetCriterion.APPLICABILITY] is not None
        assert known == (each.conditions_decided >= FEWEST_CONDITIONS)


def test_the_number_of_queries_does_not_grow_with_the_cities(django_assert_max_num_queries: Callable[..., object]) -> None:
    cities = list(City.objects.filter(withdrawn_on=None, is_provider=False).select_related("country"))
    with django_assert_max_num_queries(9):  # type: ignore[attr-defined]
        assert len(measured(cities, today=TODAY)) == len(cities)
