"""A solution of a test with levels that require something, first steps, a law condition, and a translation into Spanish."""

from itertools import count
from typing import Any

from seoulution.apps.catalogue.models import PolicySolution, Translation
from seoulution.apps.cities.models import City, Indicator, Observation
from seoulution.apps.network.models import Source

REVISIONS = count(10_000)
SPANISH = {
    "name": "Agua facturada y gestión de fugas",
    "result": "La parte del agua tratada que genera ingresos subió del 55,2 % en 1989 al 94,4 % en 2013.",
    "levels.2": "Construir bloques piloto y medir el caudal mínimo nocturno.",
    "conditions.meters": "Hay medidores que funcionan en las plantas y en los clientes.",
    "first_steps.1": "Elegir un bloque piloto e instalar medidores.",
}


LEVELS = {
    1: (
        (),
        "생산량과 사용량을 재어 요금을 매기고, 보이는 누수를 고친다.",
        "Meter production and use, bill, and repair visible leaks.",
    ),
    2: (("meters",), "시범 블록을 만들어 야간최소유량을 잰다.", "Build pilot blocks and measure minimum night flow."),
    3: (("night-pressure",), "시 전체를 블록으로 나눈다.", "Cover the city with blocks."),
    4: (("keeps-savings",), "유량을 원격으로 감시한다.", "Watch flows by telemetry."),
    5: ((), "자료를 분석하여 새기 전에 관을 바꾼다.", "Predict from data and replace before a pipe leaks."),
}
CONDITIONS = {
    "need-non-revenue-water": (
        "practice",
        ("non-revenue-water", 20, "%"),
        "무수수량이 20 % 이상이다.",
        "Non-revenue water is 20 % or more.",
    ),
    "night-pressure": ("practice", ("water-hours", 20, "h/day"), "밤에도 물이 끊기지 않는다.", "Supply is kept at night."),
    "meters": (
        "practice",
        ("water-metered-share", 80, "%"),
        "작동하는 계량기가 있다.",
        "Working meters stand at plants and customers.",
    ),
    "keeps-savings": ("law", None, "줄인 손실을 수도 기관이 쓸 수 있다.", "The utility may keep what it saves."),
    "block-valves": ("practice", None, "블록을 나눌 밸브가 있다.", "There are valves to isolate blocks."),
    "night-crews": ("skill", None, "밤에 일할 사람을 둘 수 있다.", "Crews can work at night."),
    "tariff-rule": ("practice", None, "선거를 넘어 이어지는 요금 규칙이 있다.", "A tariff rule outlives elections."),
}
STEPS = (
    ("시범 블록을 고르고 계량기를 단다.", "Choose a pilot block and fit meters.", 8),
    ("야간최소유량을 잰다.", "Measure minimum night flow.", None),
    ("새는 곳을 고친다.", "Repair what leaks.", None),
    ("시 전체로 넓힌다.", "Spread to the whole city.", None),
)


def receivable(code: str = "revenue-water") -> PolicySolution:
    """The shipped solution with levels, conditions and first steps of the test's own: 2 needs meters, 3 supply at night, 4 a law."""
    row = PolicySolution.objects.select_related("owner").get(code=code)
    data: dict[str, Any] = row.data
    data["levels"] = [
        {"level": level, "text": {"ko": ko, "en": en}, "years": None, "basis": "D", "requires": list(requires)}
        for level, (requires, ko, en) in LEVELS.items()
    ]
    data["conditions"] = [_condition(code, *given) for code, given in CONDITIONS.items()]
    data["first_steps"] = [
        {"text": {"ko": ko, "en": en}, "weeks": weeks, "basis": "J", "sources": []} for ko, en, weeks in STEPS
    ]
    return rewritten(row, data)


def rewritten(row: PolicySolution, data: dict[str, Any]) -> PolicySolution:
    """The solution with another text, under a revision that no other test of this process has used: records are checked once for each."""
    PolicySolution.objects.filter(pk=row.pk).update(data=data, revision=next(REVISIONS))
    return PolicySolution.objects.select_related("owner").get(pk=row.pk)


def _condition(code: str, kind: str, checked: tuple[str, int, str] | None, ko: str, en: str) -> dict[str, Any]:
    indicator, threshold, unit = checked or (None, None, None)
    return {
        "code": code,
        "text": {"ko": ko, "en": en},
        "kind": kind,
        "indicator": indicator,
        "comparison": "at_least" if checked else None,
        "threshold": threshold,
        "unit": unit,
        "critical": code in ("meters", "keeps-savings"),
        "basis": "J",
        "sources": [],
    }


def in_spanish(row: PolicySolution, *, machine: tuple[str, ...] = ("levels.2",), older: tuple[str, ...] = ("result",)) -> None:
    """Some fields by a person, some by a machine, some of an older text; the rest is left in English."""
    Translation.objects.filter(solution=row, language="es").delete()
    sources = {path: words.en for path, words in row.manuscript.texts()}
    Translation.objects.bulk_create(
        Translation(
            solution=row,
            path=path,
            language="es",
            source_text="An older text." if path in older else sources[path],
            text=text,
            origin="machine" if path in machine else "human",
        )
        for path, text in SPANISH.items()
    )


def observed(city: City, indicator: str, value: float, unit: str) -> None:
    """A figure of the city itself, in place of those on record."""
    source = Source.objects.get(code="un-wup-2018")
    figure = {"value": value, "unit": unit, "year": 2013, "boundary": "city", "source": source.code, "confidence": "A"}
    Observation.objects.filter(city=city, indicator__code=indicator).delete()
    Observation.objects.create(
        city=city,
        indicator=Indicator.objects.get(code=indicator),
        value=value,
        unit=unit,
        year=2013,
        boundary="city",
        source=source,
        confidence="A",
        figure=figure,
    )
