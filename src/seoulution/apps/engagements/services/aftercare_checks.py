"""The looks after one, three and five years of operation: planned when operation begins, recorded with what was seen."""

from datetime import date

import pghistory
from django.db import transaction

from seoulution.apps.accounts.models import User
from seoulution.apps.engagements.models import AftercareCheck, Engagement
from seoulution.apps.engagements.services.rights import AlreadyOver, NotAllowed, may_work
from seoulution.engine.engagements.aftercare import checks_due
from seoulution.engine.findings import Finding
from seoulution.formats.cleaning import clean_text


def plan_checks(engagement: Engagement, *, operates_from: date) -> None:
    """Called by whatever begins the operation. Looks that are planned already stay as they are."""
    for years, due_on in checks_due(operates_from):
        AftercareCheck.objects.get_or_create(engagement=engagement, years=years, defaults={"due_on": due_on})


def move_checks(engagement: Engagement, *, planned_from: date, operates_from: date) -> None:
    """Called by whatever corrects the day on which the operation began. What was looked at, and what was planned from another day, stays."""
    due = dict(checks_due(operates_from))
    for years, due_on in checks_due(planned_from):
        waiting = AftercareCheck.objects.filter(engagement=engagement, years=years, due_on=due_on, done_on=None)
        for check in waiting.select_for_update():
            check.due_on = due[years]
            check.save(update_fields=["due_on"])


@transaction.atomic
def plan_from(engagement: Engagement, *, operates_from: date, by: User, today: date) -> None:
    """Plans them for an operation that began before the file knew of it.

    raises PermissionDenied, NotOwnFile, NotAllowed : nothing was written
    """
    may_work(by, engagement)
    findings = [Finding("engagement.day-ahead")] if operates_from > today else []
    if engagement.aftercare_checks.exists():
        findings.append(Finding("aftercare.checks-planned-already"))
    if findings:
        raise NotAllowed(findings)
    with pghistory.context(reason=f"in operation since {operates_from.isoformat()}", by=by.username):
        plan_checks(engagement, operates_from=operates_from)


@transaction.atomic
def record_check(check: AftercareCheck, *, done_on: date, seen: str, is_sound: bool, by: User, today: date) -> AftercareCheck:
    """The look took place: what was seen, and whether it is sound.

    raises PermissionDenied, NotOwnFile, AlreadyOver, NotAllowed : nothing was written
    """
    may_work(by, check.engagement)
    row = AftercareCheck.objects.select_for_update().get(pk=check.pk)
    if row.done_on is not None:
        raise AlreadyOver("the look is on record already")
    said = clean_text(seen).strip()
    findings = [Finding("engagement.day-ahead")] if done_on > today else []
    if not said:
        findings.append(Finding("aftercare.nothing-seen"))
    if findings:
        raise NotAllowed(findings)
    with pghistory.context(reason=f"aftercare: looked after {row.years} years", by=by.username):
        row.done_on, row.seen, row.is_sound, row.recorded_by = done_on, said, is_sound, by
        row.save(update_fields=["done_on", "seen", "is_sound", "recorded_by"])
    return row
