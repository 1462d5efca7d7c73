from dataclasses import replace

from hwpx import HwpxDocument
from tests.formats.sample import sample

from seoulution.formats.hwpx_page import TEXT_HEIGHT, TEXT_WIDTH, set_up
from seoulution.formats.hwpx_parts import Maker
from seoulution.formats.hwpx_styles import Styles

MILLIMETRE = 283.46


def first_paragraph(title: str = "검토서"):
    paper = HwpxDocument.new()
    set_up(paper, replace(sample(), title=title), Maker(), Styles(paper, justified=True))
    return paper.sections[0].element[0]


def test_the_room_for_words_is_what_the_margins_leave() -> None:
    margin = next(first_paragraph().iter("{*}pagePr")).find("{*}margin")
    across, down = (
        sum(int(margin.get(side)) for side in sides) for sides in (("left", "right"), ("top", "bottom", "header", "footer"))
    )
    assert abs(210 * MILLIMETRE - across - TEXT_WIDTH) < MILLIMETRE
    assert abs(297 * MILLIMETRE - down - TEXT_HEIGHT) < MILLIMETRE


def test_the_page_number_stands_at_the_foot_of_every_page_but_the_cover() -> None:
    first = first_paragraph()
    assert next(first.iter("{*}pageNum")).get("pos") == "BOTTOM_CENTER"
    assert next(first.iter("{*}visibility")).get("hideFirstPageNum") == "1"


def test_a_long_title_is_cut_in_the_running_head() -> None:
    words = "".join(next(first_paragraph("가" * 80).iter("{*}header")).itertext())
    assert words == "가" * 49 + "…  |  SEOUL-2026-0042"
