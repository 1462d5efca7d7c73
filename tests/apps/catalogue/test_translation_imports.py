"""Both formats read into the same value, and a file that is not ours is refused as a whole with a finding."""

from dataclasses import replace

import pytest

from seoulution.apps.catalogue.refusals import Refused
from seoulution.apps.catalogue.translation_imports import from_sheet, from_xliff
from seoulution.engine.vocabulary import Language
from seoulution.formats.translation_sheet import SheetText, translation_sheet
from seoulution.formats.xliff import TextFile, TextUnit, xliff_bytes


def test_both_formats_read_into_the_same_value() -> None:
    unit = TextUnit("name", "TOPIS", "Topis", True, "human", 2)
    by_xliff = from_xliff(xliff_bytes([TextFile("topis", [unit])], source="en", target="es"))
    by_sheet = from_sheet(translation_sheet("es", [SheetText("topis", "name", "es", "TOPIS", "Topis", "human", revision=2)]))
    assert by_xliff.language is by_sheet.language is Language.ES
    assert [replace(text, place={}) for text in by_xliff.texts] == [replace(text, place={}) for text in by_sheet.texts]
    assert by_xliff.texts[0].place == {"line": "5", "file": "topis", "unit": "name", "segment": "s1"}
    assert by_sheet.texts[0].place == {"row": "2", "file": "topis", "unit": "name"}


@pytest.mark.parametrize(("target", "shown"), [("ko", "ko"), ("xx", "xx"), ("", "–")])
def test_a_language_that_we_do_not_translate_into_is_refused(target: str, shown: str) -> None:
    with pytest.raises(Refused) as refused:
        from_xliff(xliff_bytes([], source="en", target=target))
    assert [(one.code, one.parameters["language"]) for one in refused.value.findings] == [
        ("translation.no-such-language", shown)
    ]


def test_a_file_that_cannot_be_read_is_refused_with_its_reason() -> None:
    for read, code in ((from_xliff, "xliff.not-xml"), (from_sheet, "sheet.not-a-spreadsheet")):
        with pytest.raises(Refused) as refused:
            read(b"no file of ours")
        assert [finding.code for finding in refused.value.findings] == [code]


def test_a_row_of_another_language_is_broken_alone() -> None:
    rows = [SheetText("topis", "name", "es", "TOPIS", "x"), SheetText("topis", "result", "fr", "R", "y")]
    texts = from_sheet(translation_sheet("es", rows)).texts
    assert [[finding.code for finding in text.findings] for text in texts] == [[], ["translation.other-language"]]
