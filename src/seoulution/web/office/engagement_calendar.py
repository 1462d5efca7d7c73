"""The engagements of a list by day: meetings and visits, promises and tasks due, stages entered, month by month."""

import calendar
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import get_language

from seoulution.apps.engagements.models import Contact, Engagement, Promise, StageSpell, Task
from seoulution.apps.publishing.labels import label
from seoulution.engine.engagements.codes import ContactState, SpellOutcome
from seoulution.engine.vocabulary import Stage
from seoulution.web.shared.component_values import Link
from seoulution.web.shared.tags.records import is_korean

MOST: Final = 300
"""Entries of one kind shown in a month; more would be no calendar any more, and the page says so."""
WEEK_BEGINS: Final[Mapping[str, int]] = {"ko": calendar.SUNDAY}
"""Sunday in Korea, Monday elsewhere."""


@dataclass(frozen=True, slots=True)
class Entry:
    """kind : contact, promise, task or stage; code : of the engagement, which it leads to"""

    on: date
    kind: str
    title: str
    engagement: str
    code: str
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Day:
    on: date
    in_month: bool
    is_today: bool
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Month:
    """weeks : whole weeks of seven days; is_cut : a kind had more entries than are shown"""

    first: date
    weeks: tuple[tuple[Day, ...], ...]
    earlier: Link
    later: Link
    now: Link
    is_cut: bool

    @property
    def is_empty(self) -> bool:
        return not any(day.entries for week in self.weeks for day in week)


def calendar_of(request: HttpRequest, rows: QuerySet[Engagement]) -> Month:
    """The month asked for as `month=2026-11`; anything else is this month."""
    today = timezone.localdate()
    first = _asked(request.GET.get("month", "")) or today.replace(day=1)
    begins = WEEK_BEGINS.get((get_language() or "en")[:2], calendar.MONDAY)
    days = calendar.Calendar(begins).monthdatescalendar(first.year, first.month)
    entries, is_cut = _entries(rows, days[0][0], days[-1][-1])
    by_day: dict[date, list[Entry]] = {}
    for entry in entries:
        by_day.setdefault(entry.on, []).append(entry)
    weeks = tuple(
        tuple(Day(day, day.month == first.month, day == today, tuple(by_day.get(day, ()))) for day in week) for week in days
    )
    before, after = (first - timedelta(days=1)).replace(day=1), (first + timedelta(days=31)).replace(day=1)
    return Month(first, weeks, _link(request, before), _link(request, after), _link(request, today.replace(day=1)), is_cut)


def _asked(written: str) -> date | None:
    try:
        asked = datetime.strptime(written, "%Y-%m").date()
    except ValueError:
        return None
    return asked if 1950 <= asked.year <= 2200 else None


def _link(request: HttpRequest, month: date) -> Link:
    query = request.GET.copy()
    query["month"] = f"{month:%Y-%m}"
    query.pop("page", None)
    return Link(f"{month:%Y-%m}", f"{request.path}?{query.urlencode()}")


def _entries(rows: QuerySet[Engagement], begin: date, end: date) -> tuple[Sequence[Entry], bool]:
    """Everything of the listed engagements within the days, in the order of the day."""
    listed = rows.order_by().values("pk")
    zone = timezone.get_current_timezone()
    hours = (datetime.combine(begin, time.min, zone), datetime.combine(end, time.max, zone))
    named = ("engagement__code", "engagement__name_ko", "engagement__name_en")
    contacts = Contact.objects.filter(engagement__in=listed, starts_at__range=hours).exclude(state=ContactState.CALLED_OFF)
    promises = Promise.objects.filter(engagement__in=listed, due_on__range=(begin, end), kept_on=None, closed_reason="")
    tasks = Task.objects.filter(engagement__in=listed, due_on__range=(begin, end), done_on=None, dropped_reason="")
    spells = StageSpell.objects.filter(engagement__in=listed, entered_on__range=(begin, end)).exclude(
        outcome=SpellOutcome.LEFT_OUT
    )
    groups: list[tuple[str, list[dict[str, Any]]]] = [
        ("contact", list(contacts.order_by("starts_at").values("title", "starts_at", *named)[:MOST])),
        ("promise", list(promises.order_by("due_on").values("text", "due_on", *named)[:MOST])),
        ("task", list(tasks.order_by("due_on").values("text", "due_on", *named)[:MOST])),
        ("stage", list(spells.order_by("entered_on").values("stage", "entered_on", *named)[:MOST])),
    ]
    entries = [entry for kind, found in groups for entry in _as_entries(kind, found)]
    ordered = sorted(entries, key=lambda entry: (entry.on, entry.at.timestamp() if entry.at else 0.0, entry.kind, entry.title))
    return ordered, any(len(found) == MOST for _kind, found in groups)


def _as_entries(kind: str, found: Iterable[Mapping[str, Any]]) -> Iterable[Entry]:
    korean = is_korean()
    for row in found:
        at = timezone.localtime(row["starts_at"]) if kind == "contact" else None
        on = at.date() if at else row.get("due_on") or row["entered_on"]
        title = label(Stage, row["stage"]) if kind == "stage" else str(row.get("title") or row["text"])[:120]
        name = row["engagement__name_ko"] if korean else row["engagement__name_en"]
        yield Entry(on, kind, title, name, row["engagement__code"], at)
