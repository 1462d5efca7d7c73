"""Places, their figures and issues, and the provider city's own past."""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from seoulution.engine.vocabulary import Boundary, Confidence, PlaceKind, Sector, TieKind
from seoulution.reference.schema.base import Cited, Code, Figure, Gap, Record, Words, Year

CountryCode = Annotated[str, Field(pattern=r"^[A-Z]{2}$")]


class Indicator(Record):
    """What is measured, in which unit, and how long a value stays fresh."""

    code: Code
    name: Words
    unit: str
    sectors: tuple[Sector, ...] = ()
    theme: Literal[
        "people", "economy", "housing", "water", "sewage", "waste", "transport", "environment", "digital", "government"
    ]
    fresh_years: int = 5
    higher_is: Literal["better", "worse", "neither"]


class Country(Record):
    """A partner country: languages, money, and how donors class it (with the year of the class)."""

    code: CountryCode
    iso3: Annotated[str, Field(pattern=r"^[A-Z]{3}$")]
    name: Words
    region: Literal[
        "southeast_asia", "south_asia", "east_asia", "central_asia", "middle_east", "africa", "americas", "oceania", "europe"
    ]
    languages: tuple[str, ...]
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")] | None
    income_group_2013: Figure | None = None
    least_developed: Figure | None = None
    dac_recipient_2014: Figure | None = None
    adb_developing_member: Figure | None = None
    idb_borrowing_member: Figure | None = None
    observations: tuple["Observation", ...] = ()


class Observation(Record):
    """One value of one indicator."""

    indicator: Code
    figure: Figure


class Body(Record):
    """A body of the partner city or country that a cooperation must deal with."""

    name: Words
    role: Words
    sectors: tuple[Sector, ...] = ()
    sources: Annotated[tuple[Code, ...], Field(min_length=1)]


class Issue(Record):
    """A pending problem of the city, as a source words it."""

    sector: Sector
    text: Cited
    year: Year | None = None


class Plan(Record):
    """A plan, project or donor already at work there."""

    text: Cited
    sectors: tuple[Sector, ...]
    year: Year | None = None


class Expected(Record):
    """The briefing's 진출예상도시: the sector in which sharing is expected, with population and area as printed."""

    sector: Sector
    printed: str
    population: Figure | None = None
    area: Figure | None = None


class City(Record):
    """One profiled place; the word city is used for all kinds, `kind` says which."""

    code: Code
    kind: PlaceKind
    name: Words
    local_name: str | None = None
    aliases: tuple[str, ...] = ()
    country: CountryCode
    latitude: Annotated[float, Field(ge=-90, le=90)] | None
    longitude: Annotated[float, Field(ge=-180, le=180)] | None
    place_source: Code
    languages: tuple[str, ...] = ()
    target: Cited | None = None
    expected: tuple[Expected, ...] = ()
    observations: tuple[Observation, ...] = ()
    issues: tuple[Issue, ...] = ()
    plans: tuple[Plan, ...] = ()
    bodies: tuple[Body, ...] = ()
    gaps: tuple[Gap, ...] = ()


class Tie(Record):
    """A sister or friendship tie as numbered in the briefing."""

    kind: TieKind
    number: int
    city: Code
    printed: str
    signed: Year | None = None
    source: Code
    correction: int | None = None


class Membership(Record):
    """The provider's place in an international association of cities."""

    body: Code
    role: Cited
    since: Year | None = None


class Point(Record):
    """One year of a series. `approximate` keeps a printed "about"."""

    year: Year
    value: float
    source: Code
    confidence: Confidence
    approximate: bool = False


class Series(Record):
    """One indicator of the provider's past within one boundary; sources that differ make two series."""

    indicator: Code
    variant: Code | None = None
    unit: str
    boundary: Boundary
    note: Words | None = None
    points: Annotated[tuple[Point, ...], Field(min_length=1)]
    matching: bool = False


class Milestone(Record):
    """What the provider did in a year, what set it off, what followed, and what went wrong."""

    year: Year
    until: Year | None = None
    sectors: Annotated[tuple[Sector, ...], Field(min_length=1)]
    policy: Words
    trigger: Words | None = None
    followed: Words | None = None
    limits: Words | None = None
    sources: Annotated[tuple[Code, ...], Field(min_length=1)]
    confidence: Confidence
    solution: Code | None = None


class ExchangeRates(Record):
    """How many units of a currency a US dollar bought, on average over each year."""

    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")]
    source: Code
    confidence: Confidence
    per_dollar: Annotated[dict[Year, Annotated[Decimal, Field(gt=0)]], Field(min_length=1)]


class Conflict(Record):
    """Two sources that differ: both are shown, never averaged."""

    about: Words
    values: tuple[str, ...]
    reading: Words
    sources: tuple[Code, ...]


Country.model_rebuild()
