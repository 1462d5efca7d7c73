"""An official paper in Hangul."""

import io
import zipfile

import hwp_ingest
import pytest
from lxml import etree
from tests.formats.sample import designed

from seoulution.engine.dossier.document import Layout
from seoulution.formats import render

HP = "{http://www.hancom.co.kr/hwpml/2011/paragraph}"


@pytest.fixture(scope="module")
def content() -> bytes:
    return render(designed(Layout.OFFICIAL), "hwpx")


def test_another_program_reads_the_file(content: bytes) -> None:
    assert hwp_ingest.analyze_bytes(content).page_count >= 1


def test_the_body_stands_before_the_subject_and_no_contents_follow(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        root = etree.fromstring(opened.read("Contents/section0.xml"))
    words = ["".join(each.itertext()) for each in root.iter(f"{HP}t")]
    assert words.index("서울특별시 <정책공유>") < words.index(designed(Layout.OFFICIAL).title)
    assert "차례" not in words


def test_no_cell_holds_two_paragraphs_which_viewers_lay_over_each_other(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        root = etree.fromstring(opened.read("Contents/section0.xml"))
    assert {len(cell.findall(f"{HP}subList/{HP}p")) for cell in root.iter(f"{HP}tc")} == {1}
