"""Scales and their inverses; weights that keep raw population low."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from seoulution.engine.cities.terms import EDGE, TERMS, Scale, scaled, unscaled


@given(st.sampled_from(Scale), st.floats(1, 99))
def test_a_value_comes_back_from_its_scale(scale: Scale, value: float) -> None:
    assert unscaled(float(scaled(np.asarray([value]), scale)[0]), scale) == pytest.approx(value)


@given(st.sampled_from(Scale), st.floats(1, 98), st.floats(0.1, 1))
def test_every_scale_keeps_the_order(scale: Scale, value: float, more: float) -> None:
    low, high = scaled(np.asarray([value, value + more]), scale)
    assert low < high


def test_nought_and_all_are_read_as_half_a_per_cent_from_the_end() -> None:
    assert unscaled(float(scaled(np.asarray([0.0]), Scale.LOGIT)[0]), Scale.LOGIT) == pytest.approx(100 * EDGE)
    assert unscaled(float(scaled(np.asarray([100.0]), Scale.LOGIT)[0]), Scale.LOGIT) == pytest.approx(100 - 100 * EDGE)


def test_a_logarithm_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="above zero"):
        scaled(np.asarray([0.0]), Scale.LOG)


def test_raw_population_weighs_least_of_what_is_weighted() -> None:
    weighted = {code: term.weight for code, term in TERMS.items() if term.weight}
    assert min(weighted, key=lambda code: weighted[code]) == "population"
    assert sum(weighted.values()) == pytest.approx(1)
    assert all(TERMS[code].error > 0 and TERMS[code].spread > 0 for code in weighted)
