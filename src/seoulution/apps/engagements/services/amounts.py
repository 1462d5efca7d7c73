"""What a sum of money must be before it goes on record."""

from decimal import Decimal
from typing import Final

from babel.numbers import list_currencies

from seoulution.engine.findings import Finding

LARGEST: Final = Decimal(10) ** 18
"""What the columns hold."""


def amount_findings(amount: Decimal | None, currency: str) -> list[Finding]:
    """A sum is more than nothing, fits the record, and says its currency by the code of ISO 4217."""
    if amount is None:
        return []
    findings = []
    if not amount.is_finite() or not 0 < amount < LARGEST:
        findings.append(Finding("engagement.amount-out-of-range"))
    if currency not in list_currencies():
        findings.append(Finding("engagement.currency-unknown", parameters={"currency": currency or "–"}))
    return findings
