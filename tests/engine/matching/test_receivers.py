from hypothesis import given
from hypothesis import strategies as st

from seoulution.engine.matching.receivers import Likeness, Place, most_alike

HANOI = Place("hanoi", "southeast_asia", 7900, 3000)


def test_size_income_and_region_put_the_most_alike_first_with_the_reason() -> None:
    jakarta = Place("jakarta", "southeast_asia", 10000, 3500)
    lima = Place("lima", "americas", 9000, 6000)
    unknown = Place("brunei-site", "southeast_asia", None, None)
    found = most_alike(HANOI, (lima, unknown, jakarta))
    assert [each.code for each in found] == ["jakarta", "lima", "brunei-site"]
    assert found[0] == Likeness("jakarta", True, 10000 / 7900, 3500 / 3000)
    assert found[2].population is None and found[2].same_region


def test_the_readers_own_city_is_not_its_own_example() -> None:
    assert most_alike(HANOI, (HANOI,)) == ()


@given(st.floats(1, 1e5), st.floats(1, 1e5), st.floats(1.01, 50))
def test_the_farther_in_size_the_later(population: float, income: float, factor: float) -> None:
    near = Place("near", "africa", population, income)
    far = Place("far", "africa", population * factor, income)
    reader = Place("reader", "africa", population, income)
    assert [each.code for each in most_alike(reader, (far, near))] == ["near", "far"]
