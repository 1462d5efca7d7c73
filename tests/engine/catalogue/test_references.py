"""References from text to claims: found, read as plain words, and checked against the claim's value."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seoulution.engine.catalogue.references import Reference, lost_references, pieces, plain, reference_findings, references

FIGURES = {"share": (Decimal("94.5"), "%"), "cost": (Decimal("497.3"), "KRW bn"), "when": ("October 2010", "date")}


@pytest.mark.parametrize(
    ("words", "value", "unit"),
    [
        ("94.5 %", "94.5", "%"),
        ("하루 380만 ㎥", "3.8", "million m³/day"),
        ("4,973억 원", "497.3", "KRW bn"),
        ("KRW 497.3 billion", "497.3", "KRW bn"),
        ("1조 2,000억 원", "1200", "KRW bn"),
        ("17만 가구", "170000", "households"),
        ("170.000 hogares", "170000", "households"),
        ("12,5 %", "12.5", "%"),
        ("2 350 km", "2350", "km"),
        ("about 3.8 million", "3783000", "m³/day"),
        ("3,8 millones de metros cúbicos", "3.783", "million m³/day"),
        ("8,1 mil millones de wones", "8.1", "KRW bn"),
        ("8,1 milliards de wons", "8.1", "KRW bn"),
        ("3,8 milhões", "3783000", "m³/day"),
        ("8,1 tỷ won", "8.1", "KRW bn"),
        ("2,9 triliun won", "2.9", "KRW tn"),
        ("2,9 трлн вон", "2.9", "KRW tn"),
        ("59,4 тысячи", "59438", "leaks"),
        ("3.8 сая", "3.783", "million m³/day"),
        ("3.8 ล้าน", "3.783", "million m³/day"),
        ("٩٤٫٥ ٪", "94.5", "%"),
        ("3,8 مليون", "3.783", "million m³/day"),
    ],
)
def test_words_agree_with_the_claim_however_a_language_writes_numbers(words: str, value: str, unit: str) -> None:
    assert reference_findings(f"so [{words}](claim:it) there", {"it": (Decimal(value), unit)}, "sections.results") == ()


@pytest.mark.parametrize("words", ["95 %", "945", "많은", "9.45 %"])
def test_words_that_say_another_number_are_found(words: str) -> None:
    (found,) = reference_findings(f"[{words}](claim:share)", FIGURES, "sections.results")
    assert (found.code, found.parameters["value"]) == ("claim.words-differ", "94.5 %")


def test_a_reference_to_no_claim_is_found() -> None:
    assert [finding.code for finding in reference_findings("[1](claim:none)", FIGURES, "name")] == ["claim.not-on-record"]


def test_a_claim_in_words_and_a_reference_without_words_are_not_compared() -> None:
    assert reference_findings("[2010](claim:when) [](claim:share)", FIGURES, "name") == ()


def test_the_plain_text_has_the_words_or_the_value() -> None:
    text = "유수율은 [94.5 %](claim:share)이고 [](claim:cost)이 들었다."
    assert plain(text, {"cost": "497.3 KRW bn"}) == "유수율은 94.5 %이고 497.3 KRW bn이 들었다."


def test_a_translation_that_lost_or_made_up_a_reference_is_found() -> None:
    found = lost_references("[1](claim:a) [2](claim:b)", "[1](claim:a) [3](claim:c)", "result")
    assert [(finding.code, finding.parameters["claim"]) for finding in found] == [
        ("translation.reference-lost", "b"),
        ("translation.reference-added", "c"),
    ]


@given(st.lists(st.one_of(st.text(alphabet=st.characters(exclude_characters="[]")), st.just("[7](claim:x)"))))
def test_pieces_lose_nothing(parts: list[str]) -> None:
    text = "".join(parts)
    again = "".join(p if isinstance(p, str) else f"[{p.words}](claim:{p.claim})" for p in pieces(text))
    assert again == text
    assert all(isinstance(found, Reference) and text[found.start : found.end].startswith("[") for found in references(text))
