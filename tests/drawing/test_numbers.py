from decimal import Decimal

import pytest
from babel.numbers import format_decimal, format_percent
from hypothesis import given
from hypothesis import strategies as st

from seoulution.drawing import numbers
from seoulution.engine.provenance import Money


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (0, "0"),
        (9_999, "9,999"),
        (10_000, "1만"),
        (12_345_678, "1,234만 5,678"),
        (7_680_000, "768만"),
        (14_900_000_000, "149억"),
        (1_050_000_000, "10억 5,000만"),
        (10**12, "1조"),
        (123_456_789_012, "1,234억 5,679만"),
        (99_999_999_999, "1,000억"),
        (-40_000, "-4만"),
    ],
)
def test_korean_numbers_are_grouped_by_ten_thousands(value: int, written: str) -> None:
    assert numbers.korean_number(value) == written


@given(st.integers(min_value=0, max_value=10**15))
def test_a_korean_number_with_enough_groups_says_exactly_the_number(value: int) -> None:
    said = 0
    for part in numbers.korean_number(value, groups=5).split():
        count = part.rstrip("조억만").replace(",", "")
        said += int(count) * {"조": 10**12, "억": 10**8, "만": 10**4}.get(part[-1], 1)
    assert said == value


def test_large_numbers_are_said_as_people_say_them() -> None:
    assert numbers.readable_number(7_680_000, "en") == "7.68 million"
    assert numbers.readable_number(14_900_000_000, "en") == "14.9 billion"
    assert numbers.readable_number(768_000, "en") == "768,000"
    assert numbers.readable_number(7_680_000, "ko") == "768만"
    assert numbers.readable_number(1_234_567, "es") == "1.234.567"


def test_a_float_keeps_its_own_digits_and_gets_no_others() -> None:
    assert numbers.grouped(0.1, "en") == "0.1"
    assert numbers.grouped(Decimal("1234.50"), "en", 2) == "1,234.50"
    assert numbers.grouped(2.5, "en", 0) == "3"


@given(
    st.decimals(min_value=-(10**15), max_value=10**15, places=3),
    st.sampled_from([None, 0, 1, 2]),
    st.sampled_from(["ko", "en"]),
)
def test_numbers_written_without_a_pattern_are_what_cldr_writes(value: Decimal, decimals: int | None, language: str) -> None:
    grouped, share = numbers.grouped(value, language, decimals), numbers.percent(value, language, decimals or 0)
    places = len(grouped.partition(".")[2])
    pattern = "#,##0" + ("." + "0" * places if places else "")
    assert grouped == format_decimal(Decimal(grouped.replace(",", "")), format=pattern, locale=language)
    shown = Decimal(share.rstrip("%").replace(",", "")) / 100
    places = len(share.rstrip("%").partition(".")[2])
    assert share == format_percent(shown, format="#,##0" + ("." + "0" * places if places else "") + "%", locale=language)


def test_numbers_have_latin_digits_in_every_language() -> None:
    for language in ("ko", "en", "vi", "id", "es", "fr", "pt", "ru", "mn", "th", "ar", "no-such-language"):
        written = numbers.grouped(1_234_567, language)
        assert [character for character in written if character.isdigit()] == list("1234567"), language


def test_a_share_is_written_as_per_cent() -> None:
    assert numbers.percent(0.739, "ko") == "73.9%"
    assert numbers.percent(0.5, "en") == "50%"
    assert numbers.percent(1, "en") == "100%"


def test_money_names_its_currency() -> None:
    fund = Money(Decimal(14_900_000_000), "KRW")
    assert numbers.money(fund, "ko") == "149억 원"
    assert numbers.money(fund, "en") == "KRW 14.9 billion"
    assert numbers.money(Money(Decimal(1_230_000), "USD"), "ko") == "123만 달러"


def test_years_are_never_grouped() -> None:
    assert numbers.year(2012, "ko") == "2012년"
    assert numbers.year(2012, "en") == "2012"
