"""The editorial work on a solution: begin, write, hand in, review, publish, archive."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import pghistory
from django.apps import apps as django_apps
from django.db import transaction
from django.utils import timezone
from pydantic import ValidationError

from seoulution.apps.accounts.models import User
from seoulution.apps.catalogue.editors import parts_of
from seoulution.apps.catalogue.models import Draft, PolicySolution, Review, SolutionVersion
from seoulution.apps.catalogue.refusals import Refused, StaleText
from seoulution.apps.catalogue.services.loading import columns_of, lay_claims
from seoulution.apps.catalogue.skeleton import skeleton
from seoulution.apps.network.models import Agency, Source
from seoulution.engine.catalogue.editorial import TRANSITIONS, EditorialAction, EditorialPart, EditorialState, after, refusals
from seoulution.engine.demand.wording import Audience, wording_findings
from seoulution.engine.findings import Finding, blocking
from seoulution.engine.vocabulary import Sector
from seoulution.formats.cleaning import clean_text
from seoulution.language.wording import wording_rules
from seoulution.reference.load import known_codes
from seoulution.reference.schema import catalogue


@transaction.atomic
def begin_solution(*, code: str, name_ko: str, name_en: str, sector: Sector, owner: Agency, by: User) -> PolicySolution:
    """A new solution as a draft of which every section is an open question to its owner; nothing is public yet."""
    data = skeleton(code=code, name_ko=clean_text(name_ko), name_en=clean_text(name_en), sector=sector, owner=owner.code)
    record = catalogue.PolicySolution.model_validate(data)
    data = record.model_dump(mode="json")
    row = PolicySolution(code=code, data=data, shipped_digest="", **columns_of(record, owner))
    _refuse(EditorialAction.SUBMIT, row, None, by)
    with pghistory.context(reason="solution begun", by=by.username):
        row.save(force_insert=True)
        Draft.objects.create(solution=row, data=data, begun_by=by, changed_by=by)
    return row


@transaction.atomic
def write(draft: Draft, *, changes: Mapping[str, Any], seen_revision: int, by: User) -> Draft:
    """Replaces top-level parts of the draft's text (`{"sections": {...}}`); the whole must keep the template's shape.

    raises Refused : not the writer's to change, handed in, or not in shape; StaleText : changed meanwhile
    """
    current = _open(draft, seen_revision)
    solution = current.solution
    state = EditorialState(solution.state)
    if EditorialPart.WRITER not in parts_of(by, solution):
        raise Refused((Finding("editorial.not-your-part", subject="write", parameters={"part": EditorialPart.WRITER.value}),))
    if state not in (EditorialState.DRAFT, EditorialState.UNDER_REVISION):
        raise Refused((Finding("editorial.handed-in", parameters={"state": state.value}),))
    data = {**current.data, **_cleaned(changes)}
    try:
        record = catalogue.PolicySolution.model_validate(data, context=catalogue.REFERENCES_APART)
    except ValidationError as error:
        raise Refused(tuple(shape_finding(detail) for detail in error.errors())) from error
    if wrong := (*record.reference_findings(), *_unknown_codes(record)):
        raise Refused(wrong)
    with pghistory.context(reason="text written", by=by.username):
        current.data = record.model_dump(mode="json")
        current.changed_by = by
        current.revision += 1
        current.save()
    return current


@transaction.atomic
def act(
    solution: PolicySolution,
    action: EditorialAction,
    *,
    by: User,
    words: str = "",
    comments: Mapping[str, str] | None = None,
    wording_reason: str = "",
) -> PolicySolution:
    """Takes one action of the table; refused with everything that stops it. `words` : the reason, verdict or note of the version.

    raises Refused
    """
    row = PolicySolution.objects.select_for_update(of=("self",)).select_related("owner").get(pk=solution.pk)
    draft = open_draft(row)
    _refuse(action, row, draft, by, words)
    said = clean_text(words).strip()
    now = timezone.now()
    with pghistory.context(reason=said or f"editorial {action}", by=by.username):
        if action is EditorialAction.REVISE:
            Draft.objects.create(solution=row, based_on=row.version, data=row.data, begun_by=by, changed_by=by)
        elif action is EditorialAction.SUBMIT and draft is not None:
            draft.round += 1
            draft.save()
        elif action in (EditorialAction.APPROVE, EditorialAction.SEND_BACK) and draft is not None:
            _review(draft, row, action, said, comments or {}, by, now)
        elif action is EditorialAction.PUBLISH and draft is not None:
            _publish(row, draft, said, wording_reason, by, now)
        elif action is EditorialAction.DISCARD and draft is not None:
            _end(draft, "discarded", now)
        row.state = after(EditorialState(row.state), action, was_public=row.version > 0)
        row.revision += 1
        row.save()
    return row


def open_draft(solution: PolicySolution) -> Draft | None:
    """The text in work, or none."""
    return Draft.objects.filter(solution=solution, ended_at=None).first()


def publishing_findings(draft: Draft) -> tuple[Finding, ...]:
    """Words that the guard refuses toward a city; references are checked whenever the text is written."""
    record = catalogue.PolicySolution.model_validate(draft.data)
    return tuple(
        Finding(found.code, found.severity, f"{path}.{language}", {**found.parameters, "field": f"{path}.{language}"})
        for path, text in record.texts()
        for language, written in (("ko", text.ko), ("en", text.en))
        for found in wording_findings(written, language, Audience.CITY, wording_rules())
    )


def _review(
    draft: Draft, row: PolicySolution, action: EditorialAction, words: str, comments: Mapping[str, str], by: User, now: datetime
) -> None:
    """Sending back voids every approval of the round."""
    if action is EditorialAction.SEND_BACK:
        draft.reviews.filter(round=draft.round, approved=True, voided_at=None).update(voided_at=now)
    Review.objects.create(
        draft=draft,
        round=draft.round,
        part=TRANSITIONS[EditorialState(row.state), action].by,
        approved=action is EditorialAction.APPROVE,
        words=words,
        comments={path: clean_text(text).strip() for path, text in comments.items() if text.strip()},
        by=by,
    )


def _publish(row: PolicySolution, draft: Draft, note: str, wording_reason: str, by: User, now: datetime) -> None:
    reason = clean_text(wording_reason).strip()
    refused = blocking(publishing_findings(draft))
    if refused and not reason:
        raise Refused(refused)
    record = catalogue.PolicySolution.model_validate(draft.data)
    row.version = (row.versions.order_by("-number").values_list("number", flat=True).first() or 0) + 1
    row.data = draft.data
    for name, value in columns_of(record, Agency.objects.get(code=record.owner)).items():
        setattr(row, name, value)
    row.reviewed_on = timezone.localdate(now)
    SolutionVersion.objects.create(
        solution=row,
        number=row.version,
        data=draft.data,
        note=note,
        draft=draft,
        published_by=by,
        published_at=now,
        wording_reason=reason if refused else "",
    )
    lay_claims(row, record)
    _end(draft, "published", now)


def _end(draft: Draft, how: str, now: datetime) -> None:
    draft.ended_at, draft.ended_how = now, how
    draft.save()


def _refuse(action: EditorialAction, row: PolicySolution, draft: Draft | None, by: User, words: str = "") -> None:
    if findings := action_refusals(row, draft, action, by=by, words=words):
        raise Refused(findings)


def action_refusals(
    row: PolicySolution, draft: Draft | None, action: EditorialAction, *, by: User, words: str
) -> tuple[Finding, ...]:
    """What stops the person from taking the action now; the same answer explains the button."""
    given = (
        list(draft.reviews.filter(round=draft.round, approved=True, voided_at=None).values_list("part", "by"))
        if draft is not None
        else []
    )
    approved = {part for part, _by in given}
    found = TRANSITIONS.get((EditorialState(row.state), action))
    return refusals(
        EditorialState(row.state),
        action,
        parts=parts_of(by, row),
        reason=words,
        bureau_approved=EditorialPart.BUREAU_REVIEWER in approved,
        receiver_approved=EditorialPart.RECEIVER_REVIEWER in approved,
        wrote_it=draft is not None and wrote(by, draft),
        approved_for_other=any(who == by.pk and found is not None and part != found.by for part, who in given),
    )


def wrote(user: User, draft: Draft) -> bool:
    """Whether the person changed this draft since it was begun; the tracked rows know."""
    if user.pk in (draft.changed_by_id, draft.begun_by_id):
        return True
    tracked = django_apps.get_model("catalogue", "DraftEvent")
    return bool(tracked._default_manager.filter(pgh_obj=draft, changed_by=user.pk).exists())


def _open(draft: Draft, seen_revision: int) -> Draft:
    current = Draft.objects.select_for_update(of=("self",)).select_related("solution__owner").get(pk=draft.pk)
    if current.ended_at is not None:
        raise Refused((Finding("editorial.draft-ended", parameters={"how": current.ended_how}),))
    if current.revision != seen_revision:
        raise StaleText(current)
    return current


def _unknown_codes(record: catalogue.PolicySolution) -> tuple[Finding, ...]:
    """Sources and bodies that the text names and nobody has on record."""
    sources = {code for _, code in known_codes(record)}
    bodies = {record.owner, *(gap.ask for gap in record.gaps)}
    known = set(Source.objects.filter(code__in=sources).values_list("code", flat=True))
    found = set(Agency.objects.filter(code__in=bodies).values_list("code", flat=True))
    return tuple(
        Finding(code, subject=unknown)
        for code, missing in (("editorial.source-unknown", sources - known), ("editorial.body-unknown", bodies - found))
        for unknown in sorted(missing)
    )


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return clean_text(value)
    if isinstance(value, Mapping):
        return {key: _cleaned(held) for key, held in value.items()}
    if isinstance(value, list | tuple):
        return [_cleaned(held) for held in value]
    return value


def shape_finding(detail: Any) -> Finding:
    """One complaint of the template's shape, with the place it is about."""
    where = ".".join(str(step) for step in detail["loc"])
    return Finding(
        "editorial.not-in-shape", subject=where, parameters={"where": where or "text", "problem": str(detail["msg"])}
    )
