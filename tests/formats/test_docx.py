import io
import zipfile
from dataclasses import replace

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree
from tests.formats.sample import QUOTATIONS, sample

from seoulution.engine.dossier.document import BulletList, Paragraph, Section, Span
from seoulution.engine.vocabulary import Language
from seoulution.formats import render

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def content() -> bytes:
    return render(sample(), "docx")


@pytest.fixture(scope="module")
def word(content: bytes):
    return docx.Document(io.BytesIO(content))


def test_headings_are_real_headings_with_real_numbers(word) -> None:
    headings = [paragraph for paragraph in word.paragraphs if paragraph.style.name.startswith("Heading")]
    assert [heading.style.name for heading in headings[:4]] == ["Heading 1", "Heading 1", "Heading 2", "Heading 3"]
    style = word.styles["Heading 2"].element
    assert style.find(f".//{W}numPr") is not None


@pytest.mark.parametrize("style", ["Normal", "Heading 1", "Heading 2", "Title"])
def test_each_style_names_a_font_for_korean_and_no_theme_font(word, style: str) -> None:
    fonts = word.styles[style].element.find(f".//{W}rFonts")
    assert fonts.get(qn("w:eastAsia")) == "맑은 고딕"
    assert not [name for name in fonts.attrib if "Theme" in name]


@pytest.mark.parametrize("style", ["Normal", "Heading 1", "Title", "Cell"])
def test_letters_of_complex_scripts_are_as_large_and_heavy_as_the_others(word, style: str) -> None:
    properties = word.styles[style].element.rPr
    assert properties.find(f"{W}szCs").get(f"{W}val") == properties.find(f"{W}sz").get(f"{W}val")
    assert (properties.find(f"{W}bCs") is None) == (properties.find(f"{W}b") is None)


def test_the_contents_are_already_filled_and_nothing_asks_to_be_updated(word, content: bytes) -> None:
    entries = [paragraph for paragraph in word.paragraphs if paragraph.style.name.startswith("toc")]
    assert len(entries) == 11  # two levels of headings, and the sources
    assert "".join(entries[2]._element.itertext()).strip().endswith("서울의 과거")
    for part in ("word/settings.xml", "word/document.xml"):
        xml = zipfile.ZipFile(io.BytesIO(content)).read(part)
        assert b"updateFields" not in xml and b"w:dirty" not in xml


def test_links_within_the_file_lead_to_bookmarks(word) -> None:
    body = word.element.body
    names = {mark.get(f"{W}name") for mark in body.iter(f"{W}bookmarkStart")}
    targets = {link.get(f"{W}anchor") for link in body.iter(f"{W}hyperlink") if link.get(f"{W}anchor")}
    assert targets and targets <= names


def test_table_heads_repeat_and_rows_are_not_cut(word) -> None:
    table = max(word.element.body.iter(f"{W}tbl"), key=lambda item: len(item))
    rows = list(table.iter(f"{W}tr"))
    assert rows[0].find(f"{W}trPr/{W}tblHeader") is not None
    assert rows[1].find(f"{W}trPr/{W}tblHeader") is None
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)


def test_merged_cells_are_merged(word) -> None:
    table = next(table for table in word.tables if table.cell(0, 0).text == "분야")
    assert table.cell(0, 0)._tc is table.cell(1, 0)._tc
    assert table.cell(0, 1)._tc is table.cell(0, 2)._tc
    assert table.cell(3, 1).text == "두 칸을 합친 값"


def test_the_arabic_quotation_runs_from_right_to_left(word) -> None:
    paragraph = next(item for item in word.paragraphs if item.text == QUOTATIONS["ar"])
    assert paragraph._element.pPr.find(f"{W}bidi") is not None
    assert paragraph.runs[0]._element.rPr.find(f"{W}rtl").get(f"{W}val") == "1"
    assert paragraph.runs[0]._element.rPr.find(f"{W}lang").get(f"{W}bidi") == "ar"


def test_pictures_have_words(word) -> None:
    assert [shape._inline.docPr.get("descr") for shape in word.inline_shapes] == ["1999년 72.4 %에서 꾸준히 변한 선 그래프"]


def test_nothing_but_https_links_leads_outside(content: bytes) -> None:
    outside = set()
    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        for name in opened.namelist():
            if name.endswith(".rels"):
                for relation in etree.fromstring(opened.read(name)):
                    if relation.get("TargetMode") == "External":
                        outside.add((relation.get("Type").rpartition("/")[2], relation.get("Target")))
    assert outside == {
        ("hyperlink", "https://example.org/place"),
        ("hyperlink", "https://example.org/article?id=1&lang=ko"),
    }


def test_field_codes_are_ours_only(word) -> None:
    body = word.element.body
    assert not list(body.iter(f"{W}instrText"))
    assert {item.get(f"{W}instr").split()[0] for item in body.iter(f"{W}fldSimple")} == {"PAGEREF"}


def test_each_entry_of_the_contents_ends_in_a_reference_to_its_page_without_a_number_that_nobody_counted(word) -> None:
    names = {mark.get(f"{W}name") for mark in word.element.body.iter(f"{W}bookmarkStart")}
    for entry in (paragraph._element for paragraph in word.paragraphs if paragraph.style.name.startswith("toc")):
        (link,) = entry.iter(f"{W}hyperlink")
        (page,) = entry.iter(f"{W}fldSimple")
        assert page.get(f"{W}instr").split() == ["PAGEREF", link.get(f"{W}anchor"), "\\h"]
        assert link.get(f"{W}anchor") in names and "".join(page.itertext()) == ""
        assert link.find(f".//{W}tab") is not None
    stop = word.styles["toc 1"].element.find(f".//{W}tab")
    assert (stop.get(f"{W}val"), stop.get(f"{W}pos")) == ("right", "9524")


def test_latin_letters_in_korean_words_are_not_broken_as_korean(word) -> None:
    """Marked as Korean, LibreOffice and Word end a line within an English word."""
    marks = [*word.element.body.iter(f"{W}lang"), word.styles["Normal"].element.rPr.find(f"{W}lang")]
    assert not [mark for mark in marks if mark.get(f"{W}val").startswith("ko")]
    assert "ko-KR" in {mark.get(f"{W}eastAsia") for mark in marks}


def test_no_gap_stands_between_a_number_and_its_korean_unit(word) -> None:
    properties = word.styles["Normal"].element.pPr
    assert [properties.find(f"{W}{name}").get(f"{W}val") for name in ("autoSpaceDE", "autoSpaceDN")] == ["0", "0"]


def kept(row) -> set[bool]:
    return {paragraph.find(f"{W}pPr/{W}keepNext") is not None for paragraph in row.iter(f"{W}p")}


def test_the_head_of_a_table_stays_with_a_row_and_a_short_table_in_one_piece(word) -> None:
    tables = [list(table.iter(f"{W}tr")) for table in word.element.body.iter(f"{W}tbl")]
    headed = [rows for rows in tables if rows[0].find(f"{W}trPr/{W}tblHeader") is not None]
    long, short = max(headed, key=len), min(headed, key=len)
    assert kept(long[0]) == {True} and kept(long[1]) == {False}
    assert len(short) <= 6
    assert [kept(row) for row in short] == [{True}] * (len(short) - 1) + [{False}]


def test_words_that_introduce_a_list_stay_with_it() -> None:
    blocks = (Paragraph((Span("앞의 문장"),)), Paragraph((Span("다음과 같다."),)), BulletList(((Span("하나"),),)))
    made = docx.Document(io.BytesIO(render(replace(sample(), sections=(Section("one", "요약", blocks),)), "docx")))
    keeps = {paragraph.text: paragraph.paragraph_format.keep_with_next for paragraph in made.paragraphs}
    assert (keeps["앞의 문장"], keeps["다음과 같다."]) == (None, True)


def test_the_properties_are_those_of_the_document(word) -> None:
    own = word.core_properties
    assert (own.title, own.identifier, own.language, own.author, own.comments) == (
        sample().title,
        "SEOUL-2026-0042",
        "ko",
        "",
        "",
    )
    assert own.created.date() == sample().dated


def test_no_picture_of_another_document_is_left_in_the_file(content: bytes) -> None:
    assert not [name for name in zipfile.ZipFile(io.BytesIO(content)).namelist() if "thumbnail" in name]


def test_properties_of_paragraphs_stand_in_the_order_of_the_schema(content: bytes) -> None:
    order = [
        "pStyle",
        "keepNext",
        "keepLines",
        "pageBreakBefore",
        "numPr",
        "pBdr",
        "shd",
        "tabs",
        "autoSpaceDE",
        "autoSpaceDN",
        "bidi",
        "spacing",
        "ind",
        "contextualSpacing",
        "jc",
    ]
    for language in (Language.KO, Language.AR):
        with zipfile.ZipFile(io.BytesIO(render(replace(sample(), language=language), "docx"))) as opened:
            for part in ("word/document.xml", "word/header1.xml", "word/footer1.xml", "word/styles.xml"):
                for properties in etree.fromstring(opened.read(part)).iter(f"{W}pPr"):
                    places = [order.index(name) for child in properties if (name := child.tag.rpartition("}")[2]) in order]
                    assert places == sorted(places), etree.tostring(properties)
