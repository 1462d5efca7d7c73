"""An official paper in Word."""

import io

import docx
import pytest
from tests.formats.sample import designed

from seoulution.engine.dossier.document import Layout
from seoulution.formats import render

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def word() -> docx.document.Document:
    return docx.Document(io.BytesIO(render(designed(Layout.OFFICIAL), "docx")))


def test_the_body_stands_on_top_in_the_middle_above_the_subject(word: docx.document.Document) -> None:
    words = [each for each in word.paragraphs if each.text.strip()]
    assert words[0].text == "서울특별시 <정책공유>" and words[0].alignment == 1
    assert "Title" in {each.style.name for each in words[:8]}


def test_a_form_has_neither_cover_contents_nor_numbers(word: docx.document.Document) -> None:
    assert not [each for each in word.paragraphs if each.style.name.startswith("toc")]
    assert not list(word.element.body.iter(f"{W}pageBreakBefore"))
    assert word.styles["Heading 1"].element.find(f".//{W}numPr") is None
