"""How a solution would fit one city: its conditions against the city's own figures, and when Seoul stood there."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.cities.models import City, Indicator
from seoulution.apps.cities.queries import cities_suggested, city_named, profile_of, trajectory_of
from seoulution.apps.matching.queries import conditions_of
from seoulution.apps.publishing.compose.seoul_then import verdict
from seoulution.engine.cities.profile import Reading
from seoulution.engine.matching.conditions import ConditionResult, ConditionState
from seoulution.engine.vocabulary import Sector
from seoulution.formats.cleaning import clean_text
from seoulution.reference.schema import catalogue


@dataclass(frozen=True, slots=True)
class Judged:
    """One condition in the reader's city: met, failed or unknown, with the figure it rests on."""

    condition: catalogue.Condition
    result: ConditionResult

    @property
    def tone(self) -> str:
        tones = {ConditionState.MET: "good", ConditionState.FAILED: "blocked", ConditionState.UNKNOWN: "missing"}
        return tones[self.result.state]

    @property
    def state_words(self) -> str:
        words = {ConditionState.MET: _("Met"), ConditionState.FAILED: _("Not met"), ConditionState.UNKNOWN: _("Not known")}
        return words[self.result.state]


@dataclass(frozen=True, slots=True)
class Fit:
    """What is asked, and what is known. Without `city`, `suggested` holds the places that may have been meant."""

    asked: str
    city: City | None
    suggested: Sequence[City]
    judged: Sequence[Judged] = ()
    readings: Sequence[tuple[Indicator, Reading]] = ()
    seoul_then: str = ""

    @property
    def failed_critical(self) -> bool:
        return any(each.result.critical and each.result.state is ConditionState.FAILED for each in self.judged)


def fit_of(solution: PolicySolution, asked: str, *, today: date) -> Fit | None:
    """None when nothing was asked. A city goes by its code or any of its names."""
    name = clean_text(asked)[:200].strip()
    if not name:
        return None
    city = city_named(name)
    if city is None or city.is_provider:
        return Fit(name, None, [row for row in cities_suggested(name) if not row.is_provider])
    sector = Sector(solution.sector)
    profile = profile_of(city, today=today, sectors=frozenset({sector}))
    record: catalogue.PolicySolution = solution.record
    by_code = {condition.code: condition for condition in record.conditions}
    asked_for = {condition.indicator for condition in record.conditions}
    indicators = Indicator.objects.filter(code__in=profile.readings)
    shown = [row for row in indicators if row.code in asked_for or sector in row.record.sectors]
    match = trajectory_of(city)
    return Fit(
        name,
        city,
        (),
        [Judged(by_code[result.code], result) for result in conditions_of(solution, profile.readings)],
        [(row, profile.readings[row.code]) for row in shown],
        verdict(match) if match.compared else "",
    )
