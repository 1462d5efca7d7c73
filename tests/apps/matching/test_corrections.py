"""Slips in Korean and Latin script are mended toward words on record, and what was changed is told."""

import pytest

from seoulution.apps.matching.corrections import MOST_WORDS, corrected

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("asked", "languages", "searched"),
    [
        ("유숙율", ["ko"], "유수율"),
        ("유숙율을 높이려면", ["ko"], "유수율을 높이려면"),
        ("스마트가드", ["ko"], "스마트카드"),
        ("dbtndbf", ["ko"], "유수율"),
        ("dbtndbf", ["en"], "유수율"),
        ("tmakxmzkem", ["en"], "스마트카드"),
        ("reveneu water", ["en"], "revenue water"),
        ("agua no facturda", ["es"], "agua no facturada"),
        ("waste incinerater", ["en"], "waste incinerator"),
    ],
)
def test_a_slip_is_mended(asked: str, languages: list[str], searched: str) -> None:
    found = corrected(asked, languages)
    assert found.searched == searched
    assert found.changes
    assert found.asked == asked


@pytest.mark.parametrize(
    ("asked", "languages"),
    [
        ("유수율", ["ko"]),
        ("낡은 수도관에서 물이 샌다", ["ko"]),
        ("버스 정류장이 너무 멀어요", ["ko"]),
        ("water leaks", ["en"]),
        ("Whether our weather is wet", ["en"]),
        ("las tuberías viejas de la ciudad tienen fugas", ["es"]),
        ("les canalisations sont vétustes", ["fr"]),
        ("Kathmandu", ["en"]),
        ("вода теряется в сети", ["ru"]),
        ("น้ำรั่ว", ["th"]),
        ("", ["en"]),
        ("2014 %", ["en"]),
    ],
)
def test_what_is_right_stays_as_it_is(asked: str, languages: list[str]) -> None:
    found = corrected(asked, languages)
    assert (found.searched, found.changes) == (asked, ())


def test_a_short_word_is_only_asked_about() -> None:
    found = corrected("노수", ["ko"])
    assert found.searched == "노수"
    assert found.changes == ()
    assert found.offered == "누수"


def test_english_typed_on_a_korean_keyboard_is_read_as_english() -> None:
    assert corrected("ㅈㅁㅅㄷㄱ ㅣㄷ마", ["ko"]).searched == "water leak"


def test_a_letter_is_not_read_word_by_word() -> None:
    letter = "reveneu " + "water " * 3 + " ".join(f"word{letter}" for letter in "abcdefghijklmn")
    assert len(letter.split()) > MOST_WORDS
    assert corrected(letter, ["en"]).changes == ()
