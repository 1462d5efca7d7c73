"""Sums as Korean offices write them in papers: in figures, then in words, so that no digit can be added (금3,000,000원(금삼백만원))."""

from decimal import Decimal
from typing import Final

_DIGITS: Final = "영일이삼사오육칠팔구"
_PLACES: Final = ("", "십", "백", "천")
_MYRIADS: Final = ("", "만", "억", "조", "경")


def in_words(won: Decimal) -> str:
    """A whole number of won in Korean words; every digit is said, also a leading one."""
    whole = int(won)
    if whole == 0:
        return _DIGITS[0]
    parts: list[str] = []
    for myriad in _MYRIADS:
        whole, group = divmod(whole, 10_000)
        if group:
            parts.insert(0, _group(group) + myriad)
    return "".join(parts)


def _group(number: int) -> str:
    digits = [int(digit) for digit in reversed(str(number))]
    return "".join(_DIGITS[digit] + _PLACES[place] for place, digit in reversed(list(enumerate(digits))) if digit)


def official_sum(won: Decimal) -> str:
    """The sum as it stands in a Korean paper."""
    return f"금{won:,.0f}원(금{in_words(won)}원)"
