"""A sum that goes on record."""

from decimal import Decimal

import pytest

from seoulution.apps.engagements.services.amounts import LARGEST, amount_findings


def test_no_sum_asks_nothing() -> None:
    assert amount_findings(None, "") == []


@pytest.mark.parametrize("amount", ["0", "-1", "NaN", "Infinity", str(LARGEST)])
def test_a_sum_is_above_zero_and_fits(amount: str) -> None:
    assert [finding.code for finding in amount_findings(Decimal(amount), "KRW")] == ["engagement.amount-out-of-range"]


@pytest.mark.parametrize("currency", ["", "won", "usd", "XX"])
def test_a_sum_says_its_currency(currency: str) -> None:
    assert [finding.code for finding in amount_findings(Decimal(5), currency)] == ["engagement.currency-unknown"]


def test_a_sum_in_won_passes() -> None:
    assert amount_findings(Decimal("1500000000"), "KRW") == []
