"""XLIFF as an agency gets it: claims protected, guidance beside, line by line readable; and the same texts when it comes back."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from seoulution.formats.cleaning import clean_text
from seoulution.formats.xliff import Note, TextFile, TextUnit, xliff_bytes
from seoulution.formats.xliff_codes import tag
from seoulution.formats.xliff_reader import read_xliff

REFERENCE = "The share rose to [94.4 %](claim:rwr-2013), or [](claim:rwr-1989)."
UNIT = TextUnit("result", REFERENCE, "Subió al [94,4 %](claim:rwr-2013) o [](claim:rwr-1989).", True, "human", 3)


def written(*units: TextUnit, values: dict[str, str] | None = None) -> bytes:
    return xliff_bytes([TextFile("revenue-water", units, values or {})], source="en", target="es")


def test_claims_are_protected_codes_and_their_words_are_open() -> None:
    root = etree.fromstring(written(UNIT, values={"rwr-1989": "55.2 %"}))
    (code,) = root.iterfind(f".//{tag('source')}/{tag('pc')}")
    assert (code.text, code.get("canDelete"), code.get("canCopy")) == ("94.4 %", "no", "no")
    (held,) = root.iterfind(f".//{tag('source')}/{tag('ph')}")
    assert held.get("disp") == "55.2 %"
    data = {one.get("id"): one.text for one in root.iter(tag("data"))}
    assert data[code.get("dataRefEnd")] == "](claim:rwr-2013)"
    assert data[held.get("dataRef")] == "[](claim:rwr-1989)"
    assert [c.get("id") for c in root.iter(tag("pc"))] == ["1", "1"]


def test_the_order_of_elements_is_that_of_the_standard() -> None:
    root = etree.fromstring(written(TextUnit("result", REFERENCE, notes=(Note("guidance", "In one sentence."),))))
    (unit,) = root.iter(tag("unit"))
    assert [etree.QName(part).localname for part in unit] == ["notes", "originalData", "segment"]
    assert root.get("version") == "2.0"


def test_a_text_without_translation_has_no_target_and_is_untouched() -> None:
    (unit,) = read_xliff(written(TextUnit("name", "Revenue water"))).units
    assert (unit.target, unit.confirmed) == ("", False)


def test_what_went_out_comes_back() -> None:
    read = read_xliff(written(UNIT))
    (unit,) = read.units
    assert (read.source_language, read.target_language) == ("en", "es")
    assert (unit.file, unit.unit, unit.source, unit.target) == ("revenue-water", "result", UNIT.source, UNIT.target)
    assert (unit.confirmed, unit.revision, unit.findings) == (True, 3, ())
    assert unit.line == 1 + written(UNIT)[: written(UNIT).index(b"<segment")].count(b"\n")


_LETTERS = st.characters(exclude_categories=["Cs"], exclude_characters="[]")
_WORDS = st.text(_LETTERS.filter(lambda letter: letter != "\n"), max_size=12).map(clean_text)
_REFERENCES = st.builds(lambda words, claim: f"[{words}](claim:{claim})", _WORDS, st.sampled_from(["a", "b.2", "c-3"]))
_TEXTS = st.lists(st.one_of(st.text(_LETTERS, max_size=20), _REFERENCES), min_size=1, max_size=6).map("".join).map(clean_text)


@given(st.lists(st.tuples(_TEXTS, _TEXTS, st.booleans()), min_size=1, max_size=4))
def test_any_texts_come_back_as_they_went_out(texts: list[Any]) -> None:
    units = [
        TextUnit(f"sections.x{place}", source, source + target if target.strip() else "", finished, "human", place)
        for place, (source, target, finished) in enumerate(texts)
    ]
    read = read_xliff(written(*units)).units
    for sent, back in zip(units, read, strict=True):
        assert back.findings == ()
        assert (back.source, back.revision, back.confirmed) == (sent.source, sent.revision, sent.finished)
        assert back.target == (sent.target if sent.target.strip() else "")
