"""Sums of money in the receiver's currency, at a rate of the sum's own year; without one, only as they were paid."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from seoulution.engine.cities.profile import Value
from seoulution.engine.provenance import Money, Sourced

DOLLAR: Final = "USD"
_UNIT: Final = re.compile(r"^(?P<currency>[A-Z]{3}|US\$)(?:,? (?P<scale>m|million|bn|billion|trillion))?(?P<per>/.+)?$")
_SCALES: Final = {None: 0, "m": 6, "million": 6, "bn": 9, "billion": 9, "trillion": 12}


@dataclass(frozen=True, slots=True)
class Rate:
    """How many units of a currency a US dollar bought, on average over a year, and who says so."""

    currency: str
    year: int
    per_dollar: Decimal
    source: str


@dataclass(frozen=True, slots=True)
class Converted:
    """A sum in another currency, with the rates it was made with; all are of one year."""

    money: Money
    year: int
    sources: tuple[str, ...]


def amount_of(figure: Sourced[Value]) -> tuple[Money, str] | None:
    """The sum a figure states, in whole units of its currency, and what it is for (`/year`, `/m³`); None when it is no sum of money."""
    found = _UNIT.match(figure.unit)
    if found is None or isinstance(figure.value, str):
        return None
    currency = DOLLAR if found["currency"] == "US$" else found["currency"]
    return Money(figure.value.scaleb(_SCALES[found["scale"]]), currency), found["per"] or ""


def converted(amount: Money, year: int | None, currency: str, rates: Iterable[Rate]) -> Converted | None:
    """The sum in `currency` by way of the dollar; None when a rate of that very year is missing: a rate of another year would invent."""
    if year is None or amount.currency == currency:
        return None
    known = {rate.currency: rate for rate in rates if rate.year == year}
    used: list[Rate] = []
    value = amount.amount
    for code, into_dollars in ((amount.currency, True), (currency, False)):
        if code == DOLLAR:
            continue
        rate = known.get(code)
        if rate is None:
            return None
        value = value / rate.per_dollar if into_dollars else value * rate.per_dollar
        used.append(rate)
    return Converted(Money(rounded(value), currency), year, tuple(dict.fromkeys(rate.source for rate in used)))


def lacking(amount: Money, year: int | None, currencies: Sequence[str], rates: Iterable[Rate]) -> tuple[str, ...]:
    """The currencies of `currencies`, or the sum's own, whose rate of that year is not on record."""
    known = {rate.currency for rate in rates if rate.year == year} | {DOLLAR}
    wanted = dict.fromkeys((amount.currency, *(code for code in currencies if code != amount.currency)))
    return tuple(code for code in wanted if code not in known)


def rounded(value: Decimal) -> Decimal:
    """To three digits: an average rate of a year carries no more."""
    if not value:
        return value
    return (
        round(value, 2 - value.adjusted()).quantize(Decimal(1)) if value.adjusted() >= 2 else round(value, 2 - value.adjusted())
    )
