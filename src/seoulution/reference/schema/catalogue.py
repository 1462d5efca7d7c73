"""A policy solution: the whole template, every section either filled with its sources or an explicit gap."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, model_validator

from seoulution.engine.vocabulary import Confidence, Sector, SolutionKind
from seoulution.reference.schema.base import Cited, Code, Figure, Gap, Record, Words, Year


class SectionKey(StrEnum):
    """The sections of the template, in the order a receiving city reads them."""

    PROBLEM = "problem"
    ACTIONS = "actions"
    RESULTS = "results"
    OBSTACLES = "obstacles"
    COST = "cost"
    LAW = "law"
    TRANSFER = "transfer"
    SHARED = "shared"
    CONTACT = "contact"


class Claim(Record):
    """A figure that pages and papers may quote. Claims of one `series` make a before/after chart."""

    code: Code
    label: Words
    section: SectionKey
    figure: Figure
    series: Code | None = None
    after_2014: bool = False


class Level(Record):
    """What a city at this point of its development can adopt; 1 is where a city starts."""

    level: Annotated[int, Field(ge=1, le=5)]
    text: Words
    years: str | None = None
    basis: Confidence


class Condition(Record):
    """Something that must hold in the receiving city; checkable where an indicator and threshold are named."""

    code: Code
    text: Words
    indicator: Code | None = None
    comparison: Literal["at_least", "at_most"] | None = None
    threshold: float | None = None
    unit: str | None = None
    critical: bool = False
    basis: Confidence
    sources: tuple[Code, ...] = ()

    @model_validator(mode="after")
    def _is_whole(self) -> "Condition":
        parts = (self.indicator, self.comparison, self.threshold, self.unit)
        if any(part is not None for part in parts) and any(part is None for part in parts):
            raise ValueError("a checkable condition names indicator, comparison, threshold and unit together")
        return self


class Award(Record):
    name: Words
    year: Year
    awarded_by: Words
    sources: Annotated[tuple[Code, ...], Field(min_length=1)]
    printed: str | None = None
    note: Words | None = None


class Patent(Record):
    name: Words
    year: Year | None
    country: str | None
    sources: Annotated[tuple[Code, ...], Field(min_length=1)]
    note: Words | None = None


class Shared(Record):
    """A place that received the solution, or part of it."""

    place: Words
    city: Code | None = None
    engagement: Code | None = None
    year: str
    text: Words
    sources: Annotated[tuple[Code, ...], Field(min_length=1)]
    after_2014: bool = False


class PolicySolution(Record):
    """One file per solution, `reference/solutions/<code>.yaml`."""

    code: Code
    sector: Sector
    kinds: Annotated[tuple[SolutionKind, ...], Field(min_length=1)]
    name: Words
    aliases: tuple[str, ...] = ()
    result: Cited
    owner: Code
    started: Year | None
    completed: Year | None = None
    cost_class: Literal["low", "medium", "high", "unknown"]
    duration_years: float | None = None
    sections: dict[SectionKey, Cited]
    gaps: tuple[Gap, ...] = ()
    claims: tuple[Claim, ...] = ()
    levels: tuple[Level, ...] = ()
    conditions: tuple[Condition, ...] = ()
    awards: tuple[Award, ...] = ()
    patents: tuple[Patent, ...] = ()
    shared: tuple[Shared, ...] = ()
    symptoms: tuple[Words, ...] = ()

    @model_validator(mode="after")
    def _no_blank_section(self) -> "PolicySolution":
        gaps = {gap.about for gap in self.gaps}
        blank = [key for key in SectionKey if key not in self.sections and key.value not in gaps]
        if blank:
            raise ValueError(f"sections neither filled nor named as a gap: {', '.join(blank)}")
        codes = [claim.code for claim in self.claims]
        if len(codes) != len(set(codes)):
            raise ValueError("two claims share a code")
        return self
