"""The receiver's edition as a page: shown to everyone, and inside a city's own file."""

from collections.abc import Iterator
from typing import Any, Final

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from seoulution.apps.cities.models import Indicator
from seoulution.apps.network.models import Source
from seoulution.apps.publishing import edition_words as say
from seoulution.apps.publishing.compose.seoul_then import verdict
from seoulution.apps.publishing.editions import MOST_MISSING, CityEdition, Cost
from seoulution.engine.matching.conditions import ConditionResult, ConditionState
from seoulution.reference.load import known_codes
from seoulution.reference.schema.catalogue import SectionKey
from seoulution.web.shared.component_values import Fact

PAPERS: Final = ("pdf", "docx", "hwpx")
TONES: Final = {ConditionState.MET: "good", ConditionState.FAILED: "blocked", ConditionState.UNKNOWN: "missing"}


def edition_context(edition: CityEdition) -> dict[str, Any]:
    """Everything the page shows; called with the edition's language active."""
    language = get_language() or "en"
    found = edition.edition
    record = edition.record
    return {
        "edition": edition,
        "row": edition.solution,
        "record": record,
        "quotes": edition.quotes,
        "quotes_at": reverse("public:solution", args=(edition.solution.code,)),
        "sources": _sources(edition),
        "notes": list(say.translation_notes(edition)),
        "level_verdict": say.level_verdict(edition),
        "levels": [(f"levels.{level.level}", level) for level in record.levels],
        "change": _conditions(edition, found.next_level.change if found.next_level else ()),
        "find_out": _conditions(edition, found.next_level.find_out if found.next_level else ()),
        "counts": say.condition_counts(edition),
        "blocked": [edition.condition(result.code) for result in found.blocked],
        "judged": [_judged(edition, result) for result in (*found.unmet, *found.unknown, *found.met)],
        "apart": [_judged(edition, result) for result in found.apart],
        "questions": [_judged(edition, result) for result in found.questions],
        "at_a_glance": _at_a_glance(edition),
        "seoul_then": verdict(edition.trajectory) if edition.trajectory.compared else "",
        "cost_text": record.sections.get(SectionKey.COST),
        "law_text": record.sections.get(SectionKey.LAW),
        "costs": [_cost(cost, language) for cost in edition.costs],
        "lacking": say.lacking_words(edition.costs),
        "receivers": [(each, say.likeness_words(each.likeness, language)) for each in edition.receivers],
        "promotional": say.promotional_words(edition),
        "missing": list(Indicator.objects.filter(code__in=edition.profile.missing)[:MOST_MISSING]),
        "gaps": list({gap.question: None for gap in record.gaps}),
        "papers": PAPERS,
    }


def _conditions(edition: CityEdition, codes: tuple[str, ...]) -> list[Any]:
    return [edition.condition(code) for code in codes]


def _judged(edition: CityEdition, result: ConditionResult) -> dict[str, Any]:
    condition = edition.condition(result.code)
    indicator = Indicator.objects.filter(code=condition.indicator).first() if condition.indicator else None
    return {
        "path": f"conditions.{condition.code}",
        "condition": condition,
        "result": result,
        "indicator": indicator,
        "state": say.state_words(result.state),
        "tone": TONES[result.state],
    }


def _cost(cost: Cost, language: str) -> dict[str, Any]:
    return {
        "path": f"claims.{cost.claim.code}",
        "cost": cost,
        "also": [words for found in (cost.dollars, cost.own) if (words := say.converted_words(found, cost.per, language))],
    }


def _at_a_glance(edition: CityEdition) -> list[Fact]:
    korean = (get_language() or "").startswith("ko")
    names = {
        row.code: row.name_ko if korean else row.name_en for row in Indicator.objects.filter(code__in=edition.profile.readings)
    }
    return [Fact(names[reading.indicator], reading.best) for reading in edition.standing]


def _sources(edition: CityEdition) -> dict[str, Source]:
    codes = set(_codes(edition))
    return {source.code: source for source in Source.objects.filter(code__in=codes)}


def _codes(edition: CityEdition) -> Iterator[str]:
    for record in (edition.record, edition.place):
        yield from (code for _field, code in known_codes(record))
    yield from (reading.best.source for reading in edition.profile.readings.values())
    for cost in edition.costs:
        yield from (code for found in (cost.dollars, cost.own) if found for code in found.sources)


def wish(edition: CityEdition) -> str:
    """What the request form begins with when a city comes from an edition."""
    name = edition.record.name.ko if (get_language() or "").startswith("ko") else edition.record.name.en
    return _("We would like to know how “%(solution)s” could work in our city.") % {"solution": name}
