"""What falls on which day for the engagements of a list: meetings and visits, promises and tasks due, stages entered."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import lru_cache
from typing import Any, Final, NamedTuple

from django.db.models import Count, F, Model, QuerySet, Window
from django.db.models.functions import RowNumber, TruncDate
from django.utils import timezone
from django.utils.translation import get_language

from seoulution.apps.engagements.kept_answers import Listed, state_of
from seoulution.apps.engagements.models import Contact, Engagement, Promise, StageSpell, Task
from seoulution.apps.publishing.labels import label
from seoulution.engine.engagements.codes import ContactState, SpellOutcome
from seoulution.engine.vocabulary import Stage
from seoulution.web.shared.tags.records import is_korean

READ: Final = (Contact, Promise, Task, StageSpell)
KINDS: Final[Mapping[str, tuple[str, str]]] = {
    "contact": ("title", "starts_at"),
    "promise": ("text", "due_on"),
    "task": ("text", "due_on"),
    "stage": ("stage", "entered_on"),
}
"""By kind: what stands in the entry, and by what it is placed."""


class Entry(NamedTuple):
    """kind : contact, promise, task or stage; code : of the engagement, which it leads to; at : the hour, of contacts alone"""

    on: date
    kind: str
    title: str
    engagement: str
    code: str
    at: datetime | None


@dataclass(frozen=True, slots=True)
class OfDay:
    """entries : the first of the day, in the order of the day; number : of all there are"""

    entries: tuple[Entry, ...]
    number: int


NOTHING: Final = OfDay((), 0)


def by_day(
    listed: QuerySet[Engagement], begin: date, end: date, most: int, rests_on: Sequence[type[Model]]
) -> Mapping[date, OfDay]:
    """The days from `begin` to `end` that have anything, each with at most `most` entries.

    rests_on : what the list's filter reads besides the engagements
    """
    return _by_day(state_of(*rests_on, *READ), Listed.of(listed), begin, end, most, get_language())


@lru_cache(maxsize=200)
def _by_day(state: Hashable, listed: Listed, begin: date, end: date, most: int, language: str | None) -> Mapping[date, OfDay]:
    """Made once for each state of what it reads: the same month is looked at again and again."""
    entries: dict[date, list[Entry]] = {}
    numbers: dict[date, dict[str, int]] = {}
    for kind, rows in _asked(listed.rows.order_by().values("pk"), begin, end).items():
        for day, said, code, name, of_day, *at in _first(kind, rows, most):
            words = label(Stage, said) if kind == "stage" else said[:120]
            hour = timezone.localtime(at[0]) if at else None
            entries.setdefault(day, []).append(Entry(day, kind, words, name, code, hour))
            numbers.setdefault(day, {})[kind] = of_day
    return {day: OfDay(tuple(sorted(found, key=_order)[:most]), sum(numbers[day].values())) for day, found in entries.items()}


def _order(entry: Entry) -> tuple[float, str, str]:
    return (entry.at.timestamp() if entry.at else 0.0, entry.kind, entry.title)


def _asked(listed: QuerySet[Engagement, Any], begin: date, end: date) -> dict[str, QuerySet[Any, Any]]:
    """What counts, by kind: nothing called off, kept, done, dropped, left out or struck."""
    zone = timezone.get_current_timezone()
    hours = (datetime.combine(begin, time.min, zone), datetime.combine(end, time.max, zone))
    days = (begin, end)
    contacts = Contact.objects.filter(engagement__in=listed, starts_at__range=hours).exclude(state=ContactState.CALLED_OFF)
    spells = StageSpell.objects.filter(engagement__in=listed, entered_on__range=days).exclude(
        outcome__in=(SpellOutcome.LEFT_OUT, SpellOutcome.STRUCK)
    )
    return {
        "contact": contacts.annotate(day=TruncDate("starts_at")),
        "promise": Promise.objects.filter(
            engagement__in=listed, due_on__range=days, kept_on=None, closed_reason=""
        ).annotate(day=F("due_on")),
        "task": Task.objects.filter(
            engagement__in=listed, due_on__range=days, done_on=None, dropped_reason=""
        ).annotate(day=F("due_on")),
        "stage": spells.annotate(day=F("entered_on")),
    }  # fmt: skip


def _first(kind: str, rows: QuerySet[Any, Any], most: int) -> QuerySet[Any, Any]:
    """The first of each day, each with how many of its kind the day has."""
    title, when = KINDS[kind]
    of_day = Window(Count("pk"), partition_by="day")
    rank = Window(RowNumber(), partition_by="day", order_by=(when, "pk"))
    named = "engagement__name_ko" if is_korean() else "engagement__name_en"
    hour = ("starts_at",) if kind == "contact" else ()
    first: QuerySet[Any, Any] = rows.order_by().annotate(of_day=of_day, rank_of_day=rank).filter(rank_of_day__lte=most)
    return first.values_list("day", title, "engagement__code", named, "of_day", *hour)
