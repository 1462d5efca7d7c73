"""Inline codes go back to references in whatever form a tool left them, and what does not fit is said."""

import pytest
from lxml import etree

from seoulution.formats.xliff_codes import NAMESPACE, CodeBroken, InlineCodes, claims_of, tag, text_of

CLAIMS = {"1": "share", "2": "cost"}


def target(inside: str) -> etree._Element:
    return etree.fromstring(f'<target xmlns="{NAMESPACE}">{inside}</target>')


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ('sube al <pc id="1">94,4 %</pc>.', "sube al [94,4 %](claim:share)."),
        ('<ph id="2"/> y <pc id="1">94,4 %</pc>', "[](claim:cost) y [94,4 %](claim:share)"),
        ('al <sc id="1"/>94,4 %<ec startRef="1"/> ya', "al [94,4 %](claim:share) ya"),
        ('<mrk id="m1" type="term">agua <pc id="1">94,4 %</pc></mrk> hoy', "agua [94,4 %](claim:share) hoy"),
        ('<pc id="1"><mrk id="m1">94,4</mrk> %</pc>', "[94,4 %](claim:share)"),
        ('a<cp hex="0007"/>b', "ab"),
        ('<pc id="1"></pc>', "[](claim:share)"),
    ],
)
def test_every_form_of_a_code_reads_as_its_reference(inside: str, text: str) -> None:
    assert text_of(target(inside), CLAIMS) == text


@pytest.mark.parametrize(
    ("inside", "code"),
    [
        ('<pc id="9">94,4 %</pc>', "9"),
        ('<ph id="9"/>', "9"),
        ('<pc id="1">a <pc id="2">b</pc></pc>', "2"),
        ('<pc id="1">94] %</pc>', "1"),
        ('<sc id="1"/>94,4 %', "1"),
        ('94,4 %<ec startRef="1"/>', "1"),
        ('<sc id="1"/>94[4<ec startRef="1"/>', "1"),
        ("<b>94,4 %</b>", "<b>"),
        ("<mrk>" * 80 + "x" + "</mrk>" * 80, "nesting"),
    ],
)
def test_a_code_that_does_not_fit_is_named(inside: str, code: str) -> None:
    with pytest.raises(CodeBroken) as broken:
        text_of(target(inside), CLAIMS)
    assert broken.value.code == code


def test_the_same_claim_twice_has_two_codes_and_the_target_the_same_two() -> None:
    codes = InlineCodes()
    source, translated = etree.Element(tag("source")), etree.Element(tag("target"))
    codes.fill(source, "[1](claim:a) and [1](claim:a)", {})
    codes.fill(translated, "[1](claim:a) y [1](claim:a)", {})
    assert [c.get("id") for c in source] == [c.get("id") for c in translated] == ["1", "2"]


def test_a_source_code_without_its_data_is_named() -> None:
    unit = etree.fromstring(f'<unit xmlns="{NAMESPACE}"><segment><source><pc id="4">x</pc></source></segment></unit>')
    with pytest.raises(CodeBroken) as broken:
        claims_of(unit)
    assert broken.value.code == "4"
