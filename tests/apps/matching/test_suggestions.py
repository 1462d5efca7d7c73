"""What is offered while somebody types."""

import pytest

from seoulution.apps.matching.suggestions import MOST, suggestions

pytestmark = pytest.mark.django_db


def test_korean_is_completed_within_a_syllable() -> None:
    for typed in ("유ㅅ", "유수", "유숭"):
        assert "유수율" in suggestions(typed, ["ko", "en"]), typed


def test_the_readers_language_comes_first_and_others_serve_where_it_has_nothing() -> None:
    assert all("agua" in one for one in suggestions("agua", ["es", "en"]))
    assert "agua no facturada" in suggestions("agua no", ["en"])


def test_the_middle_of_a_term_is_found_behind_what_begins_so() -> None:
    found = suggestions("water", ["en"])
    assert 1 < len(found) <= MOST
    assert found[0].lower().startswith("water")


def test_a_slip_is_mended() -> None:
    assert "유수율" in suggestions("유숙율", ["ko"])
    assert "유수율" in suggestions("dbtndbf", ["ko"])


@pytest.mark.parametrize("typed", ["", "a", "  ", "%", "12", "_", "x" * 400])
def test_too_little_too_much_and_no_letters_offer_nothing(typed: str) -> None:
    assert suggestions(typed, ["en"]) == []
