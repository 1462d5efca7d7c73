"""What moves an engagement: into a stage when its gate is open, or to its end."""

from datetime import date

import pghistory
from django.db import transaction

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.roles import Permission
from seoulution.apps.engagements.models import Engagement, StageSpell
from seoulution.apps.engagements.queries import facts_of
from seoulution.apps.engagements.services.rights import NotAllowed, may_work, open_engagement, reasoned, required
from seoulution.engine.engagements.codes import SpellOutcome
from seoulution.engine.engagements.stages import findings_before
from seoulution.engine.findings import blocking
from seoulution.engine.vocabulary import Ending, Stage, Standing


class GateClosed(NotAllowed):
    """The gate before the stage is not open. Nothing was written."""


@transaction.atomic
def advance(engagement: Engagement, *, to: Stage, reason: str, seen_revision: int, by: User, today: date) -> Engagement:
    """Enters the stage `to`, which then runs. Refused with every finding while the gate before it is closed.

    raises PermissionDenied, ReasonMissing, StaleEdit, AlreadyOver, GateClosed : nothing was written
    """
    required(by, Permission.DECIDE_GATES)
    may_work(by, engagement)
    said = reasoned(reason)
    row = open_engagement(engagement, seen_revision)
    findings = findings_before(to, facts_of(row, today=today))
    if blocking(findings) or to == row.stage:
        raise GateClosed(findings)
    with pghistory.context(reason=said, by=by.username):
        row.spells.filter(stage=row.stage, outcome=SpellOutcome.RUNNING).update(
            outcome=SpellOutcome.DONE, left_on=today, leaving_reason=said
        )
        StageSpell.objects.create(engagement=row, stage=to, entered_on=today, reason=said, entered_by=by)
        row.stage = to.value
        row.standing = Standing.RUNNING.value
        row.revision += 1
        row.save(update_fields=["stage", "standing", "revision"])
    return row


@transaction.atomic
def end(engagement: Engagement, *, ending: Ending, reason: str, seen_revision: int, by: User, today: date) -> Engagement:
    """Closes an engagement with its reason; it stays visible."""
    required(by, Permission.DECIDE_GATES)
    may_work(by, engagement)
    said = reasoned(reason)
    row = open_engagement(engagement, seen_revision)
    with pghistory.context(reason=said, by=by.username):
        row.ending = ending.value
        row.ending_reason = said
        row.ended_on = today
        row.revision += 1
        row.save(update_fields=["ending", "ending_reason", "ended_on", "revision"])
        outcome = SpellOutcome.DONE if ending is Ending.COMPLETED else SpellOutcome.BROKEN_OFF
        row.spells.filter(outcome=SpellOutcome.RUNNING).update(outcome=outcome, left_on=today, leaving_reason=said)
    return row
