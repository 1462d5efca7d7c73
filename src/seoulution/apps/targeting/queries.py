"""Reading the measures of the six criteria from what is on record."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from django.db.models import Count, Q

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.cities.models import City, Observation, Tie
from seoulution.apps.cities.queries import engine_indicators, engine_observation, provider_past
from seoulution.apps.demand.models import SharingRequest
from seoulution.apps.matching.queries import conditions_of
from seoulution.engine.cities import profile
from seoulution.engine.cities.terms import TERMS
from seoulution.engine.cities.trajectory import TrajectoryMatch, match
from seoulution.engine.matching.conditions import ConditionState
from seoulution.engine.provenance import Sourced
from seoulution.engine.targeting.criteria import Alternative, TargetCriterion
from seoulution.engine.targeting.distance import kilometres
from seoulution.engine.vocabulary import TieKind

GROWTH: Final = "population-growth"
TIES: Final[Mapping[str, float]] = {TieKind.SISTER: 2.0, TieKind.FRIENDSHIP: 1.0}
FEWEST_CONDITIONS: Final = 5
"""Below so many conditions judged by the city's own figures, a share would reward not knowing: the measure counts as missing."""
NO_INTERVAL: Final = 1
"""Only the best year is read here; its interval, which takes the time, belongs to the city's own page."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A city's measures with what they were read from; `solutions_open` of `solutions` have no failed condition.

    conditions_met of conditions_decided hold by the city's own figures; all others are not known yet.
    """

    city: City
    alternative: Alternative
    growth: Sourced[Decimal | str] | None
    ties: tuple[str, ...]
    requests: int
    trajectory: TrajectoryMatch
    solutions_open: int
    conditions_met: int
    conditions_decided: int
    solutions: int


def measured(cities: Sequence[City], *, today: date) -> tuple[Measured, ...]:
    """The measures of the cities, from a fixed number of queries."""
    provider = City.objects.get(is_provider=True)
    countries = {city.country_id for city in cities}
    wanted = _indicators_read()
    rows = Observation.objects.filter(Q(city__in=cities) | Q(country__in=countries), indicator__code__in=wanted)
    seen: dict[tuple[str, int], list[profile.Observation]] = {}
    for row in rows.select_related("indicator", "source"):
        place = ("city", row.city_id) if row.city_id else ("country", row.country_id or 0)
        seen.setdefault(place, []).append(engine_observation(row))
    ties: dict[int, list[str]] = {}
    for city_id, kind in Tie.objects.filter(city__in=cities, withdrawn_on=None).values_list("city_id", "kind"):
        ties.setdefault(city_id, []).append(kind)
    counted = SharingRequest.objects.filter(city__in=cities).values_list("city_id").annotate(Count("pk")).order_by("city_id")
    requests = dict(counted)
    indicators, past = engine_indicators(), provider_past()
    solutions = list(PolicySolution.objects.offered())
    answers = []
    for city in cities:
        figures = [*seen.get(("city", city.pk), ()), *seen.get(("country", city.country_id), ())]
        readings = profile.profile(figures, indicators, today=today).readings
        fit = match(figures, past, draws=NO_INTERVAL)
        reading = readings.get(GROWTH)
        growth = reading.best if reading is not None and not reading.stands_in else None
        judged = [conditions_of(solution, readings) for solution in solutions]
        failed = sum(any(one.state is ConditionState.FAILED for one in results) for results in judged)
        decided = sum(one.state is not ConditionState.UNKNOWN for results in judged for one in results)
        met = sum(one.state is ConditionState.MET for results in judged for one in results)
        kinds = tuple(ties.get(city.pk, ()))
        measures: dict[TargetCriterion, float | None] = {
            TargetCriterion.PROXIMITY: _distance(provider, city),
            TargetCriterion.URBAN_PROBLEMS: _number(growth),
            TargetCriterion.AFFINITY: max((TIES[kind] for kind in kinds), default=0.0),
            TargetCriterion.OPENNESS: float(requests.get(city.pk, 0)),
            TargetCriterion.DEVELOPMENT_STAGE: fit.distance,
            TargetCriterion.APPLICABILITY: met / decided if decided >= FEWEST_CONDITIONS else None,
        }
        alternative = Alternative(city.code, measures)
        count = requests.get(city.pk, 0)
        answers.append(
            Measured(city, alternative, growth, kinds, count, fit, len(solutions) - failed, met, decided, len(solutions))
        )
    return tuple(answers)


def _indicators_read() -> set[str]:
    """What the match and the conditions ask for; everything else of a profile stays unread."""
    asked = {GROWTH, *TERMS}
    for data in PolicySolution.objects.offered().values_list("data__conditions", flat=True):
        asked |= {one["indicator"] for one in data or () if one.get("indicator")}
    return asked


def _distance(provider: City, city: City) -> float | None:
    ends = (provider.latitude, provider.longitude, city.latitude, city.longitude)
    known = [end for end in ends if end is not None]
    return kilometres(*known) if len(known) == len(ends) else None


def _number(figure: Sourced[Decimal | str] | None) -> float | None:
    return None if figure is None or isinstance(figure.value, str) else float(figure.value)
