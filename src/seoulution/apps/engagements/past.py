"""Engagements as of a day: which had begun, asked in the database, and where each then stood, answered by the engine."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
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
    for kept in StageSpell.objects.filter(engagement__in=keys, entered_on__lte=day).exclude(outcome__in=NEVER_ENTERED):
        of_documents = kept.reason == FROM_DOCUMENTS and kept.entered_by_id is None
        spell = Spell(Stage(kept.stage), SpellOutcome(kept.outcome), kept.entered_on, kept.left_on, of_documents)
        spells.setdefault(kept.engagement_id, []).append(spell)
    written = _written(keys, day) if day < today else {}
    stood = {}
    for row in found:
        as_written = written.get(row.pk)
        if day >= today:
            standings: tuple[tuple[date, Standing], ...] = ((date.min, Standing(row.standing)),)
        else:
            standings = ((as_written.on, as_written.standing),) if as_written else ()
        course = course_of(row, tuple(spells.get(row.pk, ())), standings)
        if as_written is not None and as_written.had_ended(day) and not (row.ended_on and row.ended_on <= day):
            course = replace(course, ending=as_written.ending, ended_on=as_written.ended_on)  # it was opened again since
        stood[row.pk] = standing_on(course, day)
    return stood


@dataclass(frozen=True, slots=True)
class Written:
    """What stood on record of an engagement by the end of a day, put there `on` that day or before."""

    on: date
    standing: Standing
    ending: Ending | None
    ended_on: date | None

    def had_ended(self, day: date) -> bool:
        return self.ending is not None and self.ended_on is not None and self.ended_on <= day


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


def events_by(day: date) -> QuerySet[Any]:
    """The history of all engagements up to the end of the day, the newest of each first."""
    event: Any = apps.get_model("engagements.EngagementEvent")
    ends = timezone.make_aware(datetime.combine(day + timedelta(days=1), time()))
    rows: QuerySet[Any] = event.objects.filter(pgh_created_at__lt=ends)
    return rows.order_by("pgh_obj_id", "-pgh_created_at", "-pgh_id")


def _written(keys: list[int], day: date) -> Mapping[int, Written]:
    """What each row's history has last by the end of the day."""
    latest = events_by(day).filter(pgh_obj_id__in=keys).distinct("pgh_obj_id")
    found = latest.values_list("pgh_obj_id", "pgh_created_at", "standing", "ending", "ended_on")
    return {
        key: Written(timezone.localdate(at), Standing(standing), Ending(ending) if ending else None, ended_on)
        for key, at, standing, ending, ended_on in found
    }
