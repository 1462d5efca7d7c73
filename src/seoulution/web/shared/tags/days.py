"""Filters that say how far off a day is, beside the day itself."""

from datetime import date, datetime, timedelta
from functools import lru_cache

from babel import Locale
from babel.dates import format_timedelta
from django.template import Library
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, pgettext

register = Library()


@register.filter
def away(day: date | datetime | None, today: date | None = None) -> str:
    """How far off a day is, in words: today, in 4 days, 2 weeks ago. Empty for no day."""
    if day is None:
        return ""
    days = (_day(day) - (today or timezone.localdate())).days
    if days == 0:
        return pgettext("day", "today")
    locale = Locale.parse((get_language() or "en").split("-")[0])
    return str(format_timedelta(timedelta(days=days), granularity="day", threshold=14 / 7, add_direction=True, locale=locale))


@register.filter
def day_and_away(day: date | datetime | None, today: date | None = None) -> SafeString:
    """`3 December 2026 · in 4 days`: absolute and relative; empty for no day."""
    if day is None:
        return SafeString("")
    return _both(_day(day), today or timezone.localdate(), get_language())


@lru_cache(maxsize=5_000)
def _both(on: date, today: date, language: str | None) -> SafeString:
    """Remembered by the language too: the same few days come again and again."""
    shown = date_format(on, "SHORT_DATE_FORMAT")
    return format_html('<span><time datetime="{}">{}</time> · {}</span>', on.isoformat(), shown, away(on, today))


def _day(day: date | datetime) -> date:
    return timezone.localdate(day) if isinstance(day, datetime) else day
