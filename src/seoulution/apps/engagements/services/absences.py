"""What changes who signs while somebody is away (대결)."""

from datetime import date

import pghistory
from django.db import transaction
from django.utils import timezone

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.roles import Permission
from seoulution.apps.engagements.models import Absence
from seoulution.apps.engagements.services.rights import NotAllowed, reasoned, required
from seoulution.apps.engagements.services.signing_news import tell_waiting
from seoulution.apps.engagements.signing import waiting_signatures
from seoulution.engine.findings import Finding


@transaction.atomic
def record_absence(user: User, *, stand_in: User, from_on: date, until_on: date, reason: str, by: User, today: date) -> Absence:
    """Who signs for a person on which days. Everybody says it of themselves; a manager says it of others.

    raises PermissionDenied, ReasonMissing, NotAllowed : nothing was written
    """
    required(by, Permission.SIGN_PAPERS if by == user else Permission.MANAGE_PEOPLE)
    said = reasoned(reason)[:300]
    User.objects.select_for_update(no_key=True).get(pk=user.pk)  # two stand-ins for one day
    findings = [*_findings(user, stand_in, from_on, until_on, today)]
    if findings:
        raise NotAllowed(findings)
    with pghistory.context(reason=said, by=by.username):
        row = Absence.objects.create(
            user=user, stand_in=stand_in, from_on=from_on, until_on=until_on, reason=said, recorded_by=by
        )
    for signature in waiting_signatures(user, today).filter(signatory=user).select_related("case"):
        tell_waiting(signature, today)
    return row


@transaction.atomic
def end_absence(absence: Absence, *, reason: str, by: User) -> Absence:
    """The person is back, or does not go: from now on nobody signs for them.

    raises PermissionDenied, ReasonMissing, NotAllowed
    """
    required(by, Permission.SIGN_PAPERS if by == absence.user else Permission.MANAGE_PEOPLE)
    said = reasoned(reason)
    row = Absence.objects.select_for_update().get(pk=absence.pk)
    if row.ended_at:
        raise NotAllowed([Finding("approval.absence-over")])
    with pghistory.context(reason=said, by=by.username):
        row.ended_at = timezone.now()
        row.save(update_fields=["ended_at"])
    return row


def _findings(user: User, stand_in: User, from_on: date, until_on: date, today: date) -> list[Finding]:
    found = []
    if until_on < from_on:
        found.append(Finding("approval.absence-backwards"))
    elif until_on < today:
        found.append(Finding("approval.absence-over"))
    if stand_in == user:
        found.append(Finding("approval.stand-in-is-self"))
    elif not stand_in.may(Permission.SIGN_PAPERS):
        found.append(Finding("approval.stand-in-may-not-sign"))
    overlapping = Absence.objects.filter(user=user, ended_at=None, from_on__lte=until_on, until_on__gte=from_on)
    if overlapping.exists():
        found.append(Finding("approval.absence-twice"))
    return found
