"""The stages of an engagement as a track: the spells on record, side by side, and where nothing is recorded, what that means."""

from collections.abc import Sequence
from typing import Final

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from seoulution.apps.engagements.models import Engagement, StageSpell
from seoulution.apps.engagements.services.spells import is_of_documents
from seoulution.apps.publishing.labels import label
from seoulution.engine.engagements.codes import SpellOutcome
from seoulution.engine.engagements.course import PLACE, stages_of_plan
from seoulution.engine.engagements.facts import EngagementFacts
from seoulution.engine.vocabulary import Ending, Stage
from seoulution.web.shared.component_values import StageStep, StepState

STATES: Final = {
    SpellOutcome.RUNNING: StepState.CURRENT,
    SpellOutcome.DONE: StepState.DONE,
    SpellOutcome.LEFT_OUT: StepState.SKIPPED,
    SpellOutcome.BROKEN_OFF: StepState.BLOCKED,
}


def track(row: Engagement, facts: EngagementFacts, spells: Sequence[StageSpell]) -> list[StageStep]:
    """All stages. A recorded one shows its latest spell; an unrecorded one is taken as the documents and the course have it."""
    latest: dict[str, StageSpell] = {}
    for spell in spells:
        if spell.outcome in STATES and not (spell.outcome == SpellOutcome.LEFT_OUT and spell.stage in latest):
            latest[spell.stage] = spell
    course = set(stages_of_plan(facts))
    return [
        _recorded(latest[stage.value]) if stage.value in latest else _unrecorded(row, stage, stage in course) for stage in Stage
    ]


def _recorded(spell: StageSpell) -> StageStep:
    return StageStep(label(Stage, spell.stage), STATES[SpellOutcome(spell.outcome)], days(spell))


def days(spell: StageSpell) -> str:
    """From when until when, as far as that is known."""
    first = date_format(spell.entered_on, "SHORT_DATE_FORMAT")
    if is_of_documents(spell):
        first = _("before %(day)s") % {"day": first}
    if spell.outcome == SpellOutcome.LEFT_OUT:
        return f"{label(SpellOutcome, spell.outcome)}: {spell.reason}"
    if spell.left_on is None:
        return _("since %(day)s") % {"day": first} if not is_of_documents(spell) else first
    over = f"{first} – {date_format(spell.left_on, 'SHORT_DATE_FORMAT')}"
    return over if spell.outcome == SpellOutcome.DONE else f"{over}, {label(SpellOutcome, spell.outcome)}"


def _unrecorded(row: Engagement, stage: Stage, in_course: bool) -> StageStep:
    name, present = label(Stage, stage), Stage(row.stage)
    if stage is present:
        ended = label(Ending, row.ending) if row.ending else ""
        return StageStep(name, StepState.BLOCKED if row.ending else StepState.CURRENT, ended)
    if PLACE[stage] < PLACE[present]:
        return StageStep(name, StepState.DONE, _("taken as passed")) if row.is_told else StageStep(name, StepState.SKIPPED)
    if in_course and not row.ending:
        return StageStep(name, StepState.AHEAD)
    return StageStep(name, StepState.SKIPPED, _("not in this course") if not row.ending else _("not reached"))
