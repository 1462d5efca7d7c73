"""Which funds need to be asked again: closed, closing, or known only from old terms."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from seoulution.engine.financing.terms import TERMS_STAY_FRESH_DAYS, FundTerms
from seoulution.engine.findings import Finding, Severity

CLOSING_DAYS: Final = 180
"""A fund that closes within half a year is too late for most plans; our setting."""


def fund_watch(funds: Iterable[FundTerms], on: date) -> tuple[Finding, ...]:
    """One finding at most per fund, the gravest: closed, not yet open, closing, terms of an older date."""
    found = (finding for fund in funds if (finding := _standing(fund, on)) is not None)
    return tuple(sorted(found, key=lambda finding: (finding.severity is not Severity.BLOCKING, finding.code, finding.subject)))


def _standing(fund: FundTerms, on: date) -> Finding | None:
    opens, closes = fund.validity.valid_from, fund.validity.valid_to
    if closes is not None and closes < on:
        return Finding("fund.closed", Severity.BLOCKING, fund.code, {"date": closes.isoformat()})
    if opens is not None and opens > on:
        return Finding("fund.not-yet-open", Severity.BLOCKING, fund.code, {"date": opens.isoformat()})
    if closes is not None and (closes - on).days <= CLOSING_DAYS:
        return Finding(
            "fund.closing", Severity.WARNING, fund.code, {"date": closes.isoformat(), "days": str((closes - on).days)}
        )
    if (on - fund.as_of).days > TERMS_STAY_FRESH_DAYS:
        parameters = {"as_of": fund.as_of.isoformat(), "year": str(fund.as_of.year)}
        return Finding("fund.terms-dated", Severity.WARNING, fund.code, parameters)
    return None
