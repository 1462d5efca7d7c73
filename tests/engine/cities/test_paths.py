"""Paths are read between neighbouring points only."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from seoulution.engine.cities.paths import Path, closest


def path(points: dict[int, float], breaks: tuple[int, ...] = ()) -> Path:
    return Path.through(list(points), np.asarray(list(points.values()), dtype=np.float64), breaks)


def test_a_path_is_not_read_beyond_its_ends() -> None:
    read = path({1960: 1.0, 1970: 2.0}).at(np.asarray([1959.9, 1965.0, 1970.1]))
    assert np.isnan(read[0]) and read[1] == 1.5 and np.isnan(read[2])


def test_a_path_is_not_read_across_a_break() -> None:
    broken = path({1960: 1.0, 1970: 2.0, 1980: 3.0}, breaks=(1963,))
    read = broken.at(np.asarray([1960.0, 1962.0, 1966.0, 1970.0, 1975.0]))
    assert np.isfinite(read).tolist() == [True, False, False, True, True]
    assert broken.crossings(1.5).tolist() == []
    assert broken.crossings(2.5).tolist() == [1975.0]


def test_a_break_before_the_first_point_changes_nothing() -> None:
    assert not path({1963: 1.0, 1970: 2.0}, breaks=(1963,)).open_after.any()


def test_a_value_passed_twice_has_two_years() -> None:
    assert path({1960: 1.0, 1970: 3.0, 1980: 1.0}).crossings(2.0).tolist() == [1965.0, 1975.0]


def test_a_level_stretch_gives_its_two_ends() -> None:
    assert path({1960: 1.0, 1970: 2.0, 1980: 2.0, 1990: 3.0}).crossings(2.0).tolist() == [1970.0, 1980.0]


def test_a_single_point_is_only_that_year() -> None:
    assert path({1985: 4.0}).crossings(4.0).tolist() == [1985.0]
    found = closest([path({1985: 4.0})], np.asarray([[5.0]]), np.ones((1, 1)), np.ones(1))
    assert found is not None
    assert found[0].tolist() == [1985.0] and found[1].tolist() == [1.0]


def test_paths_without_a_common_year_have_no_answer() -> None:
    apart = [path({1950: 1.0, 1960: 2.0}), path({1970: 1.0, 1980: 2.0})]
    assert closest(apart, np.zeros((1, 2)), np.ones((1, 2)) / 2, np.ones(2)) is None


values = st.lists(st.floats(-5, 5), min_size=3, max_size=3)


@given(values, values, st.floats(-6, 6), st.floats(-6, 6), st.floats(0.05, 0.95))
def test_no_year_on_a_fine_grid_is_closer_than_the_answer(
    first: list[float], second: list[float], x: float, y: float, weight: float
) -> None:
    paths = [path(dict(zip((1960, 1970, 1990), points, strict=True))) for points in (first, second)]
    weights, spreads = np.asarray([[weight, 1 - weight]]), np.asarray([1.5, 0.7])
    found = closest(paths, np.asarray([[x, y]]), weights, spreads)
    assert found is not None
    years = np.linspace(1960, 1990, 601)
    distances = sum(
        share * ((each.at(years) - at) / spread) ** 2
        for each, at, share, spread in zip(paths, (x, y), weights[0], spreads, strict=True)
    )
    assert 1960 <= found[0][0] <= 1990
    assert found[1][0] <= float(np.min(distances)) + 1e-9
