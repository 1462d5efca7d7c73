"""A solution of a test with levels that require something, first steps, a law condition, and a translation into Spanish."""

from typing import Any

from seoulution.apps.catalogue.models import PolicySolution, Translation
from seoulution.apps.cities.models import City, Indicator, Observation
from seoulution.apps.network.models import Source

SPANISH = {
    "name": "Agua facturada y gestión de fugas",
    "result": "La parte del agua tratada que genera ingresos subió del 55,2 % en 1989 al 94,4 % en 2013.",
    "levels.2": "Construir bloques piloto y medir el caudal mínimo nocturno.",
    "conditions.meters": "Hay medidores que funcionan en las plantas y en los clientes.",
    "first_steps.1": "Elegir un bloque piloto e instalar medidores.",
}


def receivable(code: str = "revenue-water") -> PolicySolution:
    """The shipped solution with what its levels require: 2 needs meters, 3 supply at night, 4 that savings are kept (law)."""
    row = PolicySolution.objects.select_related("owner").get(code=code)
    data: dict[str, Any] = row.data
    requires = {2: ["meters"], 3: ["night-pressure"], 4: ["keeps-savings"]}
    for level in data["levels"]:
        level["requires"] = requires.get(level["level"], [])
    for condition in data["conditions"]:
        if condition["code"] == "keeps-savings":
            condition["kind"] = "law"
    data["first_steps"] = [
        {
            "text": {"ko": "시범 블록을 고르고 계량기를 단다.", "en": "Choose a pilot block and fit meters."},
            "weeks": 8,
            "basis": "J",
            "sources": [],
        },
        {
            "text": {"ko": "야간최소유량을 잰다.", "en": "Measure minimum night flow."},
            "weeks": None,
            "basis": "J",
            "sources": [],
        },
        {"text": {"ko": "새는 곳을 고친다.", "en": "Repair what leaks."}, "weeks": None, "basis": "J", "sources": []},
        {"text": {"ko": "시 전체로 넓힌다.", "en": "Spread to the whole city."}, "weeks": None, "basis": "J", "sources": []},
    ]
    PolicySolution.objects.filter(pk=row.pk).update(data=data, revision=row.revision + 1000)
    return PolicySolution.objects.select_related("owner").get(pk=row.pk)


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
