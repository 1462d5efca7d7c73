"""Invited training and promotion as shipped: what the two papers and the collected sources say, and nothing they do not."""

from datetime import date
from functools import cache

import pytest

from seoulution.engine.vocabulary import Confidence, Sector
from seoulution.reference.load import SHAPES, read
from seoulution.reference.schema.base import Source
from seoulution.reference.schema.catalogue import PolicySolution
from seoulution.reference.schema.network import PromotionChannel, PromotionMaterial, TrainingCourse

COURSES, COURSE_PROBLEMS = read("courses", TrainingCourse)
MATERIALS, MATERIAL_PROBLEMS = read("promotion/materials", PromotionMaterial)
CHANNELS, CHANNEL_PROBLEMS = read("promotion/channels", PromotionChannel)
LEADING = {Sector.WATER, Sector.TRANSPORT, Sector.URBAN_RAIL, Sector.E_GOVERNMENT}
"""The four leading sectors of the briefing, question 6."""

MINE = [
    "dasan-call-centre",
    "mobile-seoul",
    "oasis",
    "open-information",
    "free-wifi",
    "gis-portal",
    "digital-media-city",
    "cheonggyecheon",
    "downtown-regeneration",
    "land-readjustment",
    "long-term-lease-housing",
    "hanok-conservation",
    "apartment-community",
    "one-less-nuclear-plant",
    "renewable-energy",
    "incinerator-sharing",
]


@cache
def solutions() -> dict[str, PolicySolution]:
    return {record.code: record for record in read("solutions", PolicySolution)[0]}


def test_every_course_material_and_channel_has_its_shape() -> None:
    assert [*COURSE_PROBLEMS, *MATERIAL_PROBLEMS, *CHANNEL_PROBLEMS] == []


def test_courses_cite_only_known_sources() -> None:
    known = {source.code for source in read("sources", Source)[0]}
    cited = {code for course in COURSES for code in (*course.text.sources, *(figure.source for figure in course.figures))}
    assert cited - known == set()


def test_courses_teach_solutions_of_the_catalogue() -> None:
    taught = {code for course in COURSES for code in course.solutions}
    assert taught - solutions().keys() == set()


def test_each_leading_sector_has_a_course() -> None:
    assert {sector for course in COURSES for sector in course.sectors} >= LEADING


def test_a_figure_of_a_year_after_2014_stands_in_a_course_that_says_so() -> None:
    late = {course.code for course in COURSES for figure in course.figures if figure.year is not None and figure.year > 2014}
    assert late <= {course.code for course in COURSES if course.text.after_2014}


def test_days_worked_out_from_dates_say_which_dates() -> None:
    derived = [figure for course in COURSES for figure in course.figures if figure.confidence is Confidence.DERIVED]
    assert derived
    assert all(figure.note is not None for figure in derived)


@pytest.mark.parametrize(
    ("code", "first", "last"),
    [
        # newswire.co.kr 321620; sisanews.org 110035362630; newswire.co.kr 533416; we-gov.org Seoul_Program
        ("shrdc-bangladesh-transport-2008", date(2008, 5, 18), date(2008, 5, 25)),
        ("shrdc-e-government-2008", date(2008, 9, 16), date(2008, 9, 23)),
        ("shrdc-urban-transport-2011", date(2011, 3, 20), date(2011, 3, 28)),
        ("wego-e-government-2013-2014", date(2013, 6, 23), date(2013, 6, 30)),
        ("urban-rail-2013", date(2013, 6, 11), date(2013, 6, 25)),
    ],
)
def test_the_length_of_a_course_counts_both_its_first_and_its_last_day(code: str, first: date, last: date) -> None:
    course = next(course for course in COURSES if course.code == code)
    days = next(figure.value for figure in course.figures if figure.unit == "days")
    assert days == (last - first).days + 1


def test_there_is_one_booklet_for_each_leading_sector() -> None:
    assert sorted(sector for material in MATERIALS for sector in material.sectors) == sorted(LEADING)


def test_kotra_reaches_119_trade_offices() -> None:
    """The briefing, question 6: KORTA 무역관(119개), a slip for KOTRA that is kept as printed."""
    channel = next(channel for channel in CHANNELS if channel.agency == "kotra")
    assert channel.count is not None
    assert channel.count.value == 119
    assert channel.count.printed == "KORTA 무역관(119개)"


def test_every_channel_of_the_briefing_is_there() -> None:
    assert {channel.agency for channel in CHANNELS} == {
        "mofa", "kotra", "koica", "world-bank", "adb", "idb", "un-habitat", "wego", "citynet",
    }  # fmt: skip


@pytest.mark.parametrize("code", MINE)
def test_a_solution_speaks_of_sharing_and_never_of_exporting(code: str) -> None:
    words = solutions()[code].model_dump_json()
    for word in ("수출", "진출하", "해외진출", "export ", "exported", "exporting"):
        assert word not in words.replace('"exportable"', "")


@pytest.mark.parametrize("code", MINE)
def test_a_solution_after_2014_marks_what_is_later(code: str) -> None:
    late = [claim.code for claim in solutions()[code].claims if (claim.figure.year or 0) > 2014 and not claim.after_2014]
    assert late == []


@pytest.mark.parametrize("code", MINE)
def test_a_checkable_condition_uses_the_indicator_in_its_own_unit(code: str) -> None:
    units = {record.code: record.unit for record in read("indicators", SHAPES["indicators"])[0]}  # type: ignore[attr-defined]
    wrong = [
        condition.code
        for condition in solutions()[code].conditions
        if condition.indicator is not None and units.get(condition.indicator) != condition.unit
    ]
    assert wrong == []


@pytest.mark.parametrize("code", MINE)
def test_a_before_and_after_series_keeps_one_unit_and_one_boundary(code: str) -> None:
    series: dict[str, set[tuple[str, str]]] = {}
    for claim in solutions()[code].claims:
        if claim.series is not None:
            series.setdefault(claim.series, set()).add((claim.figure.unit, claim.figure.boundary))
    assert {name: kinds for name, kinds in series.items() if len(kinds) > 1} == {}


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        ("상암DMC", "digital-media-city"),
        ("하늘공원(난지도)", "nanjido-park"),
        ("청계천", "cheonggyecheon"),
        ("도심재생(도심활성화)", "downtown-regeneration"),
        ("임대주택(장기전세주택)", "long-term-lease-housing"),
        ("한옥보존", "hanok-conservation"),
        ("아파트 공동체 활성화", "apartment-community"),
        ("모바일서울(m.Seoul)", "mobile-seoul"),
        ("다산콜센터", "dasan-call-centre"),
        ("천만상상 오아시스", "oasis"),
        ("정보공개시스템", "open-information"),
        ("무료 WiFi 구축", "free-wifi"),
        ("GIS 포털", "gis-portal"),
        ("원전하나 줄이기", "one-less-nuclear-plant"),
        ("신재생에너지", "renewable-energy"),
        ("음식물쓰레기 처리", "food-waste"),
    ],
)
def test_table_1_of_the_article_is_in_the_catalogue(printed: str, code: str) -> None:
    """Planning, housing, e-government and environment rows of the article's table 1, as printed."""
    solution = solutions().get(code)
    assert solution is not None, printed
    assert len(solution.symptoms) >= 4
