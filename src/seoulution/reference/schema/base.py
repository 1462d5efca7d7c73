"""What every reference record shares: words in two languages, figures with their provenance, sources."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from seoulution.engine.vocabulary import Boundary, Confidence

Code = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9.\-]*$", max_length=80)]
Year = Annotated[int, Field(ge=1390, le=2100)]


class Record(BaseModel):
    """Closed and frozen: an unknown key is a spelling mistake, not an extension."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Words(Record):
    """The same text in Korean and English; both are always there."""

    ko: Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
    en: Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]


class Source(Record):
    """A document that was seen: a code, a title and where to check it."""

    code: Code
    title: str
    publisher: str
    address: str | None = None
    published: str | None = None
    retrieved_on: date | None = None
    note: Words | None = None


class Figure(Record):
    """A number or short text with unit, year, boundary, source and confidence; `printed` keeps what the paper said.

    `year` is null only where the source itself carries none, and then `note` says so. Confidence C (not seen in a source)
    is refused: check it or leave it out. `low`/`high` hold a printed range; `approximate` a printed "about".
    """

    value: Annotated[Decimal | str, Field(union_mode="left_to_right")]
    unit: str
    year: Year | None
    boundary: Boundary
    source: Code
    confidence: Confidence
    low: Decimal | None = None
    high: Decimal | None = None
    approximate: bool = False
    printed: str | None = None
    note: Words | None = None

    @model_validator(mode="after")
    def _is_known(self) -> "Figure":
        if self.confidence is Confidence.UNVERIFIED:
            raise ValueError("confidence C is not a fact: check it or leave it out")
        if self.year is None and self.note is None:
            raise ValueError("a figure without a year needs a note that says why")
        return self


class Gap(Record):
    """Something not known, said as such, with the body that could supply it."""

    about: str
    question: Words
    ask: Code


class Cited(Words):
    """Text with the sources it rests on; `basis` A, B, D or J says how firmly."""

    sources: Annotated[tuple[Code, ...], Field(min_length=1)]
    basis: Confidence = Confidence.PRIMARY
    after_2014: bool = False


class Correction(Record):
    """What a paper printed beside what is right; the printed text is never overwritten."""

    number: Annotated[int, Field(ge=1)]
    document: Literal["seoul-briefing", "seoul-article", "both"]
    where: Words
    printed: str
    corrected: str | None
    reason: Words
    evidence: tuple[str, ...]
    confidence: Literal["settled", "likely", "open"]
    touches: tuple[Code, ...] = ()
