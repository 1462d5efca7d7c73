import io
import zipfile
from typing import Any

import hwp_ingest
import pytest
from lxml import etree
from tests.formats.sample import designed

from seoulution.engine.dossier.document import Layout
from seoulution.formats import render

HP = "{http://www.hancom.co.kr/hwpml/2011/paragraph}"
LAYOUTS = (Layout.BROCHURE, Layout.LEAFLET)


@pytest.fixture(scope="module", params=LAYOUTS, ids=[layout.value for layout in LAYOUTS])
def content(request: pytest.FixtureRequest) -> bytes:
    return render(designed(request.param), "hwpx")


@pytest.fixture(scope="module")
def body(content: bytes) -> Any:
    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        return etree.fromstring(opened.read("Contents/section0.xml"))


def test_another_program_reads_the_file(content: bytes) -> None:
    assert hwp_ingest.analyze_bytes(content).page_count > 1


def test_no_cell_holds_two_paragraphs_which_viewers_lay_over_each_other(body: Any) -> None:
    assert {len(cell.findall(f"{HP}subList/{HP}p")) for cell in body.iter(f"{HP}tc")} == {1}


def test_every_place_of_every_table_is_covered_once(body: Any) -> None:
    for table in body.iter(f"{HP}tbl"):
        rows, columns = int(table.get("rowCnt")), int(table.get("colCnt"))
        covered = []
        for cell in table.iter(f"{HP}tc"):
            place, span = cell.find(f"{HP}cellAddr"), cell.find(f"{HP}cellSpan")
            covered += [
                (int(place.get("rowAddr")) + down, int(place.get("colAddr")) + across)
                for down in range(int(span.get("rowSpan")))
                for across in range(int(span.get("colSpan")))
            ]
        assert sorted(covered) == [(row, column) for row in range(rows) for column in range(columns)]


def test_headings_are_outline_levels_that_show_no_number(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        header = etree.fromstring(opened.read("Contents/header.xml"))
    heads = [head for head in header.iter("{*}paraHead") if int(head.get("level")) <= 7]
    assert heads and not [head.text for head in heads if head.text]
    assert [each for each in header.iter("{*}heading") if each.get("type") == "OUTLINE"]
