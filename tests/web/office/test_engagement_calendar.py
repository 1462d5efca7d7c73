"""The calendar: whole weeks, entries on their own day in the office's time zone, weeks that begin as readers expect."""

from datetime import UTC, date, datetime

import pytest
from django.test import RequestFactory
from django.utils import translation

from seoulution.apps.engagements.models import Contact, Engagement, Promise, Task
from seoulution.web.office.engagement_calendar import SHOWN, Month, calendar_of

pytestmark = pytest.mark.django_db


def month(query: str = "month=2026-12") -> Month:
    return calendar_of(RequestFactory().get(f"/office/engagements/?{query}"), Engagement.objects.filter(withdrawn_on=None))


def test_a_month_is_whole_weeks_from_monday_or_in_korea_from_sunday() -> None:
    assert month().weeks[0][0].on == date(2026, 11, 30)
    with translation.override("ko"):
        assert month().weeks[0][0].on == date(2026, 11, 29)


def test_what_is_due_stands_on_its_day_and_what_is_over_does_not() -> None:
    row = Engagement.objects.all()[0]
    late = datetime(2026, 12, 3, 16, tzinfo=UTC)  # one in the morning of the fourth in Seoul
    Contact.objects.create(engagement=row, kind="call", title="a call", starts_at=late)
    Contact.objects.create(engagement=row, kind="call", title="called off", state="called_off", starts_at=late)
    Promise.objects.create(engagement=row, text="a list", promised_by="a", promised_to="b", due_on=date(2026, 12, 4))
    Task.objects.create(engagement=row, text="done", due_on=date(2026, 12, 4), done_on=date(2026, 12, 1))
    days = {day.on: [entry.title for entry in day.entries] for week in month().weeks for day in week}
    assert days[date(2026, 12, 4)] == ["a list", "a call"] and not month().is_empty
    assert month("month=2031-01").is_empty


def test_months_lead_to_each_other_and_nonsense_to_this_one() -> None:
    assert (month().earlier.label, month().later.label) == ("2026-11", "2027-01")
    assert month("month=9999-99").first.day == 1


def test_a_full_day_shows_its_first_and_leads_to_the_rest() -> None:
    row = Engagement.objects.all()[0]
    for number in range(SHOWN + 3):
        Task.objects.create(engagement=row, text=f"task {number}", due_on=date(2026, 12, 4))
    (full,) = [day for week in month().weeks for day in week if day.entries]
    assert len(full.entries) == SHOWN and full.more and full.more.label == "3" and "day=2026-12-04" in full.more.href
    chosen = month("month=2026-12&day=2026-12-04").chosen
    assert chosen and len(chosen.entries) == SHOWN + 3 and chosen.more is None
    assert month("day=2026-12-04").first == date(2026, 12, 1)
    assert month("day=nonsense").chosen is None
