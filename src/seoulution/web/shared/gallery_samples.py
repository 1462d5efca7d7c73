"""What the gallery shows. Figures are the programme documents' own; names of persons are left out."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy as _

from seoulution.engine.provenance import Money, Source, Sourced
from seoulution.engine.vocabulary import Boundary, Confidence
from seoulution.web.shared.component_values import ConflictField, Fact, Link, StageStep, StepState, TimelineEvent

BRIEFING = "seoul-briefing"


def sector_choices() -> list[tuple[str, Any]]:
    """A few sectors for the example form."""
    return [
        ("", _("Not sure yet")),
        ("water", _("Water supply")),
        ("transport", _("Transport")),
        ("e_government", _("E-government")),
    ]


def samples(language: str) -> dict[str, Any]:
    """Everything but the drawings, in the page's language."""

    def say(ko: str, en: str) -> str:
        return ko if language.startswith("ko") else en

    return {
        "sources": {BRIEFING: _briefing(say)},
        "population": Sourced(7_680_000, "people", 2014, Boundary.CITY, BRIEFING, Confidence.SECONDARY),
        "stand_in": Sourced(
            1_330_000,
            "people",
            2014,
            Boundary.COUNTRY,
            BRIEFING,
            Confidence.SECONDARY,
            note={"ko": "국가 전체의 인구", "en": "Population of the whole country"},
        ),
        "corrected": Sourced(
            8_280_000,
            "people",
            2014,
            Boundary.CITY,
            BRIEFING,
            Confidence.DERIVED,
            printed="8,28만명",
            note={"ko": "쉼표 자리 착오", "en": "The comma slipped"},
        ),
        "fund_size": Money(Decimal(14_900_000_000), "KRW"),
        "facts": _facts(say),
        "trail": [
            Link(say("홈", "Home"), "#"),
            Link(say("정책솔루션", "Solutions"), "#"),
            Link(say("상수도", "Water supply"), "#"),
        ],
        "views": [
            Link(say("목록", "List"), "#tabs", True, 42),
            Link(say("지도", "Map"), "#map"),
            Link(say("달력", "Calendar"), "#tabs"),
            Link(say("단계별", "By stage"), "#tabs"),
        ],
        "choices": [
            Link(say("전체", "All"), "#chips", True),
            Link(say("상수도", "Water supply"), "#chips", False, 12),
            Link(say("도시철도", "Urban rail"), "#chips", False, 7),
            Link(say("전자정부", "E-government"), "#chips", False, 9),
        ],
        "narrowed": [
            ("sector", "water", say("분야: 상수도", "Sector: water supply")),
            ("tie", "sister", say("자매도시", "Sister city")),
        ],
        "steps": _steps(say),
        "events": _events(say),
        "conflicts": [
            ConflictField(
                "summary",
                say("요청 요지", "Summary of the request"),
                say("누수 저감과 계량", "Leak reduction and metering"),
                say("누수 저감", "Leak reduction"),
            ),
            ConflictField(
                "lead",
                say("담당 부서", "Lead office"),
                say("상수도사업본부", "Office of Waterworks"),
                say("국제협력과", "International cooperation"),
            ),
        ],
        "definitions_list": _definitions(say),
    }


Say = Callable[[str, str], str]


def _briefing(say: Say) -> Source:
    return Source(
        BRIEFING,
        say("서울시 우수정책 해외진출 추진계획", "Plan for sharing Seoul’s policies abroad"),
        say("서울특별시", "Seoul Metropolitan Government"),
        None,
        "2014",
        date(2014, 5, 31),
    )


def _facts(say: Say) -> list[Fact]:
    return [
        Fact(say("분야", "Sector"), say("상수도", "Water supply")),
        Fact(say("유형", "Kind"), say("지식전수형", "Knowledge transfer")),
        Fact(say("자매도시", "Sister cities"), Sourced(23, "cities", 2014, Boundary.PROGRAMME, BRIEFING, Confidence.PRIMARY)),
        Fact(
            say("우호도시", "Friendship cities"), Sourced(19, "cities", 2014, Boundary.PROGRAMME, BRIEFING, Confidence.PRIMARY)
        ),
        Fact(say("비용", "Cost class"), None),
    ]


def _definitions(say: Say) -> list[Fact]:
    return [
        Fact(say("기금", "Fund"), say("다자 재난예방신탁기금(MDPTF)", "Multi-donor disaster prevention trust fund (MDPTF)")),
        Fact(say("기금의 문구", "The fund’s own words"), "149억(사업당 100억 미만, 사업비 30%이내)"),
        Fact(
            say("분야", "Field"), say("조기경보, 재난예방 토지이용계획", "Early warning, land-use planning against disasters")
        ),
        Fact(say("만료", "Expires"), ""),
    ]


def _steps(say: Say) -> list[StageStep]:
    return [
        StageStep(say("도시 간 교류", "Exchange"), StepState.DONE, say("2012년 5월", "May 2012")),
        StageStep(say("기회발굴", "Opportunity"), StepState.DONE, say("2013년 2월", "February 2013")),
        StageStep(
            say("초청연수", "Invited training"), StepState.SKIPPED, say("담당자가 이미 수료", "Officials already trained")
        ),
        StageStep(
            say("정책 컨설팅", "Policy consulting"),
            StepState.CURRENT,
            say("다음: 착수보고", "Next: inception report"),
            "#stages",
        ),
        StageStep(say("타당성(F/S) 조사", "Feasibility study"), StepState.BLOCKED, say("재원 미정", "No fund named yet")),
        StageStep(say("본사업", "Main project"), StepState.AHEAD),
        StageStep(say("운영관리", "Operation"), StepState.AHEAD),
        StageStep(say("피드백", "Feedback"), StepState.AHEAD),
    ]


def _events(say: Say) -> list[TimelineEvent]:
    return [
        TimelineEvent(
            date(2014, 5, 31),
            say("추진계획 정리", "Plan written down"),
            say("두 문서의 기준일.", "The date both documents describe."),
            say("국제교류사업단", "Programme office"),
        ),
        TimelineEvent(
            date(2013, 12, 31),
            say("ODA 실적 집계", "ODA counted"),
            say("초청연수가 73.9%를 차지.", "Invited training made up 73.9%."),
        ),
    ]
