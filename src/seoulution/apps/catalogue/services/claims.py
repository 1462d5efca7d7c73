"""What people say of a claim: that it is still true, that it is doubtful, until when it holds."""

from collections.abc import Mapping
from datetime import date

import pghistory
from django.db import transaction
from django.utils import timezone

from seoulution.apps.accounts.models import User
from seoulution.apps.catalogue.editors import may_answer_for
from seoulution.apps.catalogue.models import Claim, PolicySolution
from seoulution.apps.catalogue.refusals import Refused, StaleText
from seoulution.engine.catalogue.claims import confirmed
from seoulution.engine.findings import Finding
from seoulution.formats.cleaning import clean_text


@transaction.atomic
def confirm_claims(seen: Mapping[Claim, int], *, valid_until: date | None, today: date, by: User) -> list[Claim]:
    """The owner's answer for several claims, each with the revision that was seen: all of them, or none.

    raises Refused, StaleText
    """
    return [
        confirm_claim(claim, valid_until=valid_until, today=today, seen_revision=revision, by=by)
        for claim, revision in seen.items()
    ]


@transaction.atomic
def confirm_claim(
    claim: Claim, *, valid_until: date | None, today: date, seen_revision: int, by: User, answer: str = ""
) -> Claim:
    """Its owner says that it is still true; it may be quoted again, and is asked about in a year.

    answer : what the owner answers to a doubt; it stays in the claim's history
    raises Refused : somebody else's claim, or a date that is over; StaleText : changed meanwhile
    """
    current = _locked(claim, seen_revision)
    _answering(current.solution, by)
    if valid_until is not None and valid_until < today:
        raise Refused((Finding("claim.until-is-over", subject=current.code, parameters={"date": valid_until.isoformat()}),))
    life = confirmed(current.life, today, valid_until=valid_until)
    current.confirmed_on, current.review_on, current.valid_until = life.confirmed_on, life.review_on, life.valid_until
    current.confirmed_by, current.questioned_at, current.question = by, None, ""
    return _stored(current, "claim confirmed", by, answer=clean_text(answer).strip())


@transaction.atomic
def end_claim(claim: Claim, *, valid_until: date, seen_revision: int, by: User) -> Claim:
    """Its owner says until when it may be quoted; a day that is over ends it at once."""
    current = _locked(claim, seen_revision)
    _answering(current.solution, by)
    current.valid_until = valid_until
    return _stored(current, "validity of claim set", by)


@transaction.atomic
def question_claim(claim: Claim, *, question: str, seen_revision: int, by: User) -> Claim:
    """Anybody inside may doubt a claim; it is marked wherever it is quoted until its owner answers."""
    words = clean_text(question).strip()
    if not words:
        raise Refused((Finding("editorial.reason-missing", subject="question"),))
    current = _locked(claim, seen_revision)
    current.questioned_at, current.question = timezone.now(), words
    return _stored(current, "claim questioned", by)


@transaction.atomic
def confirm_solution(solution: PolicySolution, *, today: date, by: User) -> PolicySolution:
    """The yearly answer of the owner to "is this still true?" for the text as a whole; its claims are answered one by one."""
    current = PolicySolution.objects.select_for_update().get(pk=solution.pk)
    _answering(current, by)
    with pghistory.context(reason="still true, says its owner", by=by.username):
        current.reviewed_on = today
        current.save(update_fields=["reviewed_on"])
    return current


def _answering(solution: PolicySolution, by: User) -> None:
    if not may_answer_for(by, solution):
        raise Refused((Finding("editorial.not-your-part", subject="claim", parameters={"part": "writer"}),))


def _locked(claim: Claim, seen_revision: int) -> Claim:
    current = Claim.objects.select_for_update(of=("self",)).select_related("solution").get(pk=claim.pk)
    if current.revision != seen_revision:
        raise StaleText(current)
    return current


def _stored(claim: Claim, reason: str, by: User, **told: str) -> Claim:
    with pghistory.context(reason=reason, by=by.username, **told):
        claim.revision += 1
        claim.save()
    return claim
