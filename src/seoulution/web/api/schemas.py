"""What the open data interface answers: plain values, each figure with its source."""

from datetime import date

from ninja import Schema

from seoulution.engine.catalogue.claims import ClaimState


class NamesOut(Schema):
    """A name in both languages."""

    ko: str
    en: str


class FigureOut(Schema):
    """A figure with what a reader needs to trust it. `value` is a number as text, or the source's words."""

    value: str
    unit: str
    year: int | None
    boundary: str
    source: str
    confidence: str


class SolutionOut(Schema):
    code: str
    name: NamesOut
    sector: str
    kinds: list[str]
    result: NamesOut
    owner: str
    completeness: float
    evidence_grade: str


class ClaimOut(Schema):
    """A figure with how far it may be relied on today; an expired one comes without its value.

    state : `unconfirmed` (as of its source), `current`, `due`, `questioned` or `expired`
    """

    code: str
    label: NamesOut
    state: ClaimState
    confirmed_on: date | None
    valid_until: date | None
    figure: FigureOut | None


class SolutionDetailOut(SolutionOut):
    sections: dict[str, NamesOut]
    claims: list[ClaimOut]
    gaps: list[NamesOut]


class CityOut(Schema):
    code: str
    name: NamesOut
    country: str
    kind: str
    latitude: float | None
    longitude: float | None
    is_target: bool


class EngagementOut(Schema):
    """A cooperation as of a day. stage : the furthest of `stages`, which ran side by side; null where nobody knows it.

    presence : in_stage, between stages, ended, or stage_not_known; certainty : told by the documents, recorded, or not_known
    """

    code: str
    name: NamesOut
    city: str
    country: str
    sector: str
    stage: str | None
    stages: list[str]
    standing: str | None
    ending: str | None
    presence: str
    certainty: str
    on: date
    row: int | None


class LevelOut(Schema):
    """fits : nothing known speaks against it; sure : all it requires is known to hold; unless : requirements nobody knows yet."""

    fits: int
    sure: int | None
    unless: list[str]
    against: list[str]


class NextLevelOut(Schema):
    """What has to change for the level above, and what has to be found out besides."""

    level: int
    change: list[str]
    find_out: list[str]


class ConditionOut(Schema):
    """A condition in the city, with the figure that decides it; `unknown` without one."""

    code: str
    text: NamesOut
    kind: str
    critical: bool
    state: str
    indicator: str | None
    figure: FigureOut | None


class SumOut(Schema):
    """A sum at the average rate of a year."""

    currency: str
    amount: str
    rate_year: int
    sources: list[str]


class CostOut(Schema):
    """A cost as paid, and in other money where a rate of that very year is on record. `per` : `/year`, `/m³`."""

    claim: str
    label: NamesOut
    figure: FigureOut | None
    converted: list[SumOut]
    per: str
    rates_missing: list[str]


class ToldOut(Schema):
    year: str
    text: NamesOut


class ReceiverOut(Schema):
    """A place that received the solution; ratios are its figure divided by the city's own."""

    place: NamesOut
    city: str | None
    same_region: bool | None
    population_ratio: float | None
    income_ratio: float | None
    told: list[ToldOut]
    engagements: list[str]


class EditionOut(Schema):
    """A solution for one city. `level` is null where the solution does not say what its levels require."""

    solution: str
    city: str
    level: LevelOut | None
    next_level: NextLevelOut | None
    conditions: list[ConditionOut]
    costs: list[CostOut]
    first_steps: list[NamesOut]
    receivers: list[ReceiverOut]
    missing_indicators: list[str]
    sections_not_for_receivers: list[str]


class SourceOut(Schema):
    code: str
    title: str
    publisher: str
    address: str
    published: str


class CorrectionOut(Schema):
    number: int
    document: str
    printed: str
    corrected: str | None
    reason: NamesOut


class Problem(Schema):
    """Why a request was not answered."""

    detail: str
