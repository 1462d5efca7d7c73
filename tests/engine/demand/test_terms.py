import pytest

from seoulution.engine.demand.terms import TermEntry, Vocabulary, pattern_of
from seoulution.engine.vocabulary import Sector


def finds(term: str, language: str, text: str) -> bool:
    return bool(pattern_of(TermEntry("c", Sector.WATER, language, term)).search(text))


@pytest.mark.parametrize(
    ("term", "language", "text"),
    [
        ("water loss*", "en", "heavy losses of water? no: water losses"),
        ("fuga* agua", "es", "las fugas de agua"),
        ("утеч* вод*", "ru", "большие утечки питьевой воды"),
        ("تسرب* مياه", "ar", "تسرب المياه"),
        ("pipa bocor", "id", "pipa bocornya"),
        ("스크린도어", "ko", "승강장 스크린 도어가".replace(" 도어", "도어")),
        ("물 손실", "ko", "수돗물손실이"),
        ("น้ำรั่ว", "th", "เพราะน้ำรั่วมาก"),
    ],
)
def test_a_term_is_found_as_its_language_bends_it(term: str, language: str, text: str) -> None:
    assert finds(term, language, text)


@pytest.mark.parametrize(("term", "text"), [("fare*", "welfare"), ("rent", "current"), ("water loss*", "water. Loss of trust")])
def test_a_term_is_not_found_inside_other_words_or_across_sentences(term: str, text: str) -> None:
    assert not finds(term, "en", text)


def test_a_term_of_two_concepts_knows_that_it_is_shared() -> None:
    words = Vocabulary(
        [TermEntry("a", None, "en", "boat"), TermEntry("b", None, "en", "Boat"), TermEntry("b", None, "en", "ship")]
    )
    assert {term.entry.term: term.shared for term in words.terms_for("en")} == {"boat": 2, "Boat": 2, "ship": 1}


def test_english_terms_also_serve_other_scripts_but_not_other_latin_languages() -> None:
    words = Vocabulary([TermEntry("a", None, "en", "brt"), TermEntry("a", None, "es", "bus rápido")])
    assert [term.entry.language for term in words.terms_for("ko")] == ["en"]
    assert [term.entry.language for term in words.terms_for("es")] == ["es"]
    assert words.languages == {"en", "es"}


@pytest.mark.parametrize(
    ("text", "found"), [("물이 샌다", True), ("물이 샙니다", True), ("물이새고", True), ("물이 세다", False)]
)
def test_a_korean_stem_with_a_star_takes_its_ending_into_its_last_syllable(text: str, found: bool) -> None:
    assert bool(pattern_of(TermEntry("c", None, "ko", "물이 새*")).search(text)) is found


def test_a_korean_term_without_a_star_is_found_only_as_it_stands() -> None:
    assert not pattern_of(TermEntry("c", None, "ko", "누수")).search("누숙")
    assert pattern_of(TermEntry("c", None, "ko", "길이 막*")).search("길이 막힌다")
