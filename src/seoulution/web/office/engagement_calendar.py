"""The engagements of a list month by month, and one day of it with all that it has."""

import calendar
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import get_language

from seoulution.apps.engagements.models import Engagement
from seoulution.web.office.engagement_days import NOTHING, Entry, OfDay, by_day
from seoulution.web.shared.addresses import changed_address
from seoulution.web.shared.component_values import Link

SHOWN: Final = 6
"""Entries shown in a day of the month; the rest is one press away, on the day's own."""
MOST: Final = 300
"""Entries shown of one day; more would be no calendar any more, and the page says so."""
WEEK_BEGINS: Final[Mapping[str, int]] = {"ko": calendar.SUNDAY}
"""Sunday in Korea, Monday elsewhere."""


@dataclass(frozen=True, slots=True)
class Day:
    """more : what is not shown, and where all of it is; None where everything is"""

    on: date
    in_month: bool
    is_today: bool
    entries: tuple[Entry, ...]
    more: Link | None


@dataclass(frozen=True, slots=True)
class Month:
    """weeks : whole weeks of seven days; chosen : the day asked for, with all that it has; is_cut : it has more than can be shown"""

    first: date
    weeks: tuple[tuple[Day, ...], ...]
    earlier: Link
    later: Link
    now: Link
    chosen: Day | None
    is_cut: bool

    @property
    def is_empty(self) -> bool:
        return not any(day.entries for week in self.weeks for day in week)


def calendar_of(request: HttpRequest, rows: QuerySet[Engagement], *rests_on: type[Model]) -> Month:
    """The month asked for as `month=2026-11`, beneath it the day asked for as `day=2026-11-05`; anything else is this month.

    rests_on : what the list's filter reads besides the engagements
    """
    today = timezone.localdate()
    chosen = _asked(request.GET.get("day", ""), "%Y-%m-%d")
    first = _asked(request.GET.get("month", ""), "%Y-%m") or (chosen or today).replace(day=1)
    begins = WEEK_BEGINS.get((get_language() or "en")[:2], calendar.MONDAY)
    days = calendar.Calendar(begins).monthdatescalendar(first.year, first.month)
    found = by_day(rows, days[0][0], days[-1][-1], SHOWN, rests_on)

    def day_of(day: date, of: OfDay, shown: int) -> Day:
        left = of.number - len(of.entries)
        more = Link(str(left), _at(request, {"day": day.isoformat()})) if left and shown == SHOWN else None
        return Day(day, day.month == first.month, day == today, of.entries, more)

    weeks = tuple(tuple(day_of(day, found.get(day, NOTHING), SHOWN) for day in week) for week in days)
    whole = by_day(rows, chosen, chosen, MOST, rests_on).get(chosen, NOTHING) if chosen else NOTHING
    before, after = (first - timedelta(days=1)).replace(day=1), (first + timedelta(days=31)).replace(day=1)
    return Month(
        first,
        weeks,
        _link(request, before),
        _link(request, after),
        _link(request, today.replace(day=1)),
        day_of(chosen, whole, MOST) if chosen else None,
        whole.number > len(whole.entries),
    )


def _asked(written: str, pattern: str) -> date | None:
    try:
        asked = datetime.strptime(written, pattern).date()
    except ValueError:
        return None
    return asked if 1950 <= asked.year <= 2200 else None


def _link(request: HttpRequest, month: date) -> Link:
    return Link(f"{month:%Y-%m}", _at(request, {"month": f"{month:%Y-%m}", "day": None}))


def _at(request: HttpRequest, changes: Mapping[str, str | None]) -> str:
    return changed_address(request, {**changes, "page": None})
