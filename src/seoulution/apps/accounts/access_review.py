"""What somebody looks for once a month in the record of who read what: much at once, at odd hours, and everything taken away."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from django.db.models import Count, Q, QuerySet
from django.db.models.functions import ExtractHour, ExtractIsoWeekDay, TruncDate
from django.utils import timezone

from seoulution.apps.accounts.models import AccessRecord

MANY_IN_A_DAY: Final = 50
"""Records of different people read by one account in a day."""
DAY_BEGINS: Final = 7
DAY_ENDS: Final = 21
"""Hours of Seoul; outside them, and on Saturdays and Sundays, a reading is at an odd hour."""


@dataclass(frozen=True, slots=True)
class Much:
    """One account read much in one day."""

    username: str
    day: date
    count: int


@dataclass(frozen=True, slots=True)
class Review:
    """One month."""

    begins: date
    readings: int
    people: int
    much: list[Much]
    odd: QuerySet[AccessRecord]
    taken: QuerySet[AccessRecord]


def review_of(month: date) -> Review:
    """The month that holds the day, by Seoul's clock."""
    begins = month.replace(day=1)
    ends = (begins + timedelta(days=32)).replace(day=1)
    rows = AccessRecord.objects.filter(at__gte=_midnight(begins), at__lt=_midnight(ends))
    counted = rows.aggregate(readings=Count("id"), people=Count("username", distinct=True))
    much = (
        rows.annotate(day=TruncDate("at"))
        .values("username", "day")
        .annotate(count=Count("about_code", distinct=True))
        .filter(count__gte=MANY_IN_A_DAY)
        .order_by("-count", "username")
    )
    clocked = rows.annotate(hour=ExtractHour("at"), weekday=ExtractIsoWeekDay("at"))
    odd = clocked.filter(Q(hour__lt=DAY_BEGINS) | Q(hour__gte=DAY_ENDS) | Q(weekday__gte=6))
    return Review(
        begins,
        counted["readings"],
        counted["people"],
        [Much(row["username"], row["day"], row["count"]) for row in much],
        odd,
        rows.exclude(action="view"),
    )


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
