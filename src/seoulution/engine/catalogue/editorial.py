"""The editorial life of a solution: states, actions, and who may take which, as one literal table."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from seoulution.engine.findings import Finding


class EditorialState(StrEnum):
    """Where a solution's text stands. The public reads published, under revision and (marked) archived ones."""

    DRAFT = "draft"
    BUREAU_REVIEW = "bureau_review"
    RECEIVER_REVIEW = "receiver_review"
    PUBLISHED = "published"
    UNDER_REVISION = "under_revision"
    ARCHIVED = "archived"


PUBLIC_STATES: Final = frozenset({EditorialState.PUBLISHED, EditorialState.UNDER_REVISION, EditorialState.ARCHIVED})
"""States in which a text may be public; a solution in review is public as far as it was published before."""


class EditorialAction(StrEnum):
    """What moves a text on."""

    SUBMIT = "submit"
    APPROVE = "approve"
    SEND_BACK = "send_back"
    PUBLISH = "publish"
    REVISE = "revise"
    DISCARD = "discard"
    ARCHIVE = "archive"
    RESTORE = "restore"


class EditorialPart(StrEnum):
    """Who acts: whoever writes for the owning bureau, its reviewer, a reader on behalf of receiving cities, the programme."""

    WRITER = "writer"
    BUREAU_REVIEWER = "bureau_reviewer"
    RECEIVER_REVIEWER = "receiver_reviewer"
    PROGRAMME = "programme"


@dataclass(frozen=True, slots=True)
class Transition:
    """From where an action leads where, who takes it, and whether it needs words."""

    leads_to: EditorialState
    by: EditorialPart
    needs_reason: bool = False


_S, _A, _P = EditorialState, EditorialAction, EditorialPart

TRANSITIONS: Final[Mapping[tuple[EditorialState, EditorialAction], Transition]] = {
    (_S.DRAFT, _A.SUBMIT): Transition(_S.BUREAU_REVIEW, _P.WRITER),
    (_S.DRAFT, _A.ARCHIVE): Transition(_S.ARCHIVED, _P.PROGRAMME, needs_reason=True),
    (_S.BUREAU_REVIEW, _A.APPROVE): Transition(_S.RECEIVER_REVIEW, _P.BUREAU_REVIEWER),
    (_S.BUREAU_REVIEW, _A.SEND_BACK): Transition(_S.DRAFT, _P.BUREAU_REVIEWER, needs_reason=True),
    (_S.RECEIVER_REVIEW, _A.APPROVE): Transition(_S.RECEIVER_REVIEW, _P.RECEIVER_REVIEWER),
    (_S.RECEIVER_REVIEW, _A.SEND_BACK): Transition(_S.DRAFT, _P.RECEIVER_REVIEWER, needs_reason=True),
    (_S.RECEIVER_REVIEW, _A.PUBLISH): Transition(_S.PUBLISHED, _P.PROGRAMME),
    (_S.PUBLISHED, _A.REVISE): Transition(_S.UNDER_REVISION, _P.WRITER),
    (_S.PUBLISHED, _A.ARCHIVE): Transition(_S.ARCHIVED, _P.PROGRAMME, needs_reason=True),
    (_S.UNDER_REVISION, _A.SUBMIT): Transition(_S.BUREAU_REVIEW, _P.WRITER),
    (_S.UNDER_REVISION, _A.DISCARD): Transition(_S.PUBLISHED, _P.WRITER, needs_reason=True),
    (_S.ARCHIVED, _A.RESTORE): Transition(_S.PUBLISHED, _P.PROGRAMME, needs_reason=True),
}
"""Sending a text back leads to `draft`, or to `under revision` where an earlier text is public: see `after`."""


def after(state: EditorialState, action: EditorialAction, *, was_public: bool) -> EditorialState:
    """The state an action leads to. A text that was public before goes back to `under revision`, not to `draft`; one that never was
    is restored to `draft`.

    raises KeyError : the action does not exist in this state; ask `refusal` first
    """
    leads_to = TRANSITIONS[state, action].leads_to
    if leads_to is EditorialState.DRAFT and was_public:
        return EditorialState.UNDER_REVISION
    if action is EditorialAction.RESTORE and not was_public:
        return EditorialState.DRAFT
    return leads_to


def actions_in(state: EditorialState) -> tuple[EditorialAction, ...]:
    """What can be done in a state, in the order of the enum."""
    return tuple(action for action in EditorialAction if (state, action) in TRANSITIONS)


def refusals(
    state: EditorialState,
    action: EditorialAction,
    *,
    parts: Iterable[EditorialPart],
    reason: str,
    bureau_approved: bool,
    receiver_approved: bool,
    wrote_it: bool,
    approved_for_other: bool = False,
) -> tuple[Finding, ...]:
    """Everything that stops the action; empty when it may be taken.

    parts : what the person may do for this solution
    bureau_approved, receiver_approved : approvals of this round that were not voided
    wrote_it : the person changed this draft; nobody approves their own text
    approved_for_other : the person approved this round in the other part; two pairs of eyes are two people
    """
    found = TRANSITIONS.get((state, action))
    if found is None:
        return (Finding("editorial.not-in-this-state", subject=action.value, parameters={"state": state.value}),)
    findings = []
    if found.by not in set(parts):
        findings.append(Finding("editorial.not-your-part", subject=action.value, parameters={"part": found.by.value}))
    if found.needs_reason and not reason.strip():
        findings.append(Finding("editorial.reason-missing", subject=action.value))
    if action is EditorialAction.APPROVE and wrote_it:
        findings.append(Finding("editorial.own-text", subject=action.value))
    if action is EditorialAction.APPROVE and approved_for_other:
        findings.append(Finding("editorial.same-eyes", subject=action.value))
    if action is EditorialAction.PUBLISH and not bureau_approved:
        findings.append(Finding("editorial.bureau-approval-missing"))
    if action is EditorialAction.PUBLISH and not receiver_approved:
        findings.append(Finding("editorial.receiver-approval-missing"))
    return tuple(findings)
