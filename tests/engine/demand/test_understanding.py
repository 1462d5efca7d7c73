import pytest
from hypothesis import given
from hypothesis import strategies as st

from seoulution.engine.demand.terms import TermEntry, Vocabulary
from seoulution.engine.demand.understanding import READ_CHARACTERS, understood
from seoulution.engine.vocabulary import Sector

WORDS = Vocabulary(
    [
        TermEntry("waste.food", Sector.WASTE, "en", "food waste"),
        TermEntry("waste.any", Sector.WASTE, "en", "waste"),
        TermEntry("water.losses", Sector.WATER, "en", "leak*"),
        TermEntry("water.losses", Sector.WATER, "en", "water loss*"),
        TermEntry("other.tourism", None, "en", "tourist*"),
    ]
)


def test_the_phrases_of_a_need_point_into_the_text() -> None:
    found = understood("Our pipes leak. Water losses are high.", "en", WORDS)
    (need,) = found.needs
    assert [found.text[span.start : span.end] for span in need.spans] == ["leak", "Water losses"]


def test_the_same_need_named_twice_is_one_need_and_surer() -> None:
    once = understood("Pipes leak.", "en", WORDS).needs[0].confidence
    twice = understood("Pipes leak. The water loss is high.", "en", WORDS).needs
    assert len(twice) == 1
    assert twice[0].confidence > once


def test_a_phrase_inside_a_longer_one_is_not_a_need_of_its_own() -> None:
    assert [need.concept for need in understood("Food waste smells.", "en", WORDS).needs] == ["waste.food"]


def test_sector_weights_sum_to_one_and_leave_out_what_is_no_sector() -> None:
    found = understood("Leaks annoy tourists. Food waste too.", "en", WORDS)
    assert sum(found.sectors.values()) == pytest.approx(1)
    assert set(found.sectors) == {Sector.WATER, Sector.WASTE}
    assert "other.tourism" in {need.concept for need in found.needs}


def test_nothing_understood_is_an_answer() -> None:
    found = understood("Good morning.", "en", WORDS)
    assert found.is_empty
    assert found.sectors == {}


def test_a_very_long_text_is_read_to_a_limit_and_says_so() -> None:
    found = understood("word " * READ_CHARACTERS, "en", WORDS)
    assert found.shortened
    assert len(found.text) == READ_CHARACTERS


@given(st.text(max_size=300))
def test_every_confidence_is_a_share_and_every_span_lies_in_the_text(text: str) -> None:
    found = understood(f"{text} leak {text}", "en", WORDS)
    for need in found.needs:
        assert 0 < need.confidence < 1
        assert all(0 <= span.start < span.end <= len(found.text) for span in need.spans)
