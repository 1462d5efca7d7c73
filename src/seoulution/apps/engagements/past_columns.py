"""Where engagements stood on a day, as columns: the database itself narrows and counts lists of any length.

The rule is the engine's (`engine/engagements/standing.py`); a test compares the two for every row. The rows are those that had begun
(`past.begun_by`).
"""

from datetime import date
from typing import Any, Final

from django.db.models import Case, CharField, Exists, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Coalesce
from django.db.models.lookups import Exact

from seoulution.apps.engagements.models import Engagement, StageSpell
from seoulution.apps.engagements.past import NEVER_ENTERED, events_by
from seoulution.apps.engagements.services.spells import FROM_DOCUMENTS
from seoulution.engine.engagements.course import PLACE
from seoulution.engine.provenance import AS_OF_PROGRAMME
from seoulution.engine.vocabulary import Stage, Standing

ENDED: Final = "ended"
NOT_KNOWN: Final = "not_known"
TOLD: Final = ~Q(shipped_digest="")
TOLD_STANDING: Final = KeyTextTransform("standing", "data")


def with_sign(rows: QuerySet[Engagement], day: date, *, today: date) -> QuerySet[Any]:
    """With `sign_then`: the standing on the day, or that it had ended, or that nobody knows."""
    if day >= today:
        return rows.annotate(sign_then=Case(When(~Q(ending=""), Value(ENDED)), default=F("standing"), output_field=CharField()))
    written = _written(day)
    otherwise = Value(NOT_KNOWN)
    whens = [When(_row_ended(day), Value(ENDED))]
    if day == AS_OF_PROGRAMME:
        whens.append(When(TOLD, _unless_ended(written, TOLD_STANDING)))
    whens.append(When(Exists(_spells(day)), Coalesce(written, _standing_of_spells(day))))
    if day > AS_OF_PROGRAMME:
        whens.append(When(TOLD, Coalesce(written, TOLD_STANDING)))
    sign = Case(*whens, default=_unless_ended(written, otherwise), output_field=CharField())
    return rows.annotate(sign_then=sign)


def in_stage(rows: QuerySet[Engagement], stage: Stage, day: date, *, today: date) -> QuerySet[Engagement]:
    """Those in the stage on the day, alone or beside others; where none ran, those whose last one it was."""
    ended = _row_ended(day) if day >= today else _row_ended(day) | Q(Exact(Coalesce(_written(day), Value("")), ENDED))
    has_spell, told = Q(Exists(_spells(day))), TOLD & Q(data__stage=stage.value)
    last = has_spell & Q(Exact(_last_stage(day), stage.value))
    running = _spells(day).filter(_runs_on(day))
    in_spell = Q(Exists(running.filter(stage=stage.value))) | ~Q(Exists(running)) & last
    if day == AS_OF_PROGRAMME:
        going_on = told | ~TOLD & in_spell
    else:
        going_on = in_spell | ~has_spell & told if day > AS_OF_PROGRAMME else in_spell
    return rows.filter(ended & (last | ~has_spell & told) | ~ended & going_on)


def _row_ended(day: date) -> Q:
    return ~Q(ending="") & Q(ended_on__lte=day)


def _written(day: date) -> Any:
    """What stood on record by the end of the day: also an end that was taken back since. Before the first record nothing did."""
    if not events_by(day).exists():
        return Value(None, output_field=CharField())
    sign = Case(When(_row_ended(day), Value(ENDED)), default=F("standing"), output_field=CharField())
    return Subquery(events_by(day).filter(pgh_obj=OuterRef("pk")).annotate(sign=sign).values("sign")[:1])


def _unless_ended(written: Any, otherwise: Any) -> Case:
    return Case(When(Exact(written, ENDED), Value(ENDED)), default=otherwise, output_field=CharField())


def _spells(day: date) -> QuerySet[StageSpell]:
    return StageSpell.objects.filter(engagement=OuterRef("pk"), entered_on__lte=day).exclude(outcome__in=NEVER_ENTERED)


def _runs_on(day: date) -> Q:
    return Q(left_on=None) | Q(left_on__gt=day)


def _standing_of_spells(day: date) -> Case:
    """Where nothing is written of the day: what the documents say while their own stage goes on."""
    running = _spells(day).filter(_runs_on(day))
    of_people = running.exclude(reason=FROM_DOCUMENTS, entered_by=None)
    return Case(
        When(~Exists(running), Value(Standing.UNDER_REVIEW.value)),
        When(TOLD & ~Q(Exists(of_people)), TOLD_STANDING),
        default=Value(Standing.RUNNING.value),
        output_field=CharField(),
    )


def _last_stage(day: date) -> Subquery:
    place = Case(*(When(stage=stage.value, then=Value(number)) for stage, number in PLACE.items()))
    latest = _spells(day).order_by(Coalesce("left_on", Value(date.max)).desc(), place.desc())
    return Subquery(latest.values("stage")[:1])
