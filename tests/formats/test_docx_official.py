"""An official paper in Word."""

import io
from dataclasses import replace

import docx
import pytest
from tests.formats.sample import designed

from seoulution.engine.dossier.document import FactList, Layout, Section, text
from seoulution.formats import render

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def word() -> docx.document.Document:
    return docx.Document(io.BytesIO(render(designed(Layout.OFFICIAL), "docx")))


def test_the_body_stands_on_top_in_the_middle_above_the_subject(word: docx.document.Document) -> None:
    words = [each for each in word.paragraphs if each.text.strip()]
    assert words[0].text == "서울특별시 <정책공유>" and words[0].alignment == 1
    assert "Title" in {each.style.name for each in words[:8]}


def test_the_foot_stands_on_the_first_page_too(word: docx.document.Document) -> None:
    section = word.sections[0]
    assert not section.different_first_page_header_footer and "/" in section.footer.paragraphs[0].text


def test_facts_take_one_line_each_and_nothing_after_the_last_one_can_begin_a_page() -> None:
    document = designed(Layout.OFFICIAL)
    facts = FactList(tuple((f"label {number}", text(f"value {number}")) for number in range(7)))
    document = replace(document, sections=(Section("dispatch", "Register", (facts,)),), citations=(), facts=FactList(()))
    made = docx.Document(io.BytesIO(render(document, "docx")))
    [table] = made.tables
    shown = [[each.text for each in row.cells] for row in table.rows]
    assert shown[0] == ["label 0", "value 0", "label 1", "value 1"] and shown[3] == ["label 6", "value 6", "", ""]
    after = made.element.body[-2].find(f".//{W}spacing")
    assert after is not None and after.get(f"{W}lineRule") == "exact" and int(after.get(f"{W}line")) <= 40


def test_a_form_has_neither_cover_contents_nor_numbers(word: docx.document.Document) -> None:
    assert not [each for each in word.paragraphs if each.style.name.startswith("toc")]
    assert not list(word.element.body.iter(f"{W}pageBreakBefore"))
    assert word.styles["Heading 1"].element.find(f".//{W}numPr") is None
