"""The receiver's edition as plain values: what holds in a city, the level that fits, costs, who received it."""

from collections.abc import Mapping
from typing import Any

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.publishing.editions import CityEdition, Cost, Receiver
from seoulution.apps.publishing.quoting import Quote
from seoulution.engine.cities.profile import Value
from seoulution.engine.matching.amounts import Converted
from seoulution.engine.matching.conditions import ConditionResult
from seoulution.engine.provenance import Sourced
from seoulution.reference.schema.base import Words
from seoulution.web.api.words import said_in_both


def edition_value(edition: CityEdition) -> dict[str, Any]:
    """As `schemas.EditionOut` describes it; `edition` is one in Korean or English, whose texts are the originals."""
    found = edition.edition
    fits, above = found.fits, found.next_level
    results = (*found.unmet, *found.unknown, *found.apart, *found.met)
    return {
        "solution": edition.solution.code,
        "city": edition.city.code,
        "level": None
        if fits is None
        else {"fits": fits.level, "sure": fits.sure, "unless": fits.unless, "against": fits.against},
        "next_level": None if above is None else {"level": above.level, "change": above.change, "find_out": above.find_out},
        "conditions": [_condition(result, edition) for result in results],
        "costs": [_cost(cost) for cost in edition.costs],
        "first_steps": [said_in_both(step.text, edition.quotes) for _number, step in edition.first_steps],
        "receivers": [_receiver(each, edition.quotes) for each in edition.receivers],
        "missing_indicators": edition.profile.missing,
        "sections_not_for_receivers": [key.value for key in edition.promotional],
    }


def known(solution: str) -> PolicySolution | None:
    """A solution that is offered."""
    return PolicySolution.objects.offered().filter(code=solution).select_related("owner").first()


def _condition(result: ConditionResult, edition: CityEdition) -> dict[str, Any]:
    condition = edition.condition(result.code)
    return {
        "code": condition.code,
        "text": said_in_both(condition.text, edition.quotes),
        "kind": condition.kind.value,
        "critical": condition.critical,
        "state": result.state.value,
        "indicator": condition.indicator,
        "figure": None if result.figure is None else _figure(result.figure),
    }


def _cost(cost: Cost) -> dict[str, Any]:
    withheld = cost.quote is not None and cost.quote.withheld
    return {
        "claim": cost.claim.code,
        "label": _both(cost.claim.label),
        "figure": None if withheld else _figure(cost.figure),
        "converted": [] if withheld else [_sum(found) for found in (cost.dollars, cost.own) if found],
        "per": cost.per,
        "rates_missing": cost.lacking,
    }


def _sum(found: Converted) -> dict[str, Any]:
    return {
        "currency": found.money.currency,
        "amount": str(found.money.amount),
        "rate_year": found.year,
        "sources": found.sources,
    }


def _receiver(each: Receiver, quotes: Mapping[str, Quote]) -> dict[str, Any]:
    likeness = each.likeness
    return {
        "place": _both(each.place),
        "city": each.city.code if each.city else None,
        "same_region": likeness.same_region if likeness else None,
        "population_ratio": likeness.population if likeness else None,
        "income_ratio": likeness.income if likeness else None,
        "told": [{"year": shared.year, "text": said_in_both(shared.text, quotes)} for _number, shared in each.shared],
        "engagements": [engagement.code for engagement in each.engagements],
    }


def _both(text: Words) -> dict[str, str]:
    return {"ko": text.ko, "en": text.en}


def _figure(figure: Sourced[Value]) -> dict[str, Any]:
    return {
        "value": str(figure.value),
        "unit": figure.unit,
        "year": figure.year,
        "boundary": figure.boundary.value,
        "source": figure.source,
        "confidence": figure.confidence.value,
    }
