"""The gallery's charts and maps. Those marked as examples show form only: their numbers are round and belong to no city."""

from typing import Any, Final

from seoulution.drawing.charts import (
    Bar,
    Event,
    Part,
    Point,
    Rung,
    Series,
    aligned_chart,
    bar_chart,
    ladder_chart,
    line_chart,
)
from seoulution.drawing.programme_map import ActorNode, FlowEdge, StageNode, programme_map
from seoulution.drawing.worldmap import Marker, MarkerKind, world_map

HERE: Final = "#programme-map"
PLACES: Final = (
    ("seoul", "서울", "Seoul", 126.98, 37.57, "provider"),
    ("ho-chi-minh", "호찌민", "Ho Chi Minh City", 106.66, 10.76, "planned"),
    ("hanoi", "하노이", "Hanoi", 105.85, 21.03, "running"),
    ("phnom-penh", "프놈펜", "Phnom Penh", 104.92, 11.56, "planned"),
    ("bangkok", "방콕", "Bangkok", 100.5, 13.75, "running"),
    ("jakarta", "자카르타", "Jakarta", 106.83, -6.18, "done"),
    ("ulaanbaatar", "울란바토르", "Ulaanbaatar", 106.91, 47.92, "running"),
    ("tashkent", "타슈켄트", "Tashkent", 69.28, 41.31, "planned"),
    ("bogota", "보고타", "Bogotá", -74.08, 4.61, "done"),
    ("port-of-spain", "포트오브스페인", "Port of Spain", -61.52, 10.65, "planned"),
    ("lima", "리마", "Lima", -77.03, -12.05, "running"),
    ("wellington", "웰링턴", "Wellington", 174.78, -41.29, "done"),
    ("cairo", "카이로", "Cairo", 31.24, 30.04, "planned"),
)


def drawings(language: str) -> dict[str, Any]:
    """Every drawing once, in the page's language."""
    korean = language.startswith("ko")
    return {
        "line": _line(korean, language),
        "aligned": _aligned(korean, language),
        "bars": _bars(korean, language),
        "ranges": _ranges(korean, language),
        "ladder": _ladder(korean, language),
        "world": _world(korean),
        "chart": _programme(korean),
    }


def _line(korean: bool, language: str) -> str:
    points = ((1995, 60), (2000, 66), (2003, 68), (2005, 78), (2008, 84), (2012, 88))
    return line_chart(
        [Series("예시" if korean else "Example", tuple(Point(year, value) for year, value in points))],
        title="시책 전후의 만족도(예시)" if korean else "Satisfaction before and after a policy (example)",
        unit="%",
        language=language,
        events=[Event(2004, "시책 시행" if korean else "policy begins")],
    )


def _aligned(korean: bool, language: str) -> str:
    city = Series(
        "예시 도시" if korean else "Example city", tuple(Point(2000 + 5 * n, 2_000_000 + 700_000 * n) for n in range(5))
    )
    seoul = Series("서울" if korean else "Seoul", tuple(Point(1955 + 5 * n, 1_600_000 + 780_000 * n) for n in range(7)))
    title = "비슷했던 때의 서울과 나란히(예시)" if korean else "Beside Seoul when it stood there (example)"
    return aligned_chart(city, seoul, offset=45, title=title, unit="명" if korean else "people", language=language)


def _bars(korean: bool, language: str) -> str:
    """The documents' own figure for 2013, and what it leaves for all other types together."""
    names = ("초청연수", "그 밖의 유형") if korean else ("Invited training", "All other types")
    bars = [Bar(names[0], 0.739), Bar(names[1], 0.261, strong=False)]
    title = "서울시 ODA의 유형별 비중, 2013년" if korean else "Seoul’s ODA by type, 2013"
    return bar_chart(bars, title=title, unit="share", language=language)


def _ranges(korean: bool, language: str) -> str:
    rows = (("A", 0.62, 0.48, 0.77), ("B", 0.55, 0.31, 0.74), ("C", 0.28, 0.2, 0.41))
    name = "예시 도시" if korean else "Example city"
    note = "상위 10위에 들 확률" if korean else "chance of the first ten"
    return bar_chart(
        [Bar(f"{name} {code}", value, low, high, note) for code, value, low, high in rows],
        title=note,
        unit="share",
        language=language,
        most=1.0,
    )


def _ladder(korean: bool, language: str) -> str:
    own, koica, bank = (
        ("자체 예산", "코이카", "다자개발은행 신탁기금") if korean else ("Own budget", "KOICA", "Development bank trust fund")
    )
    stages = (
        ("초청연수", "정책 컨설팅", "타당성(F/S) 조사", "본사업")
        if korean
        else ("Invited training", "Policy consulting", "Feasibility study", "Main project")
    )
    rungs = [
        Rung(stages[0], 120e6, (Part(own, 40e6), Part(koica, 80e6))),
        Rung(stages[1], 300e6, (Part(own, 60e6), Part(koica, 150e6, 180e6), Part(bank, 90e6))),
        Rung(stages[2], 700e6, (Part(bank, 210e6, 210e6), Part(koica, 300e6))),
        Rung(stages[3], 1_500e6, (Part(bank, 450e6, 450e6),)),
    ]
    title = "재원 사다리(예시)" if korean else "Financing ladder (example)"
    return ladder_chart(rungs, currency="KRW", title=title, language=language)


def _world(korean: bool) -> Any:
    kinds = (
        MarkerKind("provider", "제공 도시" if korean else "Provider city", "diamond", "gap-ink"),
        MarkerKind("done", "완료" if korean else "Done", "circle", "one"),
        MarkerKind("running", "진행 중" if korean else "Running", "triangle", "three"),
        MarkerKind("planned", "계획" if korean else "Planned", "ring", "two"),
    )
    markers = [
        Marker(code, ko if korean else en, lon, lat, kind, f"#place-{code}", named=kind == "provider")
        for code, ko, en, lon, lat, kind in PLACES
    ]
    title = "세계지도(표시 상태는 예시)" if korean else "World map (states are examples)"
    return world_map(markers, kinds, title=title, description=title)


def _programme(korean: bool) -> Any:
    stage_names = (
        ("도시 간 교류", "기회발굴", "초청연수", "정책컨설팅", "F/S 조사", "본사업", "운영관리", "피드백")
        if korean
        else (
            "Exchange between cities",
            "Opportunity",
            "Invited training",
            "Policy consulting",
            "Feasibility study",
            "Main project",
            "Operation",
            "Feedback",
        )
    )
    codes = ("exchange", "opportunity", "training", "consulting", "feasibility", "main_project", "operation", "feedback")
    counts = (42, 17, 9, 12, 4, 3, 2, 1)
    stages = [StageNode(code, name, count, HERE) for code, name, count in zip(codes, stage_names, counts, strict=True)]
    flow = (
        {
            "funding": "자금활용",
            "proposal": "사업제안",
            "information": "정보공유",
            "cooperation": "협력추진",
            "consortium": "컨소시엄 진출",
            "study": "초청연수·연구",
        }
        if korean
        else {
            "funding": "Funding",
            "proposal": "Proposals",
            "information": "Information",
            "cooperation": "Cooperation",
            "consortium": "Consortium",
            "study": "Training, research",
        }
    )
    nodes = [
        ActorNode("seoul", "provider", "서울시" if korean else "Seoul", 9, HERE, _names(korean, "국제교류사업단|상수도사업본부|도시철도공사|SH공사|주택정책실", "Programme office|Waterworks|Metro corporations|Housing corporation")),
        ActorNode("institutes", "institutes", "산하 연구·교육기관" if korean else "Institutes of the city", 4, HERE, _names(korean, "서울연구원|인재개발원|서울시립대|세계도시연구센터", "Seoul Institute|Training centre|University of Seoul|World Cities Research Centre")),
        ActorNode("international", "international", "국제기구" if korean else "International bodies", 3, HERE, _names(korean, "세계은행|아시아개발은행|미주개발은행", "World Bank|Asian Development Bank|Inter-American Development Bank")),
        ActorNode("agencies", "agencies", "유관기관" if korean else "Agencies", 11, HERE, _names(korean, "기획재정부 KSP|코이카|국토교통부|EDCF|코트라|해외건설협회|KF|국토연구원", "Finance ministry KSP|KOICA|Land ministry|EDCF|KOTRA|ICAK|KF|KRIHS")),
        ActorNode("firms", "firms", "민간기업" if korean else "Firms", 24, HERE, _names(korean, "상수도|도시철도|전자정부|교통 분야", "Water|Urban rail|E-government|Transport")),
        ActorNode("partners", "partners", "협력 도시" if korean else "Partner cities", 42, HERE, _names(korean, "자매도시 23|우호도시 19", "23 sister cities|19 friendship cities")),
    ]  # fmt: skip
    pairs = (
        ("institutes", "seoul", "study", 6),
        ("seoul", "international", "proposal", 8),
        ("international", "feasibility", "funding", 5),
        ("international", "partners", "cooperation", 4),
        ("seoul", "agencies", "proposal", 11),
        ("seoul", "agencies", "information", 7),
        ("agencies", "consulting", "funding", 9),
        ("firms", "main_project", "consortium", 3),
        ("agencies", "firms", "information", 12),
        ("firms", "partners", "consortium", 2),
    )
    edges = [FlowEdge(source, target, flow[kind], count, HERE) for source, target, kind, count in pairs]
    demand = (
        ("우호관계", "친서울 인사", "국제네트워크", "정책수요", "공유 요청")
        if korean
        else ("ties", "alumni", "networks", "demand", "request")
    )
    title = "사업 흐름도와 협력체계(건수는 예시)" if korean else "Flow of the programme and its network (counts are examples)"
    feedback = "피드백: 다음 협력으로" if korean else "Feedback into the next cooperation"
    return programme_map(nodes, edges, stages, title=title, description=title, demand=demand, feedback_label=feedback)


def _names(korean: bool, ko: str, en: str) -> tuple[str, ...]:
    return tuple((ko if korean else en).split("|"))
