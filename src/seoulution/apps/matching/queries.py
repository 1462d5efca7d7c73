"""Offers of solutions for needs: computed in memory, or read back as stored with what people decided."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.cities.models import City
from seoulution.apps.cities.queries import profile_of
from seoulution.apps.demand.models import Need, SharingRequest
from seoulution.apps.matching.models import Match
from seoulution.apps.matching.offers import Offer
from seoulution.apps.matching.retrieval import Asked, retrieved
from seoulution.engine.cities.profile import Reading
from seoulution.engine.matching.conditions import Condition, ConditionResult, judged
from seoulution.engine.matching.editions import Edition, Rung, edition
from seoulution.engine.vocabulary import Sector
from seoulution.reference.schema import catalogue

MOST_OFFERS = 5
FOR_LAWYERS = frozenset({catalogue.ConditionKind.LAW, catalogue.ConditionKind.INSTITUTION})
"""Kinds of conditions that are checked apart from the figures."""


def offers_for(
    asked: Sequence[tuple[str, Sequence[str], Sector | None]], language: str, city: City | None, *, today: date
) -> list[tuple[Offer, ...]]:
    """For each need (text, concepts, sector) at most five offers, best first; nothing is stored."""
    readings = profile_of(city, today=today).readings if city else {}
    found = retrieved([Asked(text, language, tuple(concepts), sector) for text, concepts, sector in asked])
    codes = {hit.solution for hits in found for hit in hits}
    solutions = {row.code: row for row in PolicySolution.objects.offered().filter(code__in=codes).select_related("owner")}
    return [
        tuple(
            Offer(
                solution=solutions[hit.solution],
                rank=rank,
                weak=hit.weak,
                concepts=hit.concepts,
                same_sector=hit.same_sector,
                passage=hit.passage,
                conditions=conditions_of(solutions[hit.solution], readings),
                verdict="proposed",
                verdict_reason="",
            )
            for rank, hit in enumerate([hit for hit in hits if hit.solution in solutions][:MOST_OFFERS], start=1)
        )
        for hits in found
    ]


def conditions_of(solution: PolicySolution, readings: Mapping[str, Reading]) -> tuple[ConditionResult, ...]:
    """The solution's conditions against a city's readings."""
    return judged(engine_conditions(solution.record), readings)


def edition_of(solution: PolicySolution, readings: Mapping[str, Reading]) -> Edition:
    """The solution as it would be in the city of `readings`."""
    record: catalogue.PolicySolution = solution.record
    apart = frozenset(one.code for one in record.conditions if one.kind in FOR_LAWYERS)
    rungs = [Rung(level.level, level.requires) for level in record.levels]
    return edition(engine_conditions(record), rungs, readings, apart=apart)


def engine_conditions(record: catalogue.PolicySolution) -> tuple[Condition, ...]:
    """The conditions of a record as the engine judges them."""
    return tuple(
        Condition(
            code=one.code,
            critical=one.critical,
            indicator=one.indicator,
            comparison=one.comparison,
            threshold=Decimal(str(one.threshold)) if one.threshold is not None else None,
            unit=one.unit,
        )
        for one in record.conditions
    )


def stored_offers(need: Need, *, today: date) -> tuple[Offer, ...]:
    """What was offered for a stored need, with people's verdicts; conditions are judged anew by today's figures."""
    city = need.sharing_request.city
    readings = profile_of(city, today=today).readings if city else {}
    rows = Match.objects.filter(need=need).select_related("solution__owner").order_by("rank")
    return tuple(_stored(row, readings) for row in rows)


def stored_matches(request: SharingRequest, *, today: date) -> dict[int, list[tuple[Offer, Match]]]:
    """For every need of a request what `stored_offers` says, each beside its match, which people decide on; in one question."""
    readings = profile_of(request.city, today=today).readings if request.city else {}
    rows = Match.objects.filter(need__sharing_request=request).select_related("solution__owner")
    rows = rows.defer("solution__data", "solution__owner__data")
    found: dict[int, list[tuple[Offer, Match]]] = {}
    for row in rows.order_by("need", "rank"):
        found.setdefault(row.need_id, []).append((_stored(row, readings), row))
    return found


def _stored(row: Match, readings: Mapping[str, Reading]) -> Offer:
    reasons = row.reasons
    return Offer(
        solution=row.solution,
        rank=row.rank,
        weak=row.weak,
        concepts=tuple(reasons.get("concepts", ())),
        same_sector=bool(reasons.get("same_sector")),
        passage=reasons.get("passage", {}),
        conditions=conditions_of(row.solution, readings),
        verdict=row.verdict,
        verdict_reason=row.verdict_reason,
    )
