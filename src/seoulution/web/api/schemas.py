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
    """A cooperation as of its source's date."""

    code: str
    name: NamesOut
    city: str
    country: str
    sector: str
    stage: str
    standing: str
    row: int | None


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
