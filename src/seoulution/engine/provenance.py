"""Where a figure comes from: every number the product shows carries source, year, unit and boundary."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Generic, TypeVar

from seoulution.engine.vocabulary import Boundary, Confidence

T = TypeVar("T")

AS_OF_PROGRAMME = date(2014, 5, 31)
"""Both source documents describe the programme as of early-to-mid 2014; later facts carry their own date."""


@dataclass(frozen=True, slots=True)
class Source:
    """A document that was seen, with where and when it can be checked."""

    code: str
    title: str
    publisher: str
    address: str | None
    published: str | None
    retrieved_on: date | None


@dataclass(frozen=True, slots=True)
class Sourced(Generic[T]):
    """A value with what a reader needs to trust it, or not."""

    value: T
    unit: str
    year: int | None
    boundary: Boundary
    source: str
    confidence: Confidence
    printed: str | None = None
    note: Mapping[str, str] | None = None

    @property
    def stands_in(self) -> bool:
        """A country figure shown for a city wears a visible badge."""
        return self.boundary is Boundary.COUNTRY


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in a currency; KRW and USD are kept as printed, conversion carries the date of the rate."""

    amount: Decimal
    currency: str

    def __post_init__(self) -> None:
        code = self.currency
        if len(code) != 3 or not (code.isascii() and code.isalpha() and code.isupper()):
            raise ValueError(f"{code!r} is not an ISO 4217 currency code")


@dataclass(frozen=True, slots=True)
class Validity:
    """The dates between which a rule or value holds; open ends are None."""

    valid_from: date | None = None
    valid_to: date | None = None

    def holds_on(self, day: date) -> bool:
        """Both ends are inclusive."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)
