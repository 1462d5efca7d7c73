"""What moves an engagement: into the next stage when its gate is open, to its end, and back from there."""

from datetime import date

import pghistory
from django.db import transaction

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.roles import Permission
from seoulution.apps.engagements.models import Engagement
from seoulution.apps.engagements.queries import gate_findings
from seoulution.apps.engagements.services.rights import NotAllowed, current, may_work, open_engagement, reasoned, required
from seoulution.apps.engagements.services.spells import beside_findings, enter, with_present_spell
from seoulution.engine.engagements.codes import SpellOutcome
from seoulution.engine.findings import Finding, blocking
from seoulution.engine.vocabulary import Ending, Stage, Standing


class GateClosed(NotAllowed):
    """The gate before the stage is not open. Nothing was written."""


@transaction.atomic
def advance(engagement: Engagement, *, to: Stage, reason: str, seen_revision: int, by: User, today: date) -> Engagement:
    """Enters the stage `to`, which then runs in place of the present one. Refused with every finding while the gate before it is closed.

    raises PermissionDenied, ReasonMissing, StaleEdit, AlreadyOver, GateClosed : nothing was written
    """
    required(by, Permission.DECIDE_GATES)
    may_work(by, engagement)
    said = reasoned(reason)
    row = open_engagement(engagement, seen_revision)
    with pghistory.context(reason=said, by=by.username):
        with_present_spell(row)
        findings = (*gate_findings(row, to, today=today), *beside_findings(row, to, today=today, instead_of=Stage(row.stage)))
        if blocking(findings):
            raise GateClosed(findings)
        row.spells.filter(stage=row.stage, outcome=SpellOutcome.RUNNING).update(
            outcome=SpellOutcome.DONE, left_on=today, leaving_reason=said
        )
        enter(row, to, reason=said, by=by, today=today)
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
        with_present_spell(row)
        row.ending = ending.value
        row.ending_reason = said
        row.ended_on = today
        row.revision += 1
        row.save(update_fields=["ending", "ending_reason", "ended_on", "revision"])
        outcome = SpellOutcome.DONE if ending is Ending.COMPLETED else SpellOutcome.BROKEN_OFF
        row.spells.filter(outcome=SpellOutcome.RUNNING).update(outcome=outcome, left_on=today, leaving_reason=said)
    return row


@transaction.atomic
def reopen(engagement: Engagement, *, reason: str, seen_revision: int, by: User) -> Engagement:
    """An ended engagement goes on, with the reason. Nothing runs in it until a stage is entered through its gate.

    raises PermissionDenied, NotOwnFile, ReasonMissing, StaleEdit, NotAllowed : nothing was written
    """
    required(by, Permission.DECIDE_GATES)
    may_work(by, engagement)
    said = reasoned(reason)
    row = current(engagement, seen_revision)
    if not row.ending:
        raise NotAllowed([Finding("engagement.goes-on", subject=row.code)])
    with pghistory.context(reason=said, by=by.username):
        row.ending, row.ending_reason, row.ended_on = "", "", None
        row.standing = Standing.UNDER_REVIEW.value
        row.revision += 1
        row.save(update_fields=["ending", "ending_reason", "ended_on", "standing", "revision"])
    return row
