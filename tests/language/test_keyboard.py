"""Hangul as keys: there and back, halfway typed, and typed with the other keyboard switched on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seoulution.language.keyboard import hangul, keystrokes

SYLLABLES = st.text(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), min_size=1, max_size=8)


@pytest.mark.parametrize(
    ("word", "keys"),
    [("유수율", "dbtndbf"), ("쓰레기", "Tmfprl"), ("값", "rkqt"), ("괜찮아", "rhoscksgdk"), ("닭갈비", "ekfrrkfql")],
)
def test_a_word_is_the_keys_that_write_it(word: str, keys: str) -> None:
    assert keystrokes(word) == keys
    assert hangul(keys) == word


@given(SYLLABLES)
def test_any_hangul_comes_back_from_its_keys(word: str) -> None:
    assert hangul(keystrokes(word)) == word


def test_a_syllable_half_typed_is_the_beginning_of_the_whole_word() -> None:
    for typed in ("유ㅅ", "유수", "유숭"):
        assert keystrokes("유수율").startswith(keystrokes(typed)), typed


@pytest.mark.parametrize("keys", ["water", "bus", "r", "", "anf tosms", "1"])
def test_what_is_no_whole_hangul_is_none(keys: str) -> None:
    assert hangul(keys) is None


def test_english_typed_on_a_korean_keyboard_is_its_keys() -> None:
    assert keystrokes("ㅈㅁㅅㄷㄱ") == "water"
    assert keystrokes("Seoul 2014") == "Seoul 2014"
