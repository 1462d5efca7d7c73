"""Engagements as of a day: the database and the engine agree on which had begun."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from tests.apps.engagements.services.files import TODAY, opened, told

from seoulution.apps.engagements.models import Engagement, StageSpell
from seoulution.apps.engagements.past import begun_by, standings_of, without_known_beginning
from seoulution.apps.engagements.services.moves import end
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
