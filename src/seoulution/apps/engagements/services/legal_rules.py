"""What changes the law on record: a draft, and another person's approval. Nothing is overwritten where an answer changes."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

import pghistory
from django.db import transaction
from django.utils import timezone
from django.utils.text import Truncator

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.roles import Permission
from seoulution.apps.correspondence.services.notices import tell
from seoulution.apps.engagements.addresses import legal_draft
from seoulution.apps.engagements.legal_drafts import (
    draft_findings,
    ended,
    is_successor,
    rules_of,
    shaped,
    successor_code,
)
from seoulution.apps.engagements.models import LegalRule, LegalRuleDraft
from seoulution.apps.engagements.services.rechecks import recheck_open_engagements
from seoulution.apps.engagements.services.rights import NotAllowed, reasoned, required
from seoulution.engine.findings import Finding
from seoulution.formats.cleaning import clean_text
from seoulution.reference.schema import programme

SAID: Final = 160
"""So much of a rule and of a reason stands in a notice; the whole is on the page of the draft."""


@transaction.atomic
def draft(data: Mapping[str, Any], *, rule: LegalRule | None, reason: str, by: User, today: date) -> LegalRuleDraft:
    """Proposes a rule, or a change of one. It is in force only once somebody else has approved it.

    data : the record in the rule's shape; for a change that begins on a day of its own the code is made here
    raises PermissionDenied, ReasonMissing, NotAllowed : nothing was written
    """
    required(by, Permission.EDIT_LEGAL_RULES)
    said = reasoned(reason)
    record, problems = shaped({**_cleaned(data), **({"code": rule.code} if rule is not None else {})})
    if record is None:
        raise NotAllowed(problems)
    if rule is not None and is_successor(record, rule) and record.valid_from is not None:
        record = record.model_copy(update={"code": successor_code(rule, record.valid_from)})
    findings = draft_findings(record, rule, today)
    waiting = LegalRuleDraft.objects.filter(state="open")
    if waiting.filter(code=record.code).exists() or (rule is not None and waiting.filter(rule=rule).exists()):
        findings = (Finding("rule.draft-waits", subject=rule.code if rule else record.code), *findings)
    if findings:
        raise NotAllowed(findings)
    with pghistory.context(reason=said, by=by.username):
        return LegalRuleDraft.objects.create(
            rule=rule,
            code=record.code,
            data={"after": record.model_dump(mode="json"), "before": rule.record.model_dump(mode="json") if rule else None},
            reason=said,
            drafted_by=by,
        )


@transaction.atomic
def approve(row: LegalRuleDraft, *, reason: str, by: User, today: date) -> LegalRuleDraft:
    """Puts another person's draft in force, judges every open engagement again, and tells the drafter and those whose answer changed.

    raises PermissionDenied, ReasonMissing, NotAllowed : nothing was written
    """
    current, said = _decidable(row, reason, by)
    rule = LegalRule.objects.select_for_update().get(pk=current.rule_id) if current.rule_id else None
    record = current.after
    findings = draft_findings(record, rule, today)
    if rule is not None and rule.record != current.before:
        findings = (Finding("rule.changed-meanwhile", subject=rule.code), *findings)
    if findings:
        raise NotAllowed(findings)
    change = rules_of(current)
    with pghistory.context(reason=said, by=by.username):
        if rule is not None and is_successor(record, rule) and record.valid_from is not None:
            _write(rule, ended(rule.record, record.valid_from))
            _add(record, after=rule)
        elif rule is not None:
            _write(rule, record)
        else:
            _add(record, after=None)
        _decide(current, "approved", said, by)
    recheck_open_engagements(change.before, change.after, today)
    _tell_drafter(current)
    return current


@transaction.atomic
def decline(row: LegalRuleDraft, *, reason: str, by: User) -> LegalRuleDraft:
    """Another person says no, and why. The draft stays to be read, and its drafter is told."""
    current, said = _decidable(row, reason, by)
    with pghistory.context(reason=said, by=by.username):
        _decide(current, "declined", said, by)
    _tell_drafter(current)
    return current


@transaction.atomic
def withdraw(row: LegalRuleDraft, *, reason: str, by: User) -> LegalRuleDraft:
    """Whoever drafted it takes it back."""
    required(by, Permission.EDIT_LEGAL_RULES)
    said = reasoned(reason)
    current = LegalRuleDraft.objects.select_for_update(of=("self",)).get(pk=row.pk)
    findings = _over(current)
    if current.drafted_by_id != by.pk:
        findings.append(Finding("rule.not-own-draft", subject=current.code))
    if findings:
        raise NotAllowed(findings)
    with pghistory.context(reason=said, by=by.username):
        return _decide(current, "withdrawn", said, by)


def own_eyes(row: LegalRuleDraft, by: User) -> Finding | None:
    """Four eyes: nobody decides about a draft of their own. The same finding explains the button."""
    return Finding("rule.own-draft", subject=row.code) if row.drafted_by_id == by.pk else None


def _decidable(row: LegalRuleDraft, reason: str, by: User) -> tuple[LegalRuleDraft, str]:
    required(by, Permission.EDIT_LEGAL_RULES)
    said = reasoned(reason)
    current = LegalRuleDraft.objects.select_for_update(of=("self",)).get(pk=row.pk)
    own = own_eyes(current, by)
    findings = [*_over(current), *([own] if own else [])]
    if findings:
        raise NotAllowed(findings)
    return current, said


def _over(row: LegalRuleDraft) -> list[Finding]:
    return [] if row.state == "open" else [Finding("rule.draft-over", subject=row.code)]


def _decide(row: LegalRuleDraft, state: str, said: str, by: User) -> LegalRuleDraft:
    row.state, row.decision_reason, row.decided_by, row.decided_at = state, said, by, timezone.now()
    row.save(update_fields=["state", "decision_reason", "decided_by", "decided_at"])
    return row


def _tell_drafter(row: LegalRuleDraft) -> None:
    if row.drafted_by is None:
        return
    basis, kind = row.after.basis, f"legal-draft-{row.state}"
    tell(
        row.drafted_by,
        kind=kind,
        key=f"{kind}:{row.pk}",
        about="legal-rule",
        about_code=row.code,
        path=legal_draft(row.pk),
        why="rule-drafter",
        subject=Truncator(basis.en).chars(SAID),
        subject_ko=Truncator(basis.ko).chars(SAID),
        reason=Truncator(row.decision_reason).chars(SAID),
    )


def _write(rule: LegalRule, record: programme.LegalRule) -> None:
    """The record as it now reads. Its revision rises, for what ships no longer overwrites it and no page keeps the old text."""
    rule.data = record.model_dump(mode="json")
    rule.valid_from, rule.valid_to = record.valid_from, record.valid_to
    rule.name_ko, rule.name_en = record.basis.ko[:300], record.basis.en[:300]
    rule.revision += 1
    rule.save(update_fields=["data", "valid_from", "valid_to", "name_ko", "name_en", "revision"])


def _add(record: programme.LegalRule, *, after: LegalRule | None) -> None:
    """A row that people made: revision 2 from the start, since revision 1 is what ships."""
    last = after or LegalRule.objects.order_by("-position").first()
    LegalRule.objects.create(
        code=record.code,
        name_ko=record.basis.ko[:300],
        name_en=record.basis.en[:300],
        data=record.model_dump(mode="json"),
        shipped_digest="",
        position=last.position if last else 1,
        valid_from=record.valid_from,
        valid_to=record.valid_to,
        revision=2,
    )


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return clean_text(value).strip()
    if isinstance(value, Mapping):
        return {key: _cleaned(held) for key, held in value.items()}
    if isinstance(value, list | tuple):
        return [_cleaned(held) for held in value]
    return value
