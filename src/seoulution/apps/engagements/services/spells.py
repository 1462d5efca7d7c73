"""The spells of a file as the acts of its course find them: the running ones, and the one that the documents tell without a record."""

from datetime import date
from typing import Final

from seoulution.apps.accounts.models import User
from seoulution.apps.engagements.models import Engagement, StageSpell
from seoulution.apps.engagements.services.aftercare_checks import move_checks, plan_checks
from seoulution.engine.engagements.codes import SpellOutcome
from seoulution.engine.engagements.course import NOT_BEGUN, PLACE
from seoulution.engine.engagements.programme import version_on
from seoulution.engine.findings import Finding
from seoulution.engine.provenance import AS_OF_PROGRAMME
from seoulution.engine.vocabulary import Stage, Standing

FROM_DOCUMENTS: Final = "told by the documents"
"""Reason of the spell that stands for what the documents tell: it was in that stage on their day; since when, they do not say."""


def with_present_spell(row: Engagement) -> None:
    """Puts on record the stage in which the documents leave an engagement, so that an act has something to end.

    A stage that they only tell as planned, under review or bid for was not entered: its gate is still ahead.
    """
    if Standing(row.standing) in NOT_BEGUN:
        return
    counting = row.spells.exclude(outcome__in=(SpellOutcome.LEFT_OUT, SpellOutcome.STRUCK))
    if row.is_told and not counting.exists():
        StageSpell.objects.create(engagement=row, stage=row.stage, entered_on=AS_OF_PROGRAMME, reason=FROM_DOCUMENTS)


def is_of_documents(spell: StageSpell) -> bool:
    """Whether the spell stands for what the documents tell."""
    return spell.reason == FROM_DOCUMENTS and spell.entered_by_id is None


def running(row: Engagement, stage: Stage) -> StageSpell | None:
    """The spell that runs in the stage."""
    return row.spells.filter(stage=stage.value, outcome=SpellOutcome.RUNNING).first()


def beside_findings(row: Engagement, stage: Stage, *, today: date, instead_of: Stage | None = None) -> tuple[Finding, ...]:
    """Why the stage cannot run beside those that run now: it runs already, or the table does not let the two go together.

    instead_of : the running stage that the new one takes over from
    """
    stages = version_on(today).stages
    found = []
    for code in row.spells.filter(outcome=SpellOutcome.RUNNING).values_list("stage", flat=True):
        other = Stage(code)
        earlier, later = sorted((stage, other), key=PLACE.__getitem__)
        if other is stage:
            found.append(Finding("stage.runs-already", subject=stage.value))
        elif other is not instead_of and earlier not in stages[later].beside:
            found.append(Finding("stage.not-beside", subject=stage.value, parameters={"stages": other.value}))
    return tuple(found)


def enter(row: Engagement, stage: Stage, *, reason: str, by: User, today: date) -> StageSpell:
    """A spell that runs from today. Where operation begins, the looks of the years to come are planned; those of a struck beginning move."""
    if stage is Stage.OPERATION:
        for mistaken in row.spells.filter(stage=stage.value, outcome=SpellOutcome.STRUCK):
            move_checks(row, planned_from=mistaken.entered_on, operates_from=today)
        plan_checks(row, operates_from=today)
    return StageSpell.objects.create(engagement=row, stage=stage.value, entered_on=today, reason=reason, entered_by=by)


def leave(spell: StageSpell, outcome: SpellOutcome, *, reason: str, today: date) -> None:
    """The spell is over today."""
    spell.outcome, spell.left_on, spell.leaving_reason = outcome.value, max(today, spell.entered_on), reason
    spell.save(update_fields=["outcome", "left_on", "leaving_reason"])


def stand_where_it_runs(row: Engagement, *, otherwise: Standing | None = None) -> None:
    """Where the present stage no longer runs, the furthest that does is the present one; where none does, `otherwise` is the standing."""
    stages = [Stage(code) for code in row.spells.filter(outcome=SpellOutcome.RUNNING).values_list("stage", flat=True)]
    if stages and Stage(row.stage) not in stages:
        row.stage = max(stages, key=PLACE.__getitem__).value
    elif not stages and otherwise is not None:
        row.standing = otherwise.value
    row.revision += 1
    row.save(update_fields=["stage", "standing", "revision"])
