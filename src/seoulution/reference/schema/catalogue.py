"""A policy solution: the whole template, every section either filled with its sources or an explicit gap."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Final, Literal

from pydantic import Field, ValidationInfo, model_validator

from seoulution.engine.catalogue.references import reference_findings
from seoulution.engine.findings import Finding
from seoulution.engine.vocabulary import Confidence, Sector, SolutionKind
from seoulution.reference.schema.base import Cited, Code, Figure, Gap, Record, Words, Year

REFERENCES_APART: Final = "references apart"
"""Context of a validation whose caller asks `reference_findings` itself, to tell each wrong reference in words."""


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


class SectionText(Cited):
    """A section's text. `answers` : codes of the receiver's questions it answers (reference/template.yaml), as its reviewer ticked them."""

    answers: tuple[Code, ...] = ()


class Claim(Record):
    """A figure that pages and papers may quote. Claims of one `series` make a before/after chart.

    `valid_until` is the last day on which it may be quoted: null for a fact of a past year, which does not expire.
    """

    code: Code
    label: Words
    section: SectionKey
    figure: Figure
    series: Code | None = None
    after_2014: bool = False
    valid_until: date | None = None


class Level(Record):
    """What a city at this point of its development can adopt; 1 is where a city starts. `requires` : conditions that must not fail there."""

    level: Annotated[int, Field(ge=1, le=5)]
    text: Words
    years: str | None = None
    basis: Confidence
    requires: tuple[Code, ...] = ()


class ConditionKind(StrEnum):
    """What a condition is about, and so who can say whether it holds."""

    INDICATOR = "indicator"
    INSTITUTION = "institution"
    LAW = "law"
    SKILL = "skill"
    PRACTICE = "practice"


class Condition(Record):
    """Something that must hold in the receiving city; checkable where an indicator and threshold are named."""

    code: Code
    text: Words
    kind: ConditionKind = ConditionKind.PRACTICE
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


class Deliverable(Record):
    """What can be delivered under contract, and the evidence that this track demands; what is not known stays null and is a gap."""

    product: Cited | None = None
    providers: tuple[Code, ...] = ()
    price_basis: Cited | None = None


class FirstStep(Record):
    """What a receiving city does first, in order; `weeks` is how long it takes, where a source tells."""

    text: Words
    weeks: Annotated[int, Field(ge=1, le=520)] | None = None
    basis: Confidence
    sources: tuple[Code, ...] = ()


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
    sections: dict[SectionKey, SectionText]
    gaps: tuple[Gap, ...] = ()
    claims: tuple[Claim, ...] = ()
    levels: tuple[Level, ...] = ()
    conditions: tuple[Condition, ...] = ()
    awards: tuple[Award, ...] = ()
    patents: tuple[Patent, ...] = ()
    shared: tuple[Shared, ...] = ()
    symptoms: tuple[Words, ...] = ()
    deliverable: Deliverable | None = None
    first_steps: tuple[FirstStep, ...] = ()

    def texts(self) -> Iterator[tuple[str, Words]]:
        """Every text a city reads, with its path in the template: what is translated, guarded for wording and searched for references."""
        yield "name", self.name
        yield "result", self.result
        yield from ((f"sections.{key.value}", text) for key, text in self.sections.items())
        yield from ((f"levels.{level.level}", level.text) for level in self.levels)
        yield from ((f"conditions.{condition.code}", condition.text) for condition in self.conditions)
        yield from ((f"first_steps.{place}", step.text) for place, step in enumerate(self.first_steps, start=1))
        if self.deliverable and self.deliverable.product:
            yield "deliverable.product", self.deliverable.product
        if self.deliverable and self.deliverable.price_basis:
            yield "deliverable.price_basis", self.deliverable.price_basis
        yield from ((f"claims.{claim.code}", claim.label) for claim in self.claims)
        yield from ((f"shared.{place}", shared.text) for place, shared in enumerate(self.shared, start=1))
        yield from ((f"awards.{place}", award.name) for place, award in enumerate(self.awards, start=1))
        yield from ((f"patents.{place}", patent.name) for place, patent in enumerate(self.patents, start=1))

    def reference_findings(self) -> tuple[Finding, ...]:
        """References in texts that lead to no claim of this solution, or whose number is not the claim's."""
        figures: dict[str, tuple[Decimal | str, str]] = {c.code: (c.figure.value, c.figure.unit) for c in self.claims}
        return tuple(
            finding
            for path, words in self.texts()
            for language, text in (("ko", words.ko), ("en", words.en))
            for finding in reference_findings(text, figures, f"{path}.{language}")
        )

    @model_validator(mode="after")
    def _no_blank_section(self, info: ValidationInfo) -> "PolicySolution":
        gaps = {gap.about for gap in self.gaps}
        blank = [key for key in SectionKey if key not in self.sections and key.value not in gaps]
        if blank:
            raise ValueError(f"sections neither filled nor named as a gap: {', '.join(blank)}")
        codes = [claim.code for claim in self.claims]
        if len(codes) != len(set(codes)):
            raise ValueError("two claims share a code")
        known = {condition.code for condition in self.conditions}
        unknown = sorted({code for level in self.levels for code in level.requires} - known)
        if unknown:
            raise ValueError(f"levels require conditions that are not named: {', '.join(unknown)}")
        if info.context == REFERENCES_APART:
            return self
        wrong = [f"{finding.subject}: {finding.code} {dict(finding.parameters)}" for finding in self.reference_findings()]
        if wrong:
            raise ValueError(f"references to claims: {'; '.join(wrong)}")
        return self
