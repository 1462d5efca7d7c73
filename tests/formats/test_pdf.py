import io
import re
import threading
from dataclasses import replace

import pytest
from pypdf import PdfReader
from tests.formats.sample import designed, sample
from tests.formats.test_contract import pdf_text

from seoulution.engine.dossier.document import (
    BulletList,
    Document,
    FactList,
    Figure,
    Layout,
    Paragraph,
    Section,
    Span,
    Table,
    cell,
    text,
)
from seoulution.engine.findings import Severity
from seoulution.engine.vocabulary import Language
from seoulution.formats import produce, render


def one_section(*words: str) -> Document:
    blocks = tuple(Paragraph((Span(item),)) for item in words)
    return replace(sample(), sections=(Section("s", "t", blocks),), citations=(), facts=replace(sample().facts, facts=()))


@pytest.mark.parametrize("document", [sample(), designed(Layout.BROCHURE), designed(Layout.LEAFLET)])
def test_it_is_pdf_a_2b_and_pdf_ua_1(document: Document) -> None:
    metadata = PdfReader(io.BytesIO(render(document, "pdf"))).trailer["/Root"]["/Metadata"].get_object().get_data()
    claims = {key.decode(): value.decode() for key, value in re.findall(rb"<(pdf\w+:\w+)>([^<]+)<", metadata)}
    assert (claims["pdfaid:part"], claims["pdfaid:conformance"], claims["pdfuaid:part"]) == ("2", "B", "1")


def test_a_drawing_carries_its_alternative_text_and_the_file_its_language_and_title() -> None:
    content = render(sample(), "pdf")
    root = PdfReader(io.BytesIO(content)).trailer["/Root"]
    assert root["/Lang"] == "ko"
    assert "1999년 72.4 %에서 꾸준히 변한 선 그래프" in _alternatives(root["/StructTreeRoot"])
    assert PdfReader(io.BytesIO(content)).metadata.title == sample().title


def test_source_code_of_the_typesetter_is_printed_as_it_was_written() -> None:
    hostile = (
        '#read("/etc/passwd")',
        '#image("/etc/hostname")',
        '#import "@preview/cetz:0.3.0": *',
        "#panic() $x^2$ *bold* _it_ `raw` <label> @ref // gone /* gone */ = head\\ #{1+1}",
        '"]); #eval("1+1")',
    )
    printed = re.sub(r"\s+", "", pdf_text(render(one_section(*hostile), "pdf")))
    for item in hostile:
        assert re.sub(r"\s+", "", item) in printed


def test_the_head_of_a_table_stands_on_each_of_its_pages_and_no_row_is_cut() -> None:
    rows = tuple((cell(f"row {number}"), cell("words " * 30 + f"end {number}")) for number in range(60))
    table = Table("long", ((cell("HEADNUMBER", header=True), cell("HEADWORDS", header=True)), *rows), (1, 3))
    document = replace(one_section("x"), sections=(Section("s", "t", (table,)),))
    pages = [page for page in pdf_text(render(document, "pdf")).split("\f") if "end " in page]
    assert len(pages) > 2
    for page in pages:
        assert "HEADNUMBER" in page and "HEADWORDS" in page
        assert set(re.findall(r"row (\d+)", page)) == set(re.findall(r"end\s+(\d+)", page))


def test_rows_merged_under_one_word_begin_on_the_page_that_has_room_and_few_of_them_stay_together() -> None:
    def printed(many: int) -> list[str]:
        filler = tuple(Paragraph((Span("words"),)) for _ in range(18))
        first = (replace(cell("MERGED"), rowspan=many), cell("words " * 40 + "end 0"))
        rest = tuple((cell("words " * 40 + f"end {number}"),) for number in range(1, many))
        table = Table("merged", ((cell("HEAD", header=True), cell("WORDS", header=True)), first, *rest), (1, 2))
        document = replace(one_section("x"), sections=(Section("s", "t", (*filler, table)),))
        return [page for page in pdf_text(render(document, "pdf")).split("\f") if re.search(r"end\s+\d", page)]

    assert len(printed(3)) == 1, "three rows stay on one page"
    pages = printed(12)
    assert "MERGED" in pages[0] and "words words" in pages[0] and len(pages) == 2


def test_words_that_introduce_a_list_stay_with_it_and_a_fact_with_its_label() -> None:
    for filling in range(30, 42):
        filler = tuple(Paragraph((Span("words"),)) for _ in range(filling))
        introduced = (*filler, Paragraph((Span("INTRODUCES"),)), BulletList(((Span("FIRST"),), (Span("SECOND"),))))
        stated = (*filler, FactList((("LABEL", (Span("VALUE words that need several lines " * 5),)), ("B", (Span("b"),)))))
        for blocks, pair in ((introduced, ("INTRODUCES", "FIRST")), (stated, ("LABEL", "VALUE"))):
            document = replace(one_section("x"), sections=(Section("s", "t", blocks),))
            pages = pdf_text(render(document, "pdf")).split("\f")
            (place,) = [place for place, page in enumerate(pages) if pair[0] in page]
            assert pair[1] in pages[place], filling


def test_a_cell_longer_than_a_page_loses_nothing() -> None:
    words = " ".join(f"w{number}" for number in range(2500))
    table = Table("tall", ((cell("a", header=True),), (cell(words),)), (1,))
    printed = pdf_text(render(replace(one_section("x"), sections=(Section("s", "t", (table,)),)), "pdf"))
    assert set(words.split()) <= set(printed.split())


def test_a_word_wider_than_the_page_is_broken_and_not_cut_off() -> None:
    printed = pdf_text(render(one_section("x" * 40_000 + "END", "뷁" * 40_000 + "끝"), "pdf"))
    assert printed.count("x") == 40_000 and printed.count("뷁") == 40_000
    assert "END" in printed and "끝" in printed


def test_a_character_without_a_font_is_named_in_the_text_and_in_a_warning() -> None:
    made = produce(one_section("private \U000f0001 use"), "pdf")
    assert "[U+F0001]" in pdf_text(made.content)
    assert [(finding.code, finding.severity) for finding in made.findings] == [
        ("document.script-without-font", Severity.WARNING)
    ]


def test_links_go_only_to_https() -> None:
    addresses = set()
    for page in PdfReader(io.BytesIO(render(sample(), "pdf"))).pages:
        for annotation in page.get("/Annots") or ():
            action = annotation.get_object().get("/A")
            if action and "/URI" in action:
                addresses.add(action["/URI"])
    assert addresses == {"https://example.org/place", "https://example.org/article?id=1&lang=ko"}


def test_an_arabic_document_runs_from_right_to_left() -> None:
    document = replace(one_section("نص"), language=Language.AR, title="عنوان الوثيقة")
    assert PdfReader(io.BytesIO(render(document, "pdf"))).trailer["/Root"]["/Lang"] == "ar"


def test_several_threads_may_ask_at_once() -> None:
    made: list[bytes] = []
    threads = [threading.Thread(target=lambda: made.append(render(one_section("thread"), "pdf"))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert len(made) == 4 and len(set(made)) == 1


def test_a_citation_without_spans_is_still_listed() -> None:
    assert "[2]" in pdf_text(render(replace(sample(), sections=(Section("s", "t", (Paragraph(text("x")),)),)), "pdf"))


def _alternatives(node: object) -> set[str]:
    found: set[str] = set()
    waiting = [node]
    while waiting:
        item = waiting.pop()
        item = item.get_object() if hasattr(item, "get_object") else item
        if isinstance(item, list):
            waiting += item
        elif isinstance(item, dict):
            if "/Alt" in item:
                found.add(str(item["/Alt"]))
            if "/K" in item:
                waiting.append(item["/K"])
    return found


def test_a_leaflet_sets_its_parts_side_by_side_on_one_sheet() -> None:
    columns = tuple(Section(f"part-{name}", name, (Paragraph((Span("words " * 60),)),)) for name in ("LEFT", "MIDDLE", "RIGHT"))
    document = replace(designed(Layout.LEAFLET), sections=(Section("row", "Row", (), columns),))
    content = render(document, "pdf")
    assert len(PdfReader(io.BytesIO(content)).pages) == 1
    heads = [line for line in pdf_text(content, "-layout").splitlines() if "LEFT" in line]
    assert ["MIDDLE" in line and "RIGHT" in line for line in heads] == [True]


def test_a_leaflet_with_too_much_for_one_sheet_loses_nothing() -> None:
    parts = tuple(Section(f"s-{number}", f"S{number}", (Paragraph((Span(f"word{number} " * 700),)),)) for number in range(6))
    printed = pdf_text(render(replace(designed(Layout.LEAFLET), sections=parts), "pdf"), "-raw")
    assert all(printed.count(f"word{number}") == 700 for number in range(6))


def test_only_a_report_numbers_its_sections_and_drawings() -> None:
    for layout, numbered in ((Layout.REPORT, True), (Layout.BROCHURE, False), (Layout.LEAFLET, False)):
        printed = pdf_text(render(replace(sample(), layout=layout), "pdf"), "-raw")
        found = ("그림 1" in printed, re.search(r"2\.1\s+서울의 과거", printed) is not None)
        assert found == (numbered, numbered), layout


def test_each_section_of_a_brochure_begins_a_page_after_cover_and_contents() -> None:
    sections = tuple(Section(name, name, (Paragraph((Span("few words"),)),)) for name in ("FIRST", "SECOND", "THIRD"))
    pages = pdf_text(render(replace(designed(Layout.BROCHURE), sections=sections), "pdf")).split("\f")
    assert [[name for name in ("FIRST", "SECOND", "THIRD") if name in page] for page in pages[1:5]] == [
        ["FIRST", "SECOND", "THIRD"],
        ["FIRST"],
        ["SECOND"],
        ["THIRD"],
    ]


def test_a_drawing_whose_letters_a_font_joins_is_printed_as_a_picture_with_its_words() -> None:
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 40" font-family="Pretendard GOV, sans-serif">'
        '<text x="10" y="20" font-size="13">جارٍ (2)</text></svg>'
    )
    document = replace(one_section("x"), sections=(Section("s", "t", (Figure("caption", svg, "جارٍ: 2"),)),))
    content = render(document, "pdf")
    assert "جارٍ: 2" in _alternatives(PdfReader(io.BytesIO(content)).trailer["/Root"]["/StructTreeRoot"])
