"""Filters that write numbers in the reader's language. `None` and empty text stay empty, so that templates need no guards."""

from collections.abc import Callable
from typing import Any

from django.template import Library
from django.utils.translation import get_language

from seoulution.drawing import numbers
from seoulution.engine.provenance import Money

register = Library()


def _language() -> str:
    return get_language() or "en"


def _present(value: Any, show: Callable[[Any], str]) -> str:
    return "" if value is None or value == "" else show(value)


@register.filter
def grouped(value: Any, decimals: int | None = None) -> str:
    """1234567 → 1,234,567."""
    return _present(value, lambda number: numbers.grouped(number, _language(), decimals))


@register.filter
def korean_number(value: Any) -> str:
    """7680000 → 768만, in any language of the page."""
    return _present(value, numbers.korean_number)


@register.filter
def readable_number(value: Any) -> str:
    """7680000 → 768만 in Korean, 7.68 million in English."""
    return _present(value, lambda number: numbers.readable_number(number, _language()))


@register.filter
def percent(share: Any, decimals: int = 1) -> str:
    """0.739 → 73.9%."""
    return _present(share, lambda number: numbers.percent(number, _language(), decimals))


@register.filter
def year(value: Any) -> str:
    """2012 → 2012년 in Korean."""
    return _present(value, lambda number: numbers.year(number, _language()))


@register.filter
def money(amount: Money | None) -> str:
    """Money → 149억 원, KRW 14.9 billion."""
    return _present(amount, lambda value: numbers.money(value, _language()))
