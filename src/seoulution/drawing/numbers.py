"""Numbers in the reader's language: grouping, 만/억 in Korean, shares, years, money. Latin digits in every language.

Functions take `language`; the template filters pass the active one. Values are ints, floats or Decimals; a float is shown as
its shortest form, never with invented digits.
"""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from typing import Final, TypeAlias

from babel import Locale
from babel.core import UnknownLocaleError
from babel.numbers import format_decimal, format_percent, get_currency_name
from django.utils.formats import date_format
from django.utils.translation import override

from seoulution.engine.provenance import Money

Number: TypeAlias = int | float | Decimal

KOREAN_UNITS: Final = ((10**16, "경"), (10**12, "조"), (10**8, "억"), (10**4, "만"), (1, ""))
KOREAN_CURRENCIES: Final = {
    "KRW": "원",
    "USD": "달러",
    "EUR": "유로",
    "JPY": "엔",
    "CNY": "위안",
    "GBP": "파운드",
    "SDR": "SDR",
}
WRITTEN_ALIKE: Final = frozenset({"ko", "en"})
"""Languages that write numbers as Python does, 1,234.5: no pattern has to be read for them. A test holds this against CLDR."""
WORD_UNITS: Final = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))


def exact(value: Number) -> Decimal:
    """The number as it is written: 0.1 stays 0.1."""
    return value if isinstance(value, Decimal) else Decimal(str(value))


def grouped(value: Number, language: str, decimals: int | None = None) -> str:
    """Thousands apart, as the language writes it; `decimals` fixes the places, otherwise those given are kept."""
    number = exact(value)
    places = _places(number) if decimals is None else decimals
    pattern = "#,##0" + ("." + "0" * places if places else "")
    quantum = Decimal(1).scaleb(-places)
    rounded = number.quantize(quantum, ROUND_HALF_UP) if places < 28 else number
    if language in WRITTEN_ALIKE:
        return f"{rounded:,f}"
    return format_decimal(rounded, format=pattern, locale=_locale(language), numbering_system="latn")


def korean_number(value: Number, groups: int = 2) -> str:
    """12345678 → 1,234만 5,678. At most `groups` groups of four digits are kept, the last one rounded half up."""
    number = exact(value)
    if number < 0:
        return "-" + korean_number(-number, groups)
    if number < 10_000:
        return grouped(number, "ko")
    sizes = [size for size, _ in KOREAN_UNITS]
    leading = next(place for place, size in enumerate(sizes) if number >= size)
    last = sizes[min(leading + groups - 1, len(sizes) - 1)]
    whole = int((number / last).quantize(Decimal(1), ROUND_HALF_UP)) * last
    parts = []
    for size, name in KOREAN_UNITS:
        count, whole = divmod(whole, size)
        if count:
            parts.append(f"{count:,}{name}")
    return " ".join(parts)


def readable_number(value: Number, language: str) -> str:
    """Large numbers as people say them: 768만 in Korean, 7.68 million in English; small ones grouped."""
    number = exact(value)
    if language.startswith("ko"):
        return korean_number(number)
    if language.startswith("en"):
        for size, name in WORD_UNITS:
            if abs(number) >= size:
                return f"{grouped(_significant(number / size, 3), language)} {name}"
    return grouped(number, language)


def percent(share: Number, language: str, decimals: int = 1) -> str:
    """A share in [0, 1] as per cent, with `decimals` places; whole per cents lose the zeros."""
    number = exact(share)
    hundredths = (number * 100).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    places = decimals if hundredths % 1 else 0
    if language in WRITTEN_ALIKE:
        return f"{hundredths:,.{places}f}%"
    pattern = "#,##0" + ("." + "0" * places if places else "") + "%"
    return format_percent(hundredths / 100, format=pattern, locale=_locale(language), numbering_system="latn")


def year(value: int, language: str) -> str:
    """2012 → 2012년 in Korean; years are never grouped."""
    return f"{value}년" if language.startswith("ko") else str(value)


def money(amount: Money, language: str) -> str:
    """149억 원 in Korean, KRW 14.9 billion elsewhere: the currency is always named by word or code, never by a bare sign."""
    if language.startswith("ko"):
        return f"{korean_number(amount.amount)} {KOREAN_CURRENCIES.get(amount.currency, amount.currency)}"
    return f"{amount.currency} {readable_number(amount.amount, language)}"


def currency_name(code: str, language: str) -> str:
    """What the currency is called, for titles and tooltips."""
    return get_currency_name(code, locale=_locale(language))


def long_date(day: date, language: str) -> str:
    """A date in full, as the language writes it."""
    with override(language):
        return date_format(day, "DATE_FORMAT")


def _significant(number: Decimal, digits: int) -> Decimal:
    places = digits - 1 - number.adjusted()
    rounded = number.quantize(Decimal(1).scaleb(-max(places, 0)), ROUND_HALF_UP)
    return rounded.normalize() if places > 0 else rounded


def _places(number: Decimal) -> int:
    exponent = number.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


@cache
def _locale(language: str) -> Locale:
    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale("en")
