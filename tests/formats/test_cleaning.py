import time
import unicodedata

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from tests.formats.sample import sample

from seoulution.formats.cleaning import MAX_COMBINING_RUN, clean_document, clean_text

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=200)


@given(ANY_TEXT)
def test_cleaned_text_fits_into_xml_postgresql_and_utf_8(value: str) -> None:
    cleaned = clean_text(value)
    etree.Element("t").text = cleaned  # raises on what XML 1.0 forbids
    assert "\x00" not in cleaned
    assert cleaned.encode().decode() == cleaned


@given(ANY_TEXT)
def test_cleaning_twice_changes_nothing_more(value: str) -> None:
    assert clean_text(clean_text(value)) == clean_text(value)


@given(st.text(st.characters(categories=("L", "N", "P", "Zs")), max_size=100))
def test_ordinary_words_are_only_normalised(value: str) -> None:
    assert clean_text(value) == unicodedata.normalize("NFC", value)


def test_what_is_removed_and_what_is_kept() -> None:
    assert clean_text("a\x00b\x0bc\x1bd\td\r\ne\u2028f") == "abcd\td\ne\nf"
    assert clean_text("invoice\u202excod.exe") == "invoicexcod.exe"
    assert clean_text("\u2066isolated\u2069") == "isolated"
    assert clean_text("\ud800lone") == "lone"
    assert clean_text("\U0001f3d9 emoji") == "\U0001f3d9 emoji"


def test_hangul_in_parts_becomes_whole_syllables() -> None:
    assert clean_text(unicodedata.normalize("NFD", "유수율")) == "유수율"


def test_a_tower_of_marks_is_cut_and_takes_no_quadratic_time() -> None:
    started = time.perf_counter()
    cleaned = clean_text("e" + "\u0301\u0323" * 50_000)
    assert time.perf_counter() - started < 1
    assert len(cleaned) <= MAX_COMBINING_RUN + 1


def test_every_text_of_a_document_is_cleaned_and_nothing_else_changes() -> None:
    document = sample()
    assert clean_document(document) == document
