import io
import zipfile
from collections.abc import Iterator

import docx
import pytest
from lxml import etree
from tests.formats.sample import designed

from seoulution.engine.dossier.document import Layout
from seoulution.formats import render
from seoulution.formats.tones import ACCENT, ACCENTS

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LAYOUTS = (Layout.BROCHURE, Layout.LEAFLET)


@pytest.fixture(scope="module", params=LAYOUTS, ids=[layout.value for layout in LAYOUTS])
def content(request: pytest.FixtureRequest) -> bytes:
    return render(designed(request.param), "docx")


def grounds(content: bytes) -> Iterator[str]:
    for shade in docx.Document(io.BytesIO(content)).element.body.iter(f"{W}shd"):
        yield f"#{shade.get(f'{W}fill')}"


def test_title_and_publisher_stand_on_the_deep_blue_above_a_stripe_of_the_sectors_colour(content: bytes) -> None:
    first = docx.Document(io.BytesIO(content)).tables[0]
    assert "서울특별시 <정책공유>" in first.cell(0, 0).text
    assert list(grounds(content))[:2] == [ACCENT, ACCENTS[designed(Layout.BROCHURE).sector]]


def test_headings_are_real_headings_without_numbers(content: bytes) -> None:
    word = docx.Document(io.BytesIO(content))
    assert "Heading 1" in {each.style.name for each in word.paragraphs}
    assert word.styles["Heading 1"].element.find(f".//{W}numPr") is None


def test_every_cell_ends_in_a_paragraph_and_every_row_fills_its_grid(content: bytes) -> None:
    body = docx.Document(io.BytesIO(content)).element.body
    assert all(cell[-1].tag == f"{W}p" for cell in body.iter(f"{W}tc"))
    for table in body.iter(f"{W}tbl"):
        columns = len(table.find(f"{W}tblGrid"))
        for row in table.findall(f"{W}tr"):
            spans = [int(span.get(f"{W}val")) - 1 for span in row.findall(f"{W}tc/{W}tcPr/{W}gridSpan")]
            assert len(row.findall(f"{W}tc")) + sum(spans) == columns


def test_the_sources_stand_in_two_columns(content: bytes) -> None:
    last = docx.Document(io.BytesIO(content)).element.body.sectPr
    assert last.find(f"{W}cols").get(f"{W}num") == "2" and last.find(f"{W}type").get(f"{W}val") == "continuous"


def test_each_bookmark_has_a_number_and_a_name_of_its_own(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        body = etree.fromstring(opened.read("word/document.xml"))
    for attribute in ("id", "name"):
        found = [mark.get(f"{W}{attribute}") for mark in body.iter(f"{W}bookmarkStart")]
        assert len(found) == len(set(found))


def test_page_numbers_of_the_contents_stand_at_the_edge_of_the_text(content: bytes) -> None:
    word = docx.Document(io.BytesIO(content))
    section = word.sections[-1]
    room = section.page_width - section.left_margin - section.right_margin
    (stop,) = word.styles["toc 1"].paragraph_format.tab_stops
    assert abs(stop.position - room) < 20_000  # English Metric Units: half a millimetre
