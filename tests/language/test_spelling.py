"""Words compared when somebody may have slipped."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seoulution.language.spelling import (
    forgiven,
    form_of,
    is_hangul,
    is_latin,
    same_stem,
    slips_between,
    without_particle,
    words_of,
)

SHORT = st.text("abcd", max_size=6)


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [("revenue", "reveneu", 1), ("facturada", "facturda", 1), ("leak", "leak", 0), ("bus", "tram", 4), ("abc", "", 3)],
)
def test_letters_left_out_added_exchanged_or_swapped_are_counted(one: str, other: str, slips: int) -> None:
    assert slips_between(one, other, 5) == slips


def test_counting_stops_where_it_no_longer_matters() -> None:
    assert slips_between("abcdefgh", "zzzzzzzz", 2) == 3
    assert slips_between("a", "abcdef", 2) == 3


@given(SHORT, SHORT)
def test_slips_are_the_same_both_ways(one: str, other: str) -> None:
    assert slips_between(one, other, 9) == slips_between(other, one, 9)


def test_hangul_is_compared_by_keys_and_latin_letters_without_marks() -> None:
    assert slips_between(form_of("유수율"), form_of("유숙율"), 2) == 1
    assert slips_between(form_of("스마트카드"), form_of("스마트가드"), 2) == 1
    assert form_of("Tubería Đường") == "tuberia duong"


def test_short_words_are_never_mended_without_asking() -> None:
    assert [forgiven(word) for word in ("leak", "leaks", "drainage", "누수", "유수율", "중앙버스차로")] == [0, 1, 2, 0, 1, 2]


def test_a_word_with_an_ending_is_the_same_word() -> None:
    assert same_stem("fuga", "fugas")
    assert same_stem("leaking", "leak")
    assert not same_stem("factura", "facturda")


def test_a_korean_word_is_cut_before_its_particle_in_every_way() -> None:
    assert ("유수율", "을") in without_particle("유수율을")
    assert without_particle("물")[0] == ("물", "")


def test_words_stand_without_figures_and_marks_and_know_their_script() -> None:
    assert words_of("30% of l'eau, 유수율!") == ["of", "l'eau", "유수율"]
    assert (is_hangul("유수율"), is_latin("fuités"), is_latin("вода")) == (True, True, False)
