"""Engagements as of a day: which had begun, asked in the database, and where each then stood, answered by the engine."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from django.apps import apps
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Collate
from django.utils import timezone

from seoulution.apps.engagements.models import Engagement, StageSpell
from seoulution.apps.engagements.services.spells import FROM_DOCUMENTS
from seoulution.engine.engagements.codes import SpellOutcome
from seoulution.engine.engagements.standing import Course, Partial, Spell, StandingOn, Told, standing_on
from seoulution.engine.provenance import AS_OF_PROGRAMME
from seoulution.engine.vocabulary import Ending, Stage, Standing

NEVER_ENTERED: Final = (SpellOutcome.LEFT_OUT, SpellOutcome.STRUCK)
BEGINS: Final = Collate(KeyTextTransform("started", "data"), "C")
"""The beginning as told, as text: a year or month comes before any of its days."""


def begun_by(rows: QuerySet[Engagement], day: date) -> QuerySet[Engagement]:
    """Those that had begun: by what the documents tell, by the day people opened them, or by a stage on record."""
    rows = rows.annotate(begins=BEGINS)
    told = ~Q(shipped_digest="")
    told_by_then = told if day >= AS_OF_PROGRAMME else told & Q(begins__lte=day.isoformat())
    spell = StageSpell.objects.filter(engagement=OuterRef("pk"), entered_on__lte=day).exclude(outcome__in=NEVER_ENTERED)
    return rows.filter(told_by_then | Q(shipped_digest="", opened_on__lte=day) | Exists(spell))


def without_known_beginning(rows: QuerySet[Engagement], day: date) -> QuerySet[Engagement]:
    """Those of which the documents tell on their day without saying since when: on an earlier day nobody knows."""
    if day >= AS_OF_PROGRAMME:
        return rows.none()
    untold = rows.annotate(begins=BEGINS).exclude(shipped_digest="").filter(begins=None)
    spell = StageSpell.objects.filter(engagement=OuterRef("pk"), entered_on__lte=day).exclude(outcome__in=NEVER_ENTERED)
    return untold.filter(~Exists(spell))


def standings_of(rows: Iterable[Engagement], day: date, *, today: date) -> dict[int, StandingOn]:
    """Where each of the rows stood on the day, by its key. Two queries, one for today."""
    found = list(rows)
    keys = [row.pk for row in found]
    spells: dict[int, list[Spell]] = {}
    for row in StageSpell.objects.filter(engagement__in=keys, entered_on__lte=day).exclude(outcome__in=NEVER_ENTERED):
        of_documents = row.reason == FROM_DOCUMENTS and row.entered_by_id is None
        spell = Spell(Stage(row.stage), SpellOutcome(row.outcome), row.entered_on, row.left_on, of_documents)
        spells.setdefault(row.engagement_id, []).append(spell)
    known = _standings(keys, day) if day < today else {row.pk: ((date.min, Standing(row.standing)),) for row in found}
    return {row.pk: standing_on(course_of(row, tuple(spells.get(row.pk, ())), known.get(row.pk, ())), day) for row in found}


def course_of(row: Engagement, spells: tuple[Spell, ...], standings: tuple[tuple[date, Standing], ...]) -> Course:
    """What is known of an engagement, with days."""
    record = row.told
    return Course(
        begun=Partial.read(record.started) if record and record.started else None,
        told=Told(AS_OF_PROGRAMME, Stage(record.stage), Standing(record.standing)) if record else None,
        opened_on=row.opened_on,
        spells=spells,
        standings=standings,
        ending=Ending(row.ending) if row.ending else None,
        ended_on=row.ended_on,
        withdrawn_on=row.withdrawn_on,
    )


def _standings(keys: list[int], day: date) -> Mapping[int, tuple[tuple[date, Standing], ...]]:
    """The standing that each row's history has last by the end of the day."""
    event: Any = apps.get_model("engagements.EngagementEvent")
    ends = timezone.make_aware(datetime.combine(day + timedelta(days=1), time()))
    latest = event.objects.filter(pgh_obj_id__in=keys, pgh_created_at__lt=ends).order_by(
        "pgh_obj_id", "-pgh_created_at", "-pgh_id"
    )
    return {
        key: ((timezone.localdate(at), Standing(standing)),)
        for key, at, standing in latest.distinct("pgh_obj_id").values_list("pgh_obj_id", "pgh_created_at", "standing")
    }
