"""How much of a solution's template is filled."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seoulution.engine.catalogue.completeness import WEIGHTS, completeness, worth
from seoulution.reference.schema.catalogue import SectionKey

PARTS = st.frozensets(st.sampled_from(sorted(WEIGHTS)))


def test_an_empty_template_is_nothing_and_a_full_one_is_all() -> None:
    assert completeness(frozenset()).share == 0
    full = completeness(frozenset(WEIGHTS))
    assert full.share == pytest.approx(1)
    assert full.missing == ()


def test_problem_actions_and_results_alone_are_six_of_sixteen_and_a_half() -> None:
    """By hand from the table: 2 + 2 + 2 of 2·3 + 1.5·4 + 1·4 + 0.5 = 16.5."""
    assert completeness(frozenset({"problem", "actions", "results"})).share == pytest.approx(6 / 16.5)


def test_what_is_missing_is_named_heaviest_first() -> None:
    assert completeness(frozenset(WEIGHTS) - {"shared", "problem", "cost", "law"}).missing == (
        "problem",
        "cost",
        "law",
        "shared",
    )


def test_a_part_that_the_template_does_not_have_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="budget, slogan"):
        completeness(frozenset({"problem", "slogan", "budget"}))


def test_every_section_a_record_may_hold_has_its_weight() -> None:
    assert {key.value for key in SectionKey} <= WEIGHTS.keys()


@given(PARTS)
def test_what_is_filled_and_what_is_missing_make_the_whole(filled: frozenset[str]) -> None:
    found = completeness(filled)
    assert frozenset(found.missing) == WEIGHTS.keys() - filled
    assert found.share + sum(WEIGHTS[part] for part in found.missing) / sum(WEIGHTS.values()) == pytest.approx(1)


@given(PARTS, st.sampled_from(sorted(WEIGHTS)))
def test_filling_one_more_part_never_lowers_the_share(filled: frozenset[str], part: str) -> None:
    before, after = completeness(filled).share, completeness(filled | {part}).share
    assert after >= before
    assert (after > before) == (part not in filled)


def test_what_the_parts_are_worth_makes_the_whole() -> None:
    assert sum(worth(part) for part in WEIGHTS) == pytest.approx(1)
    assert worth("problem") == pytest.approx(2 / 16.5)
