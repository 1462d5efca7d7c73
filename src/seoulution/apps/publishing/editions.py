"""Everything the receiver's edition of a solution says of one city, gathered from live records; pages and papers print it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from seoulution.apps.catalogue.languages import SOURCE_LANGUAGES, Translated, TranslationState, in_language
from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.catalogue.template import promotional
from seoulution.apps.cities.models import City
from seoulution.apps.cities.queries import exchange_rates, profile_of, sourced, trajectory_of
from seoulution.apps.engagements.access import shown_to_all
from seoulution.apps.engagements.models import Engagement
from seoulution.apps.matching.queries import edition_of
from seoulution.apps.publishing.quoting import Quote, quotes_of
from seoulution.engine.cities.profile import CityProfile, Reading, Value
from seoulution.engine.cities.trajectory import TrajectoryMatch
from seoulution.engine.matching.amounts import DOLLAR, Converted, Rate, amount_of, converted, lacking
from seoulution.engine.matching.editions import Edition
from seoulution.engine.matching.receivers import Likeness, Place, most_alike
from seoulution.engine.provenance import Money, Sourced
from seoulution.engine.vocabulary import Language, Sector
from seoulution.reference.schema import catalogue, cities
from seoulution.reference.schema.base import Words
from seoulution.reference.schema.catalogue import SectionKey

MOST_STEPS: Final = 3
MOST_MISSING: Final = 12
"""A list of forty missing figures is not read."""
CLIMATE: Final = ("temperature", "rainfall")
STANDING_FIGURES: Final = ("population", "population-growth", "gdp-per-head", "hdi", *CLIMATE)
"""What shows at a glance where a city stands; each is shown where it is on record."""


@dataclass(frozen=True, slots=True)
class Cost:
    """A sum as it was paid, and in the reader's money where a rate of that year is on record; `lacking` names the rates that are not."""

    claim: catalogue.Claim
    figure: Sourced[Value]
    quote: Quote | None
    paid: Money | None
    per: str
    dollars: Converted | None
    own: Converted | None
    lacking: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Receiver:
    """A place that received the solution. `shared` : numbers and entries of the record; `likeness` is None for a place not on record."""

    place: Words
    city: City | None
    likeness: Likeness | None
    shared: tuple[tuple[int, catalogue.Shared], ...]
    engagements: tuple[Engagement, ...]


@dataclass(frozen=True, slots=True)
class CityEdition:
    """A solution for one city in one language, as of a day."""

    solution: PolicySolution
    city: City
    language: Language
    today: date
    translated: Translated
    quotes: Mapping[str, Quote]
    edition: Edition
    profile: CityProfile
    trajectory: TrajectoryMatch
    costs: tuple[Cost, ...]
    receivers: tuple[Receiver, ...]
    received_here: Receiver | None
    promotional: tuple[SectionKey, ...]

    @property
    def record(self) -> catalogue.PolicySolution:
        return self.translated.record

    @property
    def place(self) -> cities.City:
        record: cities.City = self.city.record
        return record

    @property
    def issues(self) -> tuple[cities.Issue, ...]:
        """What is pending there in the solution's sector."""
        return tuple(issue for issue in self.place.issues if issue.sector is self.record.sector)

    @property
    def standing(self) -> tuple[Reading, ...]:
        """The city at a glance."""
        return tuple(self.profile.readings[code] for code in STANDING_FIGURES if code in self.profile.readings)

    @property
    def climate_known(self) -> bool:
        return any(code in self.profile.readings for code in CLIMATE)

    @property
    def first_steps(self) -> tuple[tuple[int, catalogue.FirstStep], ...]:
        return tuple(enumerate(self.record.first_steps[:MOST_STEPS], start=1))

    def level(self, number: int) -> catalogue.Level:
        return next(level for level in self.record.levels if level.level == number)

    def condition(self, code: str) -> catalogue.Condition:
        return next(condition for condition in self.record.conditions if condition.code == code)

    def language_of(self, path: str) -> Language:
        """English where the field is not translated."""
        if self.language in SOURCE_LANGUAGES:
            return self.language
        return Language.EN if path in self.translated.paths(TranslationState.MISSING) else self.language

    def paths(self) -> Iterator[str]:
        """The texts of the solution that the edition shows."""
        yield from ("name", "result")
        yield from (f"levels.{level.level}" for level in self.record.levels)
        yield from (f"conditions.{condition.code}" for condition in self.record.conditions)
        yield from (f"first_steps.{number}" for number, _step in self.first_steps)
        yield from (f"sections.{key.value}" for key in (SectionKey.COST, SectionKey.LAW) if key in self.record.sections)
        yield from (f"claims.{cost.claim.code}" for cost in self.costs)
        shown = (*self.receivers, *([self.received_here] if self.received_here else []))
        yield from (f"shared.{number}" for receiver in shown for number, _shared in receiver.shared)

    def shown_as(self, state: TranslationState) -> tuple[str, ...]:
        """Those of them that stand in one state of translation; none in Korean and English, which are the originals."""
        of_state = set(self.translated.paths(state))
        return tuple(path for path in self.paths() if path in of_state)


def city_edition(solution: PolicySolution, city: City, language: Language, *, today: date) -> CityEdition:
    """The edition of a solution for a city; nothing is stored."""
    translated = in_language(solution, language)
    quotes = quotes_of(solution, today)
    profile = profile_of(city, today=today, sectors=frozenset({Sector(solution.sector)}))
    here, elsewhere = _receivers(solution, translated.record, city, profile, today)
    return CityEdition(
        solution=solution,
        city=city,
        language=language,
        today=today,
        translated=translated,
        quotes=quotes,
        edition=edition_of(solution, profile.readings),
        profile=profile,
        trajectory=trajectory_of(city),
        costs=tuple(_costs(translated.record, quotes, _currency(city))),
        receivers=elsewhere,
        received_here=here,
        promotional=tuple(SectionKey(key) for key in promotional(solution.manuscript)),
    )


def _currency(city: City) -> str | None:
    country: cities.Country = city.country.record
    return country.currency


def _costs(record: catalogue.PolicySolution, quotes: Mapping[str, Quote], currency: str | None) -> Iterator[Cost]:
    rates = exchange_rates()
    for claim in record.claims:
        if claim.section is SectionKey.COST:
            yield _cost(claim, quotes.get(claim.code), currency, rates)


def _cost(claim: catalogue.Claim, quote: Quote | None, currency: str | None, rates: Sequence[Rate]) -> Cost:
    figure = sourced(claim.figure)
    found = amount_of(figure)
    if found is None:
        return Cost(claim, figure, quote, None, "", None, None, ())
    paid, per = found
    wanted = tuple(code for code in dict.fromkeys((DOLLAR, currency)) if code)
    own = converted(paid, figure.year, currency, rates) if currency and currency != DOLLAR else None
    dollars = converted(paid, figure.year, DOLLAR, rates)
    return Cost(claim, figure, quote, paid, per, dollars, own, lacking(paid, figure.year, wanted, rates))


def _receivers(
    solution: PolicySolution, record: catalogue.PolicySolution, city: City, profile: CityProfile, today: date
) -> tuple[Receiver | None, tuple[Receiver, ...]]:
    """What the reader's own city received, and the others: most alike first, places that are not on record last."""
    shared: dict[str, list[tuple[int, catalogue.Shared]]] = defaultdict(list)
    unplaced: dict[str, list[tuple[int, catalogue.Shared]]] = defaultdict(list)
    for number, one in enumerate(record.shared, start=1):
        (shared[one.city] if one.city else unplaced[one.place.en]).append((number, one))
    engagements: dict[str, list[Engagement]] = defaultdict(list)
    for row in shown_to_all().filter(solutions=solution).select_related("city__country"):
        engagements[row.city.code].append(row)
    codes = dict.fromkeys((*shared, *engagements))
    rows = {row.code: row for row in City.objects.filter(code__in=codes).select_related("country")}
    likeness = {
        each.code: each
        for each in most_alike(
            _place(city, profile), [_place(row, profile_of(row, today=today)) for row in rows.values() if row.pk != city.pk]
        )
    }
    placed = {
        code: Receiver(_words(rows[code]), rows[code], likeness.get(code), tuple(shared[code]), tuple(engagements[code]))
        for code in (*likeness, city.code)
        if code in rows
    }
    others = [Receiver(entries[0][1].place, None, None, tuple(entries), ()) for entries in unplaced.values()]
    here = placed.pop(city.code, None)
    return here, (*placed.values(), *others)


def _words(city: City) -> Words:
    return Words(ko=city.name_ko, en=city.name_en)


def _place(city: City, profile: CityProfile) -> Place:
    return Place(
        city.code,
        city.country.region,
        _number(profile.readings.get("population"), "thousand persons"),
        _number(profile.readings.get("gdp-per-head"), "US$ (constant 2015)"),
    )


def _number(reading: Reading | None, unit: str) -> float | None:
    if reading is None or isinstance(reading.best.value, str) or reading.best.unit != unit:
        return None
    if unit == "thousand persons" and reading.stands_in:
        return None
    return float(reading.best.value)
