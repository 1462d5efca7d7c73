"""What the database recorded, as a timeline."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db.models import Q

from seoulution.apps.engagements.models import Engagement
from seoulution.apps.engagements.services import moves
from seoulution.engine.vocabulary import Stage
from seoulution.web.office.history import events_of

pytestmark = pytest.mark.django_db


def test_changes_are_told_in_words_newest_first_with_who_and_why(person: Callable[..., Any]) -> None:
    row = Engagement.objects.get(code="metro-manila-transport-advice")
    moves.advance(
        row, to=Stage.OPPORTUNITY, reason="<b>again</b>", seen_revision=1, by=person("manager"), today=date(2026, 11, 22)
    )
    events = events_of("engagements.EngagementEvent", Q(pgh_obj=row), ("stage", "standing"), "Advice")
    assert events[0].title == "Advice: changed"
    assert events[0].by == "manager"
    assert "<b>again</b>" in events[0].body
    assert "Stage: Policy consulting → Finding the opportunity" in events[0].body
    assert "Standing: Under review → Running" in events[0].body
    assert events[-1].title == "Advice: put on record"


def test_each_record_is_compared_with_itself_only(person: Callable[..., Any]) -> None:
    rows = list(Engagement.objects.all()[:3])
    events = events_of("engagements.EngagementEvent", Q(pgh_obj__in=rows), ("stage",), {row.pk: row.code for row in rows})
    assert {event.title for event in events} == {f"{row.code}: put on record" for row in rows}
    assert all("→" not in event.body for event in events)


def test_a_change_that_says_nothing_to_a_reader_is_left_out(person: Callable[..., Any]) -> None:
    user = person("officer")
    user.set_password("another one")
    user.save()
    events = events_of("accounts.UserEvent", Q(pgh_obj=user), ("role",), "Kim")
    assert [event.title for event in events] == ["Kim: put on record"]
