"""What corrects a spell that was put on record wrongly: its days, or that it happened at all."""

from datetime import date

import pghistory
from django.db import transaction

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.roles import Permission
from seoulution.apps.engagements.models import Engagement, StageSpell
from seoulution.apps.engagements.services.aftercare_checks import move_checks
from seoulution.apps.engagements.services.rights import NotAllowed, current, may_work, reasoned, required
from seoulution.apps.engagements.services.spells import is_of_documents, leave, stand_where_it_runs
from seoulution.engine.engagements.codes import SpellOutcome
from seoulution.engine.findings import Finding
from seoulution.engine.vocabulary import Stage, Standing


@transaction.atomic
def correct_days(
    spell: StageSpell, *, entered_on: date, left_on: date | None, reason: str, seen_revision: int, by: User, today: date
) -> StageSpell:
    """Other days of a spell: it ends after it begins, neither lies ahead, and only one that is over has a last day.

    The looks after one, three and five years move with the day on which the operation began.

    seen_revision : of the engagement
    raises PermissionDenied, NotOwnFile, ReasonMissing, StaleEdit, NotAllowed : nothing was written
    """
    row, said = _opened(spell, reason, seen_revision, by)
    stored = StageSpell.objects.select_for_update().get(pk=spell.pk)
    findings = _day_findings(stored, entered_on, left_on, today)
    if findings:
        raise NotAllowed(findings)
    with pghistory.context(reason=said, by=by.username):
        if stored.stage == Stage.OPERATION and stored.outcome != SpellOutcome.LEFT_OUT:
            move_checks(row, planned_from=stored.entered_on, operates_from=entered_on)
        stored.entered_on, stored.left_on = entered_on, left_on
        stored.save(update_fields=["entered_on", "left_on"])
        stand_where_it_runs(row)
    return stored


def _day_findings(spell: StageSpell, entered_on: date, left_on: date | None, today: date) -> list[Finding]:
    findings = []
    if spell.outcome == SpellOutcome.STRUCK:
        findings.append(Finding("stage.struck-already", subject=spell.stage))
    if (left_on is None) is not (spell.outcome == SpellOutcome.RUNNING):
        findings.append(Finding("stage.last-day-only-when-over", subject=spell.stage))
    if left_on is not None and left_on < entered_on:
        findings.append(Finding("stage.ends-before-it-begins", subject=spell.stage))
    if max(entered_on, left_on or entered_on) > today:
        findings.append(Finding("stage.day-ahead", subject=spell.stage))
    return findings


@transaction.atomic
def strike(spell: StageSpell, *, reason: str, seen_revision: int, by: User, today: date) -> Engagement:
    """The spell was put on record by mistake: it stays to be seen and counts for nothing.

    raises PermissionDenied, NotOwnFile, ReasonMissing, StaleEdit, NotAllowed : nothing was written
    """
    row, said = _opened(spell, reason, seen_revision, by)
    stored = StageSpell.objects.select_for_update().get(pk=spell.pk)
    others = row.spells.exclude(pk=stored.pk).exclude(outcome__in=(SpellOutcome.STRUCK, SpellOutcome.LEFT_OUT))
    findings = []
    if stored.outcome == SpellOutcome.STRUCK:
        findings.append(Finding("stage.struck-already", subject=stored.stage))
    elif is_of_documents(stored):
        findings.append(Finding("stage.told-by-documents", subject=stored.stage))
    elif stored.outcome != SpellOutcome.LEFT_OUT and not others.exists() and not row.is_told:
        findings.append(Finding("stage.only-spell", subject=stored.stage))
    if findings:
        raise NotAllowed(findings)
    with pghistory.context(reason=said, by=by.username):
        leave(stored, SpellOutcome.STRUCK, reason=said, today=today)
        _stand_where_it_stood(row)
    return row


def _stand_where_it_stood(row: Engagement) -> None:
    """The present stage after a strike: what runs; else where the latest spell left it; else where the documents do."""
    counting = row.spells.exclude(outcome__in=(SpellOutcome.STRUCK, SpellOutcome.LEFT_OUT))
    if not counting.filter(stage=row.stage).exists():
        latest = counting.order_by("-entered_on", "-pk").first()
        row.stage = latest.stage if latest is not None else row.record.stage.value
    stand_where_it_runs(
        row, otherwise=Standing.UNDER_REVIEW if counting.exists() and not row.ending else Standing(row.standing)
    )


def _opened(spell: StageSpell, reason: str, seen_revision: int, by: User) -> tuple[Engagement, str]:
    required(by, Permission.DECIDE_GATES)
    may_work(by, spell.engagement)
    said = reasoned(reason)
    return current(spell.engagement, seen_revision), said
