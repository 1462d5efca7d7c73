"""Engagements as of a day: the database and the engine agree on which had begun."""

from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any

import pytest
from django.apps import apps
from django.utils import timezone
from tests.apps.engagements.services.files import TODAY, TOLD, opened, told

from seoulution.apps.engagements.models import Engagement, StageSpell
from seoulution.apps.engagements.past import begun_by, standings_of, without_known_beginning
from seoulution.apps.engagements.services.moves import end, reopen
from seoulution.engine.engagements.codes import SpellOutcome
from seoulution.engine.engagements.standing import Certainty, Presence
from seoulution.engine.provenance import AS_OF_PROGRAMME
from seoulution.engine.vocabulary import Ending, Stage

pytestmark = pytest.mark.django_db
DAYS = [date(2004, 12, 31), date(2005, 1, 1), date(2012, 8, 1), date(2013, 9, 1), date(2014, 5, 30), AS_OF_PROGRAMME, TODAY]


@pytest.mark.parametrize("day", DAYS)
def test_the_database_and_the_engine_agree_on_what_had_begun(person: Callable[..., Any], day: date) -> None:
    row = opened(person("officer"))
    StageSpell.objects.create(
        engagement=told(),
        stage="exchange",
        entered_on=date(2012, 8, 1),
        left_on=date(2013, 1, 1),
        outcome="done",
        reason="a visit",
    )
    StageSpell.objects.create(
        engagement=row,
        stage="training",
        entered_on=date(2010, 1, 1),
        left_on=date(2010, 1, 1),
        outcome="struck",
        reason="wrong",
    )
    rows = Engagement.objects.all()
    on = standings_of(rows, day, today=TODAY)
    assert set(begun_by(rows, day).values_list("pk", flat=True)) == {key for key, each in on.items() if each.is_present}
    unknown = {key for key, each in on.items() if each.presence is Presence.START_NOT_KNOWN}
    assert set(without_known_beginning(rows, day).values_list("pk", flat=True)) == unknown


def test_what_the_documents_tell_is_so_on_their_day_whatever_was_done_since(person: Callable[..., Any]) -> None:
    row = told()
    end(row, ending=Ending.LOST, reason="another firm", seen_revision=row.revision, by=person("manager"), today=TODAY)
    row.refresh_from_db()
    then = standings_of([row], AS_OF_PROGRAMME, today=TODAY)[row.pk]
    assert (then.stages, then.standing, then.certainty) == ((Stage.CONSULTING,), row.told.standing, Certainty.TOLD)
    now = standings_of([row], TODAY, today=TODAY)[row.pk]
    assert (now.presence, now.ending, now.standing) == (Presence.ENDED, Ending.LOST, None)
    assert row.spells.get().outcome == SpellOutcome.BROKEN_OFF


def test_todays_standing_is_the_one_on_record() -> None:
    rows = list(Engagement.objects.all())
    on = standings_of(rows, TODAY, today=TODAY)
    assert all((on[row.pk].stages, on[row.pk].standing) == ((row.stage,), row.standing) for row in rows)


def test_an_end_that_was_taken_back_still_stands_on_the_days_between(person: Callable[..., Any]) -> None:
    manager, row = person("manager"), told()
    ended_on, reopened_on = date(2020, 3, 2), date(2021, 5, 6)
    ended = end(row, ending=Ending.LOST, reason="another firm", seen_revision=row.revision, by=manager, today=ended_on)
    _happened("Engagement", ended_on, ending="lost")
    reopen(ended, reason="they wrote again", seen_revision=ended.revision, by=manager)
    _happened("Engagement", reopened_on, ending="", revision=ended.revision + 1)
    row.refresh_from_db()
    stood = {day: standings_of([row], day, today=TODAY)[row.pk] for day in (date(2020, 3, 1), ended_on, date(2021, 5, 5))}
    assert [(each.presence, each.ending) for each in stood.values()] == [
        (Presence.IN_STAGE, None),
        (Presence.ENDED, Ending.LOST),
        (Presence.ENDED, Ending.LOST),
    ]
    assert stood[ended_on].since == ended_on
    again = standings_of([row], reopened_on, today=TODAY)[row.pk]
    assert (again.presence, again.ending) == (Presence.BETWEEN, None)


def _happened(model: str, day: date, **which: Any) -> None:
    """Dates the events of the history that say so much."""
    event: Any = apps.get_model(f"engagements.{model}Event")
    at = timezone.make_aware(datetime.combine(day, time(12)))
    newest = event.objects.filter(pgh_obj__code=TOLD, **which).latest("pgh_id")
    event.objects.filter(pk=newest.pk).update(pgh_created_at=at)
