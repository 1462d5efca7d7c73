"""From a text to needs: one for each sector in each part of a sentence, with the phrases that say so."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seoulution.apps.demand.understanding import MOST_NEEDS, understand_text
from seoulution.engine.vocabulary import Sector


def sectors(text: str, declared: str = "") -> list[str]:
    return [need.sector.value if need.sector else "" for need in understand_text(text, declared).needs]


def test_two_sectors_in_one_sentence_become_two_needs_cut_at_the_and() -> None:
    found = understand_text("We lose water through leaking pipes, and our buses are late because of traffic jams.", "")
    assert [need.sector for need in found.needs] == [Sector.WATER, Sector.TRANSPORT]
    water, transport = (need.text for need in found.needs)
    assert "pipes" in water
    assert "buses" not in water
    assert "buses" in transport
    assert "pipes" not in transport


def test_two_sentences_on_one_sector_are_told_as_their_own_words() -> None:
    found = understand_text("Our pipes leak. The weather is nice.", "")
    assert [need.text for need in found.needs] == ["Our pipes leak."]


@pytest.mark.parametrize(
    ("text", "language", "sector"),
    [
        ("낡은 수도관의 누수로 물을 잃는다.", "ko", "water"),
        ("Las tuberías tienen fugas de agua.", "es", "water"),
        ("Les embouteillages paralysent la ville.", "fr", "transport"),
    ],
)
def test_language_and_sector_are_found_in_the_languages_cities_write_in(text: str, language: str, sector: str) -> None:
    assert understand_text(text, "").language == language
    assert sector in sectors(text)


def test_a_declared_language_is_believed_and_an_unknown_one_is_not() -> None:
    assert (understand_text("Ok", "es").language, understand_text("Ok", "es").declared) == ("es", True)
    assert not understand_text("Our pipes leak every night.", "tlh").declared


def test_a_text_that_names_nothing_has_no_need_and_waits_for_a_person() -> None:
    found = understand_text("Good morning to you all.", "")
    assert (found.needs, found.sectors) == ((), ())


def test_there_are_never_more_needs_than_a_person_would_read() -> None:
    parts = ["pipes leak", "buses are late", "waste is dumped", "slums grow", "sewage is untreated", "the air is smoke"]
    text = ". ".join(f"Our {part}" for part in parts * 3) + "."
    assert len(understand_text(text, "en").needs) <= MOST_NEEDS


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.sampled_from(["water leaks", "traffic jams", "물이 샌다", "fugas de agua", ",", " and ", "\n", "…", "🚰", "y"]))
)
def test_every_phrase_lies_within_the_text_and_every_need_is_short_enough(words: list[str]) -> None:
    text = " ".join(words)
    for need in understand_text(text, "").needs:
        assert need.text.strip()
        assert len(need.text) <= 400
        assert need.spans
        assert all(0 <= start < end <= len(text) for start, end in need.spans)
