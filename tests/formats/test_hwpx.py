import io
import shutil
import subprocess
import zipfile
from collections import Counter
from dataclasses import replace

import pytest
from hwpx import HwpxDocument
from lxml import etree
from PIL import Image
from tests.formats.sample import sample

from seoulution.engine.dossier.document import Block, Cell, Document, FactList, Paragraph, Section, Span, Table
from seoulution.formats import render
from seoulution.formats.hwpx_page import TEXT_WIDTH

HP = "{http://www.hancom.co.kr/hwpml/2011/paragraph}"
HH = "{http://www.hancom.co.kr/hwpml/2011/head}"


@pytest.fixture(scope="module")
def content() -> bytes:
    return render(sample(), "hwpx")


@pytest.fixture(scope="module")
def section(content: bytes) -> etree._Element:
    return part(content, "Contents/section0.xml")


def part(content: bytes, name: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        return etree.fromstring(opened.read(name))


def test_the_library_opens_it_and_finds_no_fault(content: bytes) -> None:
    report = HwpxDocument.open(io.BytesIO(content)).validate()
    assert list(report.issues) == []


def test_the_widths_of_each_row_add_up_to_the_width_of_the_page(section) -> None:
    for table in section.iter(f"{HP}tbl"):
        width = int(table.find(f"{HP}sz").get("width"))
        assert width == TEXT_WIDTH
        columns = int(table.get("colCnt"))
        area = sum(
            int(cell.find(f"{HP}cellSz").get("width")) * int(cell.find(f"{HP}cellSpan").get("rowSpan"))
            for cell in table.iter(f"{HP}tc")
        )
        assert columns and area == width * int(table.get("rowCnt"))


def test_the_heights_of_the_rows_add_up_to_the_height_of_the_table(section) -> None:
    for table in section.iter(f"{HP}tbl"):
        first_column = [cell for cell in table.iter(f"{HP}tc") if cell.find(f"{HP}cellAddr").get("colAddr") == "0"]
        assert sum(int(cell.find(f"{HP}cellSz").get("height")) for cell in first_column) == int(
            table.find(f"{HP}sz").get("height")
        )


def test_long_tables_go_on_over_pages_and_repeat_their_heads(section) -> None:
    table = max(section.iter(f"{HP}tbl"), key=lambda item: int(item.get("rowCnt")))
    assert (table.get("repeatHeader"), table.get("pageBreak"), table.find(f"{HP}pos").get("treatAsChar")) == ("1", "TABLE", "0")
    assert {cell.get("header") for cell in table.find(f"{HP}tr")} == {"1"}


def test_identifiers_of_paragraphs_and_tables_are_unique(section) -> None:
    counted = Counter(
        item.get("id") for kind in ("p", "tbl", "pic") for item in section.iter(HP + kind) if item.get("id") != "0"
    )
    assert [identifier for identifier, times in counted.items() if times > 1] == []


def test_every_look_that_is_used_is_in_the_header(content: bytes, section) -> None:
    header = part(content, "Contents/header.xml")
    for attribute, kind in (
        ("charPrIDRef", "charPr"),
        ("paraPrIDRef", "paraPr"),
        ("borderFillIDRef", "borderFill"),
        ("styleIDRef", "style"),
    ):
        known = {item.get("id") for item in header.iter(HH + kind)}
        assert {item.get(attribute) for item in section.iter() if item.get(attribute)} <= known


def test_only_headings_carry_an_outline_number(content: bytes, section) -> None:
    header = part(content, "Contents/header.xml")
    outlined = {item.get("id") for item in header.iter(f"{HH}paraPr") if item.find(f"{HH}heading[@type='OUTLINE']") is not None}
    titles = ["".join(item.itertext()) for item in section.iter(f"{HP}p") if item.get("paraPrIDRef") in outlined]
    assert titles[:4] == ["도시의 요청", "검토 결과", "서울의 과거", "법적 경로"]
    assert len(titles) == 11


def test_a_picture_is_clipped_at_its_own_size_and_has_words(content: bytes, section) -> None:
    picture = next(section.iter(f"{HP}pic"))
    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        width, height = Image.open(io.BytesIO(opened.read("BinData/BIN0001.png"))).size
    clip, size = picture.find(f"{HP}imgClip"), picture.find(f"{HP}imgDim")
    assert (int(clip.get("right")), int(clip.get("bottom"))) == (width * 75, height * 75)
    assert (int(size.get("dimwidth")), int(size.get("dimheight"))) == (width * 75, height * 75)
    assert picture.find(f"{HP}shapeComment").text == "1999년 72.4 %에서 꾸준히 변한 선 그래프"


def test_links_lead_to_bookmarks_or_https(section) -> None:
    names = {mark.get("name") for mark in section.iter(f"{HP}bookmark")}
    targets = {field.get("name") for field in section.iter(f"{HP}fieldBegin")}
    assert targets
    assert all(target[1:] in names if target.startswith("#") else target.startswith("https://") for target in targets)


def test_nobody_elses_name_or_date_is_left_in_the_file(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        package = opened.read("Contents/content.hpf").decode()
    assert "synthetic" not in package and "2025-09-17" not in package
    assert "2026-11-22T00:00:00Z" in package and sample().title in package


def keeps(content: bytes, switch: str) -> set[str]:
    header = part(content, "Contents/header.xml")
    return {form.get("id") for form in header.iter(f"{HH}paraPr") if form.find(f"{HH}breakSetting").get(switch) == "1"}


def test_headings_stay_with_what_follows_them(content: bytes, section) -> None:
    header = part(content, "Contents/header.xml")
    headings = {item.get("id") for item in header.iter(f"{HH}paraPr") if item.find(f"{HH}heading[@type='OUTLINE']") is not None}
    used = {item.get("paraPrIDRef") for item in section.iter(f"{HP}p")}
    assert headings & used and headings & used <= keeps(content, "keepWithNext")


def test_a_picture_and_its_caption_are_one_paragraph_that_is_kept_whole(content: bytes, section) -> None:
    holder = next(next(section.iter(f"{HP}pic")).iterancestors(f"{HP}p"))
    assert "그림 1." in "".join(holder.itertext())
    assert holder.get("paraPrIDRef") in keeps(content, "keepLines")


def table_of(rows: int) -> Table:
    head = (Cell((Span("지표"),), header=True), Cell((Span("수치"),), header=True))
    return Table(
        "기금의 조건", (head, *((Cell((Span(f"값 {row}"),)), Cell((Span("10"),))) for row in range(1, rows + 1))), (1, 1)
    )


def paper(*blocks: Block) -> Document:
    return replace(sample(), facts=FactList(()), sections=(Section("one", "요약", blocks),), citations=())


def test_the_caption_is_the_first_row_of_its_table_and_a_short_table_is_not_cut() -> None:
    made = part(render(paper(table_of(3)), "hwpx"), "Contents/section0.xml")
    table = next(item for item in made.iter(f"{HP}tbl") if item.get("rowCnt") == "5")
    first = table.find(f"{HP}tr").findall(f"{HP}tc")
    assert ["".join(cell.itertext()) for cell in first] == ["표 1. 기금의 조건"]
    assert first[0].find(f"{HP}cellSpan").get("colSpan") == "2"
    assert (table.get("pageBreak"), table.find(f"{HP}pos").get("treatAsChar")) == ("NONE", "1")


def test_a_long_table_begins_a_page_with_the_words_that_introduce_it() -> None:
    introduced = (Paragraph((Span("앞의 문장"),)), Paragraph((Span("기금은 다음과 같다."),)), table_of(60))
    made = part(render(paper(*introduced), "hwpx"), "Contents/section0.xml")
    fresh = ["".join(item.itertext()) for item in made if item.get("pageBreak") == "1"]
    assert fresh[-1] == "기금은 다음과 같다."


def lines_of(page: bytes) -> dict[float, str]:
    """The words of a drawn page, by how far down their line is."""
    lines: dict[float, str] = {}
    for letter in etree.fromstring(page).iter("{http://www.w3.org/2000/svg}text"):
        place = round(float(letter.get("y")), 1)
        lines[place] = lines.get(place, "") + "".join(letter.itertext())
    return lines


def drawn(document: Document) -> list[dict[float, str]]:
    import hwp_ingest

    return [lines_of(page) for page in hwp_ingest.to_svg_pages(render(document, "hwpx"))]


@pytest.mark.parametrize("filling", range(0, 20, 3))
def test_another_program_draws_the_words_after_a_table_below_it(filling: int) -> None:
    filler = [Paragraph((Span("문장"),)) for _ in range(filling)]
    page = drawn(paper(*filler, table_of(6), Paragraph((Span("뒤의문장"),))))[-1]
    after = next(place for place, words in page.items() if "뒤의문장" in words)
    last = next(place for place, words in page.items() if "6" in words and "값" in words)
    assert after - last > 22  # 11 points: the rest of the row and the height of the letters


@pytest.mark.parametrize("filling", range(24, 44, 2))
def test_another_program_draws_the_head_of_a_table_with_its_first_row(filling: int) -> None:
    filler = [Paragraph((Span("문장"),)) for _ in range(filling)]
    pages = ["".join(page.values()).replace(" ", "") for page in drawn(paper(*filler, table_of(6)))]
    with_caption = [page for page in pages if "표1.기금의조건" in page]
    assert len(with_caption) == 1 and "지표" in with_caption[0] and "값1" in with_caption[0]


def test_every_page_after_the_cover_shows_its_number() -> None:
    for number, page in enumerate(drawn(paper(Paragraph((Span("문장"),)))), start=1):
        assert number == 1 or page[max(page)].replace(" ", "") == f"-{number}-"


@pytest.mark.skipif(shutil.which("rsvg-convert") is None, reason="rsvg-convert (librsvg2-bin) is not installed")
def test_another_program_lays_it_out_and_the_pages_are_full(content: bytes) -> None:
    import hwp_ingest

    pages = hwp_ingest.to_svg_pages(content)
    assert 10 <= len(pages) <= 20
    for page in pages[1:-1]:
        drawn = subprocess.run(["rsvg-convert", "-w", "200"], input=page, capture_output=True, check=True).stdout
        ink = Image.open(io.BytesIO(drawn)).convert("L").point(lambda grey: 255 if grey < 200 else 0).getbbox()
        assert ink is not None and ink[2] > 100
