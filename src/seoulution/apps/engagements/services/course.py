"""What moves a file along its course beside `moves.advance`: stages side by side, finished, left out, broken off, and corrected."""

from datetime import date

import pghistory
from django.db import transaction

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.roles import Permission
from seoulution.apps.engagements.models import Engagement, StageSpell
from seoulution.apps.engagements.queries import gate_findings
from seoulution.apps.engagements.services.moves import GateClosed
from seoulution.apps.engagements.services.rights import NotAllowed, may_work, open_engagement, reasoned, required
from seoulution.apps.engagements.services.spells import (
    beside_findings,
    enter,
    leave,
    running,
    stand_where_it_runs,
    with_present_spell,
)
from seoulution.engine.engagements.codes import SpellOutcome
from seoulution.engine.engagements.course import PLACE
from seoulution.engine.engagements.programme import version_on
from seoulution.engine.findings import Finding, blocking
from seoulution.engine.vocabulary import Stage, Standing


@transaction.atomic
def begin(engagement: Engagement, *, stage: Stage, reason: str, seen_revision: int, by: User, today: date) -> Engagement:
    """Enters a stage while the others go on, for the first time or again. Refused with every finding while its gate is closed.

    raises PermissionDenied, NotOwnFile, ReasonMissing, StaleEdit, AlreadyOver, GateClosed : nothing was written
    """
    row, said = _opened(engagement, reason, seen_revision, by)
    with pghistory.context(reason=said, by=by.username):
        with_present_spell(row)
        findings = (*gate_findings(row, stage, today=today), *beside_findings(row, stage, today=today))
        if blocking(findings):
            raise GateClosed(findings)
        enter(row, stage, reason=said, by=by, today=today)
        if running(row, Stage(row.stage)) is None or PLACE[stage] > PLACE[Stage(row.stage)]:
            row.stage = stage.value
        row.standing = Standing.RUNNING.value
        stand_where_it_runs(row)
    return row


@transaction.atomic
def finish(engagement: Engagement, *, stage: Stage, reason: str, seen_revision: int, by: User, today: date) -> Engagement:
    """The stage is done.

    raises PermissionDenied, NotOwnFile, ReasonMissing, StaleEdit, AlreadyOver, NotAllowed : nothing was written
    """
    row, said = _opened(engagement, reason, seen_revision, by)
    return _over(row, stage, SpellOutcome.DONE, Standing.DONE, said, by, today)


@transaction.atomic
def break_off(engagement: Engagement, *, stage: Stage, reason: str, seen_revision: int, by: User, today: date) -> Engagement:
    """The stage is given up; it may be entered again through its gate.

    raises PermissionDenied, NotOwnFile, ReasonMissing, StaleEdit, AlreadyOver, NotAllowed : nothing was written
    """
    row, said = _opened(engagement, reason, seen_revision, by)
    return _over(row, stage, SpellOutcome.BROKEN_OFF, Standing.UNDER_REVIEW, said, by, today)


def _over(
    row: Engagement, stage: Stage, outcome: SpellOutcome, otherwise: Standing, said: str, by: User, today: date
) -> Engagement:
    with pghistory.context(reason=said, by=by.username):
        with_present_spell(row)
        spell = running(row, stage)
        if spell is None:
            raise NotAllowed([Finding("stage.not-running", subject=stage.value)])
        leave(spell, outcome, reason=said, today=today)
        stand_where_it_runs(row, otherwise=otherwise)
    return row


@transaction.atomic
def leave_out(engagement: Engagement, *, stage: Stage, reason: str, seen_revision: int, by: User, today: date) -> Engagement:
    """The stage is left out of the course, where the table lets it be, and the reason is kept.

    raises PermissionDenied, NotOwnFile, ReasonMissing, StaleEdit, AlreadyOver, NotAllowed : nothing was written
    """
    row, said = _opened(engagement, reason, seen_revision, by)
    with pghistory.context(reason=said, by=by.username):
        with_present_spell(row)
        findings = leaving_out_findings(row, stage, today=today)
        if findings:
            raise NotAllowed(findings)
        StageSpell.objects.create(
            engagement=row,
            stage=stage.value,
            outcome=SpellOutcome.LEFT_OUT,
            entered_on=today,
            left_on=today,
            reason=said,
            entered_by=by,
        )
        stand_where_it_runs(row)
    return row


def leaving_out_findings(row: Engagement, stage: Stage, *, today: date) -> tuple[Finding, ...]:
    """Why the stage cannot be left out: the table, or what is on record of it."""
    found = []
    if not version_on(today).stages[stage].may_skip:
        found.append(Finding("stage.may-not-be-skipped", subject=stage.value))
    outcomes = set(row.spells.filter(stage=stage.value).values_list("outcome", flat=True))
    if SpellOutcome.RUNNING in outcomes:
        found.append(Finding("stage.runs-already", subject=stage.value))
    if SpellOutcome.DONE in outcomes:
        found.append(Finding("stage.done-already", subject=stage.value))
    if SpellOutcome.LEFT_OUT in outcomes:
        found.append(Finding("stage.left-out-already", subject=stage.value))
    return tuple(found)


def _opened(engagement: Engagement, reason: str, seen_revision: int, by: User) -> tuple[Engagement, str]:
    required(by, Permission.DECIDE_GATES)
    may_work(by, engagement)
    said = reasoned(reason)
    return open_engagement(engagement, seen_revision), said
