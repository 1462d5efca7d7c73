"""What changes referrals: a question handed to another body, its answer or refusal, and taking it back. Both sides are told."""

from collections.abc import Iterable
from datetime import date, datetime

import pghistory
from django.core.exceptions import PermissionDenied
from django.db import transaction

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.roles import Permission
from seoulution.apps.correspondence.services.notices import tell
from seoulution.apps.engagements.addresses import REFERRALS, file_path
from seoulution.apps.engagements.models import Referral
from seoulution.apps.engagements.services.about import About, columns, may_work_about, may_work_on, refuse
from seoulution.apps.engagements.services.rights import AlreadyOver, reasoned, required
from seoulution.apps.network.models import Affiliation, Agency
from seoulution.engine.findings import Finding
from seoulution.formats.cleaning import clean_text


@transaction.atomic
def refer(about: About, *, to_body: Agency, asks: str, by: User, due_on: date | None = None) -> Referral:
    """Asks another bureau or corporation; its people are told.

    raises NotOwnFile, NotAllowed : no question, or nobody of that body has an account to read it
    """
    may_work_about(by, about)
    people = people_of(to_body)
    refuse(_findings(asks, people))
    with pghistory.context(reason="referred", by=by.username):
        row = Referral.objects.create(
            **columns(about), to_body=to_body, asks=clean_text(asks).strip(), due_on=due_on, referred_by=by
        )
    _tell(row, "referral-asked", people, why="referred-to", path=REFERRALS)
    return row


@transaction.atomic
def answer(referral: Referral, *, text: str, declined: bool, by: User, now: datetime) -> Referral:
    """The body answers, or declines with the reason; who asked is told.

    raises PermissionDenied : not of that body; AlreadyOver : answered or taken back; ReasonMissing : nothing is said
    """
    said = reasoned(text)
    row = _waiting(referral)
    if not may_answer(by, row):
        raise PermissionDenied("only the people of the body that was asked answer")
    with pghistory.context(reason="referral declined" if declined else "referral answered", by=by.username):
        row.answer, row.is_declined, row.answered_by, row.answered_at = said, declined, by, now
        row.save(update_fields=["answer", "is_declined", "answered_by", "answered_at"])
    _tell(row, "referral-answered", _askers(row), why="referred-by", path=file_path(row, "referrals"))
    return row


@transaction.atomic
def withdraw(referral: Referral, *, reason: str, by: User) -> Referral:
    """The answer is not needed any more; the reason stays on record.

    raises NotOwnFile, AlreadyOver, ReasonMissing
    """
    said = reasoned(reason)
    may_work_on(by, referral)
    row = _waiting(referral)
    with pghistory.context(reason=said, by=by.username):
        row.withdrawn_reason = said
        row.save(update_fields=["withdrawn_reason"])
    _tell(row, "referral-withdrawn", people_of(row.to_body), why="referred-to", path=REFERRALS)
    return row


def people_of(body: Agency) -> list[User]:
    """Who of the body signs in and may answer."""
    rows = Affiliation.objects.filter(agency=body, user__is_active=True).select_related("user")
    return [row.user for row in rows if row.user.may(Permission.SEE_BUREAU_DESK)]


def may_answer(by: User, referral: Referral) -> bool:
    """Only people of the body that was asked."""
    required(by, Permission.SEE_BUREAU_DESK)
    return Affiliation.objects.filter(user=by, agency=referral.to_body_id).exists()


def _findings(asks: str, people: list[User]) -> list[Finding]:
    found = [] if clean_text(asks).strip() else [Finding("referral.no-question")]
    return found if people else [*found, Finding("referral.nobody-reads-it")]


def _waiting(referral: Referral) -> Referral:
    rows = Referral.objects.select_for_update(of=("self",))
    row = rows.select_related("engagement", "sharing_request", "to_body", "referred_by").get(pk=referral.pk)
    if row.answered_at is not None or row.withdrawn_reason:
        raise AlreadyOver("the referral is closed")
    return row


def _askers(row: Referral) -> list[User]:
    owner = row.engagement.owner if row.engagement else None
    return list({user.pk: user for user in (row.referred_by, owner) if user is not None}.values())


def _tell(row: Referral, kind: str, people: Iterable[User], *, why: str, path: str) -> None:
    for user in people:
        tell(
            user,
            kind=kind,
            key=f"{kind}:{row.pk}",
            about="referral",
            about_code=str(row.pk),
            path=path,
            why=why,
            subject=row.asks[:200],
            body=row.to_body.name_en,
            body_ko=row.to_body.name_ko,
        )
