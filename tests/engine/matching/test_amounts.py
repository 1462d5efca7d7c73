from decimal import Decimal

import pytest

from seoulution.engine.matching.amounts import Rate, amount_of, converted, lacking, rounded
from seoulution.engine.provenance import Money, Sourced
from seoulution.engine.vocabulary import Boundary, Confidence

RATES = (
    Rate("KRW", 2013, Decimal("1094.67"), "fed"),
    Rate("THB", 2013, Decimal("30.696"), "fed"),
    Rate("KRW", 2005, Decimal("1023.75"), "fed"),
)


def figure(value: Decimal | str, unit: str) -> Sourced[Decimal | str]:
    return Sourced(value, unit, 2013, Boundary.UTILITY, "report", Confidence.PRIMARY)


@pytest.mark.parametrize(
    ("value", "unit", "amount", "currency", "per"),
    [
        ("2900", "KRW bn", "2900000000000", "KRW", ""),
        ("8.1", "KRW bn/year", "8100000000", "KRW", "/year"),
        ("318", "KRW m", "318000000", "KRW", ""),
        ("542", "KRW/m³", "542", "KRW", "/m³"),
        ("12", "USD m", "12000000", "USD", ""),
        ("230", "US$", "230", "USD", ""),
        ("2", "PHP, billion", "2000000000", "PHP", ""),
    ],
)
def test_a_unit_names_currency_scale_and_what_it_is_for(value: str, unit: str, amount: str, currency: str, per: str) -> None:
    assert amount_of(figure(Decimal(value), unit)) == (Money(Decimal(amount), currency), per)


@pytest.mark.parametrize(("value", "unit"), [(Decimal(3), "km"), (Decimal(3), "US$ (constant 2015)"), ("about half", "KRW bn")])
def test_other_figures_are_no_sums(value: Decimal | str, unit: str) -> None:
    assert amount_of(figure(value, unit)) is None


def test_a_sum_is_converted_by_way_of_the_dollar_at_the_rates_of_its_year() -> None:
    won = Money(Decimal("2900000000000"), "KRW")
    dollars = converted(won, 2013, "USD", RATES)
    assert dollars is not None and dollars.money == Money(Decimal("2650000000"), "USD")
    baht = converted(won, 2013, "THB", RATES)
    assert baht is not None and baht.money == Money(Decimal("81300000000"), "THB") and baht.sources == ("fed",)


def test_without_a_rate_of_that_very_year_nothing_is_converted_and_the_lack_is_named() -> None:
    won = Money(Decimal(1000), "KRW")
    assert converted(won, 2012, "USD", RATES) is None and converted(won, None, "USD", RATES) is None
    assert converted(won, 2005, "THB", RATES) is None
    assert lacking(won, 2005, ("USD", "THB"), RATES) == ("THB",)
    assert lacking(won, 2012, ("USD", "THB"), RATES) == ("KRW", "THB")
    assert lacking(won, 2013, ("USD", "KRW"), RATES) == ()


def test_a_sum_in_the_citys_own_currency_is_not_converted() -> None:
    assert converted(Money(Decimal(5), "THB"), 2013, "THB", RATES) is None


@pytest.mark.parametrize(
    ("value", "told"), [("2649199.4", "2650000"), ("0.49513", "0.495"), ("14.2871", "14.3"), ("999.6", "1000"), ("0", "0")]
)
def test_three_digits_are_kept(value: str, told: str) -> None:
    assert rounded(Decimal(value)) == Decimal(told)
