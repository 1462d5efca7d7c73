"""What comes back from outside is read unit by unit, or refused as a whole with the reason."""

import pytest

from seoulution.formats.xliff import TextFile, TextUnit, xliff_bytes
from seoulution.formats.xliff_codes import NAMESPACE
from seoulution.formats.xliff_reader import XliffRefused, read_xliff

HEAD = f'<xliff xmlns="{NAMESPACE}" version="2.1" srcLang="en" trgLang="es-PE"><file id="topis">'
END = "</file></xliff>"
GOOD = xliff_bytes([TextFile("topis", [TextUnit("name", "TOPIS")])], source="en", target="es")


def unit(*segments: str, id: str = "name") -> str:
    return f'<unit id="{id}">{"".join(segments)}</unit>'


def segment(source: str, target: str | None, state: str = "", part: str = "segment") -> str:
    told = "" if target is None else f"<target>{target}</target>"
    return f"<{part}{f' state={chr(34)}{state}{chr(34)}' if state else ''}><source>{source}</source>{told}</{part}>"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "xliff.not-xml"),
        (b"PK\x03\x04 not xml", "xliff.not-xml"),
        (b"<xliff", "xliff.not-xml"),
        (b"\xff\xfe\x00\xd8", "xliff.not-text"),
        (b"\x93caf\xe9\x94", "xliff.not-text"),
        (b'<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>', "xliff.has-entities"),
        ('<?xml version="1.0" encoding="utf-16"?><!DOCTYPE x><x/>'.encode("utf-16"), "xliff.has-entities"),
        (b'<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>', "xliff.has-entities"),
        (b"<html/>", "xliff.not-xliff"),
        (b'<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"/>', "xliff.version"),
        (f'<xliff version="2.9" xmlns="{NAMESPACE}"/>'.encode(), "xliff.version"),
        (GOOD + b" " * 2000, "xliff.too-large"),
    ],
)
def test_a_file_that_is_no_xliff_is_refused_as_a_whole(data: bytes, code: str) -> None:
    with pytest.raises(XliffRefused) as refused:
        read_xliff(data, max_bytes=2000)
    assert refused.value.code == code


def test_a_file_of_fifty_megabytes_is_refused_before_it_is_read() -> None:
    with pytest.raises(XliffRefused) as refused:
        read_xliff(b"<" * 50 * 1024**2)
    assert (refused.value.code, refused.value.detail) == ("xliff.too-large", "20")


def test_deep_nesting_is_refused_or_read_without_falling_over() -> None:
    deep = HEAD + unit("<segment><source>" + "<mrk>" * 3000 + "x" + "</mrk>" * 3000 + "</source></segment>") + END
    with pytest.raises(XliffRefused):
        read_xliff(deep.encode())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_both_encodings_of_the_standard_are_read(encoding: str) -> None:
    told = f'<?xml version="1.0" encoding="{encoding[:6].strip("-s")}"?>\n' + HEAD + unit(segment("TOPIS", "Tópis")) + END
    (read,) = read_xliff(told.encode(encoding)).units
    assert (read.target, read.line) == ("Tópis", 2)


def test_segments_that_a_tool_split_are_one_text_again() -> None:
    parts = (segment("One. ", "Uno. "), segment(" ", None, part="ignorable"), segment("Two.", "Dos.", "translated"))
    read = read_xliff((HEAD + unit(*parts) + END).encode())
    assert read.target_language == "es"
    assert [(one.source, one.target, one.confirmed) for one in read.units] == [("One.  Two.", "Uno.  Dos.", True)]


def test_segments_that_change_places_say_so() -> None:
    first, second = segment("One.", "x").replace("<target>", '<target order="2">'), segment("Two.", "y")
    (read,) = read_xliff((HEAD + unit(first, second.replace("<target>", '<target order="1">')) + END).encode()).units
    assert read.target == "yx"


def test_a_half_translated_unit_is_broken_at_the_segment_that_lacks() -> None:
    text = HEAD + "\n" + unit(segment("One.", "Uno."), "\n", segment("Two.", None)) + END
    (read,) = read_xliff(text.encode()).units
    assert [(finding.code, read.line) for finding in read.findings] == [("translation.segment-empty", 3)]


@pytest.mark.parametrize(
    ("inside", "code"),
    [
        (segment("TOPIS", '<pc id="7">x</pc>'), "translation.code-broken"),
        (segment('<pc id="7">x</pc>', "x"), "translation.code-broken"),
        ("", "translation.no-segment"),
    ],
)
def test_a_broken_unit_does_not_keep_the_others_from_being_read(inside: str, code: str) -> None:
    text = HEAD + unit(inside) + unit(segment("Result", "Resultado"), id="result") + END
    broken, good = read_xliff(text.encode()).units
    assert [finding.code for finding in broken.findings] == [code]
    assert (good.unit, good.target, good.findings) == ("result", "Resultado", ())
