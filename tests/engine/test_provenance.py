"""A value carries what a reader needs to trust it."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seoulution.engine.provenance import AS_OF_PROGRAMME, Money, Sourced, Validity
from seoulution.engine.vocabulary import Boundary, Confidence

DAYS = st.dates(date(2000, 1, 1), date(2030, 12, 31))


@pytest.mark.parametrize("boundary", Boundary)
def test_only_a_country_figure_stands_in_for_a_city(boundary: Boundary) -> None:
    figure = Sourced(Decimal(1), "%", 2013, boundary, "article", Confidence.PRIMARY)
    assert figure.stands_in == (boundary is Boundary.COUNTRY)


@pytest.mark.parametrize("currency", ["KRW", "USD", "VND"])
def test_a_currency_is_named_by_its_iso_4217_code(currency: str) -> None:
    assert Money(Decimal("4.5"), currency).currency == currency


@pytest.mark.parametrize("currency", ["", "won", "krw", "US$", "KRWN", "₩", "12"])
def test_any_other_name_of_a_currency_is_refused(currency: str) -> None:
    with pytest.raises(ValueError, match="ISO 4217"):
        Money(Decimal(1), currency)


def test_a_validity_without_ends_always_holds() -> None:
    assert Validity().holds_on(date.min)
    assert Validity().holds_on(date.max)


@given(DAYS, st.integers(0, 4000))
def test_a_validity_holds_on_both_its_ends_and_not_a_day_beyond(first: date, days: int) -> None:
    last = first + timedelta(days=days)
    validity = Validity(first, last)
    assert validity.holds_on(first)
    assert validity.holds_on(last)
    assert not validity.holds_on(first - timedelta(days=1))
    assert not validity.holds_on(last + timedelta(days=1))


@given(DAYS, DAYS)
def test_an_open_end_reaches_as_far_as_one_asks(end: date, day: date) -> None:
    assert Validity(valid_from=end).holds_on(day) == (day >= end)
    assert Validity(valid_to=end).holds_on(day) == (day <= end)


def test_the_programme_is_described_as_of_the_middle_of_2014() -> None:
    """Both source papers were printed in 2014; anything later must carry its own date."""
    assert AS_OF_PROGRAMME.year == 2014
