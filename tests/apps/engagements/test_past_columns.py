"""The past as columns: the database says of every row what the engine says."""

import random
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.apps import apps
from django.utils import timezone
from tests.apps.engagements.services.files import TODAY, opened

from seoulution.apps.engagements.models import Engagement, StageSpell
from seoulution.apps.engagements.past import begun_by, standings_of
from seoulution.apps.engagements.past_columns import ENDED, NOT_KNOWN, in_stage, with_sign
from seoulution.apps.engagements.services.spells import FROM_DOCUMENTS
from seoulution.engine.engagements.codes import SpellOutcome
from seoulution.engine.engagements.standing import StandingOn
from seoulution.engine.provenance import AS_OF_PROGRAMME
from seoulution.engine.vocabulary import Ending, Stage, Standing

pytestmark = pytest.mark.django_db
DAYS = [date(2005, 1, 1), date(2013, 9, 1), AS_OF_PROGRAMME, date(2014, 6, 1), date(2018, 7, 1), date(2024, 3, 3), TODAY]


def test_the_database_and_the_engine_agree_on_every_row_of_every_day(person: Callable[..., Any]) -> None:
    """Spells, histories and ends are drawn by lot, the same ones each time."""
    lot = random.Random(20140531)
    officer = person("officer")
    for number in range(12):
        opened(officer, name_en=f"Advice {number}")
    rows = list(Engagement.objects.all())
    for row in rows:
        _some_course(row, lot)
    for day in DAYS:
        begun = begun_by(Engagement.objects.all(), day)
        on = standings_of(begun, day, today=TODAY)
        if day < TODAY:
            assert dict(with_sign(begun, day, today=TODAY).values_list("pk", "sign_then")) == {
                key: _sign(each) for key, each in on.items()
            }
        for stage in Stage:
            found = set(in_stage(begun, stage, day, today=TODAY).values_list("pk", flat=True))
            assert found == {key for key, each in on.items() if stage in each.stages}, (day, stage)


def test_todays_sign_is_what_stands_on_record(person: Callable[..., Any]) -> None:
    row = opened(person("officer"))
    signs = dict(with_sign(Engagement.objects.all(), TODAY, today=TODAY).values_list("code", "sign_then"))
    assert signs[row.code] == row.standing
    Engagement.objects.filter(pk=row.pk).update(ending="lost", ending_reason="outbid", ended_on=TODAY)
    assert with_sign(Engagement.objects.filter(pk=row.pk), TODAY, today=TODAY).get().sign_then == ENDED  # type: ignore[attr-defined]


def test_before_the_first_record_no_history_is_looked_up(person: Callable[..., Any]) -> None:
    row = opened(person("officer"))
    event: Any = apps.get_model("engagements.EngagementEvent")
    event.objects.filter(pgh_obj_id=row.pk).update(pgh_created_at=timezone.make_aware(datetime(2018, 7, 1, 12)))
    asked = {
        day: str(with_sign(Engagement.objects.all(), day, today=TODAY).query) for day in (date(2018, 6, 30), date(2018, 7, 1))
    }
    assert "engagementevent" not in asked[date(2018, 6, 30)]
    assert "engagementevent" in asked[date(2018, 7, 1)]


def _sign(on: StandingOn) -> str:
    return ENDED if on.ending else str(on.standing or NOT_KNOWN)


def _some_course(row: Engagement, lot: random.Random) -> None:
    row.spells.all().delete()
    for _ in range(lot.randint(0, 3)):
        entered, outcome = _some_day(lot), lot.choice(list(SpellOutcome))
        if outcome == SpellOutcome.RUNNING and row.spells.filter(outcome="running").exists():
            continue
        left = None if outcome == SpellOutcome.RUNNING else entered + timedelta(days=lot.randint(0, 2000))
        reason = lot.choice([FROM_DOCUMENTS, "they asked"]) if row.is_told else "they asked"
        stage = lot.choice(list(Stage))
        StageSpell.objects.create(engagement=row, stage=stage, outcome=outcome, entered_on=entered, left_on=left, reason=reason)
    event: Any = apps.get_model("engagements.EngagementEvent")
    event.objects.filter(pgh_obj_id=row.pk).delete()
    for _ in range(lot.randint(0, 3)):
        ended_on = _some_day(lot) if lot.random() < 0.5 else None
        _written(row, _some_day(lot), ended_on, lot.choice(list(Standing)))
    if lot.random() < 0.3:
        ending = {"ending": Ending.LOST, "ending_reason": "outbid", "ended_on": _some_day(lot)}
        Engagement.objects.filter(pk=row.pk).update(**ending)
        event.objects.filter(pgh_obj_id=row.pk, pgh_created_at__date__gte=TODAY).delete()


def _some_day(lot: random.Random) -> date:
    return date(2004, 6, 1) + timedelta(days=lot.randint(0, 8000))


def _written(row: Engagement, day: date, ended_on: date | None, standing: Standing) -> None:
    """An event of the row's history on a day of one's choice."""
    event: Any = apps.get_model("engagements.EngagementEvent")
    values = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields if field.name != "words"}
    values |= {"standing": standing, "ending": Ending.LOST if ended_on else "", "ended_on": ended_on}
    at = timezone.make_aware(datetime.combine(day, datetime.min.time().replace(hour=12)))
    kept = event.objects.create(**values, pgh_obj_id=row.pk, pgh_label="update", pgh_created_at=at)
    event.objects.filter(pk=kept.pk).update(pgh_created_at=at)
