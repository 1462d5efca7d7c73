"""What falls on which day is what each kind's own table says, counted whole and shown in part."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seoulution.apps.engagements.models import Contact, Engagement, Promise, StageSpell, Task
from seoulution.web.office.engagement_days import by_day

pytestmark = pytest.mark.django_db
FIRST = date(2031, 5, 1)
KINDS = st.lists(st.tuples(st.sampled_from(["contact", "promise", "task", "stage"]), st.integers(-1, 5)), max_size=25)


def made(row: Engagement, kind: str, day: date, number: int) -> Any:
    noon = datetime(day.year, day.month, day.day, 3, tzinfo=UTC)
    if kind == "contact":
        return Contact.objects.create(engagement=row, kind="call", title=str(number), starts_at=noon)
    if kind == "promise":
        return Promise.objects.create(engagement=row, text=str(number), promised_by="a", promised_to="b", due_on=day)
    if kind == "task":
        return Task.objects.create(engagement=row, text=str(number), due_on=day)
    return StageSpell.objects.create(engagement=row, stage="training", outcome="done", entered_on=day, left_on=day, reason="a")


def _opened() -> Engagement:
    """A file of its own for each example: an earlier one's things stay on theirs."""
    told = Engagement.objects.filter(code__startswith="metro-manila").order_by("pk")[0]
    told.pk, told.code = None, f"example-{Engagement.objects.count()}"
    told.save()
    return told


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20, deadline=None)
@given(KINDS, st.integers(1, 4))
def test_every_day_is_counted_whole_and_shown_in_part(things: list[tuple[str, int]], most: int) -> None:
    row = _opened()
    expected: dict[date, int] = {}
    for number, (kind, days) in enumerate(things):
        day = FIRST + timedelta(days=days)
        made(row, kind, day, number)
        if 0 <= days <= 4:
            expected[day] = expected.get(day, 0) + 1
    found = by_day(Engagement.objects.filter(pk=row.pk), FIRST, FIRST + timedelta(days=4), most, ())
    assert {day: of.number for day, of in found.items()} == expected
    assert all(len(of.entries) == min(most, of.number) for of in found.values())
    assert by_day(Engagement.objects.exclude(code__startswith="example-"), FIRST, FIRST + timedelta(days=4), most, ()) == {}


@pytest.mark.parametrize("outcome", ["left_out", "struck"])
def test_a_stage_left_out_or_struck_stands_on_no_day(outcome: str) -> None:
    row = _opened()
    StageSpell.objects.create(engagement=row, stage="training", outcome=outcome, entered_on=FIRST, left_on=FIRST, reason="a")
    assert by_day(Engagement.objects.filter(pk=row.pk), FIRST, FIRST, 5, ()) == {}
