"""What changes what a file says of itself: names, people, sum, aim, sensitivity, solutions and the route of its next step."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

import pghistory
from django.db import transaction

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.roles import Permission
from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.correspondence.services.notices import tell
from seoulution.apps.engagements.access import visible_to
from seoulution.apps.engagements.addresses import engagement_page
from seoulution.apps.engagements.models import Engagement
from seoulution.apps.engagements.services.amounts import amount_findings
from seoulution.apps.engagements.services.rights import NotAllowed, current, may_work, open_engagement, reasoned
from seoulution.apps.network.models import Agency
from seoulution.engine.engagements.codes import Agreed
from seoulution.engine.engagements.legal_routes import LegalRoute
from seoulution.engine.findings import Finding
from seoulution.engine.vocabulary import Party, Sector, Stage, Standing
from seoulution.formats.cleaning import clean_text

FIELDS: Final = (
    "name_ko", "name_en", "sector", "standing", "client", "amount", "currency", "owner", "responsible", "aim", "operator", "is_sensitive", "is_public",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Details:
    """What the page of details holds; the names and the sector of an engagement that the documents tell stay theirs."""

    name_ko: str
    name_en: str
    sector: Sector
    standing: Standing
    client: str = ""
    amount: Decimal | None = None
    currency: str = ""
    owner: User | None = None
    responsible: Agency | None = None
    aim: Stage | None = None
    operator: Party | None = None
    is_sensitive: bool = False
    is_public: bool = False


@transaction.atomic
def change_details(engagement: Engagement, details: Details, *, reason: str, seen_revision: int, by: User) -> Engagement:
    """Writes the details, with the reason; who answers for the file from now on is told.

    raises PermissionDenied, NotOwnFile, ReasonMissing, StaleEdit, NotAllowed : nothing was written
    """
    may_work(by, engagement)
    said = reasoned(reason)
    row = current(engagement, seen_revision)
    findings = [*amount_findings(details.amount, details.currency), *_findings(row, details)]
    if findings:
        raise NotAllowed(findings)
    is_handed_on = details.owner is not None and details.owner.pk not in (row.owner_id, by.pk)
    with pghistory.context(reason=said, by=by.username):
        if not row.is_told:
            row.name_ko = clean_text(details.name_ko).strip()[:300]
            row.name_en = clean_text(details.name_en).strip()[:300]
            row.sector = details.sector.value
        row.standing = details.standing.value
        row.client = clean_text(details.client).strip()[:300]
        row.amount, row.currency = details.amount, details.currency if details.amount is not None else ""
        row.owner, row.responsible = details.owner, details.responsible
        row.aim = details.aim.value if details.aim else ""
        row.operator = details.operator.value if details.operator else ""
        row.is_sensitive = details.is_sensitive
        row.is_public = details.is_public
        row.revision += 1
        row.save(update_fields=[*FIELDS, "revision"])
    if not visible_to(by).filter(pk=row.pk).exists():
        raise NotAllowed([Finding("engagement.out-of-own-sight", subject=row.code)])
    if is_handed_on:
        _tell_owner(row)
    return row


def _tell_owner(row: Engagement) -> None:
    if row.owner is not None:
        tell(
            row.owner,
            kind="engagement-assigned",
            key=f"engagement-assigned:{row.code}:{row.revision}",
            about="engagement",
            about_code=row.code,
            path=engagement_page(row.code),
            why="owner",
            subject=row.name_en,
            subject_ko=row.name_ko,
        )


def _findings(row: Engagement, details: Details) -> list[Finding]:
    findings = []
    if not row.is_told and not (clean_text(details.name_ko).strip() and clean_text(details.name_en).strip()):
        findings.append(Finding("engagement.no-name"))
    if details.is_public and details.is_sensitive:
        findings.append(Finding("engagement.public-and-sensitive"))
    owner = details.owner
    if owner is not None and owner.pk != row.owner_id and not (owner.is_active and owner.may(Permission.WORK_ENGAGEMENTS)):
        findings.append(Finding("engagement.owner-may-not-work", parameters={"who": owner.username}))
    return findings


@transaction.atomic
def link_solution(engagement: Engagement, solution: PolicySolution, *, by: User) -> Engagement:
    """The engagement is about this policy solution too."""
    may_work(by, engagement)
    row = _locked(engagement)
    if row.solutions.filter(pk=solution.pk).exists():
        raise NotAllowed([Finding("engagement.solution-linked-already", subject=solution.code)])
    _refuse_where_chosen(row)
    with pghistory.context(reason=f"solution linked: {solution.code}", by=by.username):
        row.solutions.add(solution)
        _raised(row)
    return row


@transaction.atomic
def unlink_solution(engagement: Engagement, solution: PolicySolution, *, reason: str, by: User) -> Engagement:
    """The engagement is no longer about it, with the reason."""
    may_work(by, engagement)
    said = reasoned(reason)
    row = _locked(engagement)
    if not row.solutions.filter(pk=solution.pk).exists():
        raise NotAllowed([Finding("engagement.solution-not-linked", subject=solution.code)])
    _refuse_where_chosen(row)
    with pghistory.context(reason=f"solution no longer linked: {solution.code}. {said}", by=by.username):
        row.solutions.remove(solution)
        _raised(row)
    return row


@transaction.atomic
def take_route(engagement: Engagement, route: LegalRoute, *, reason: str, seen_revision: int, by: User) -> Engagement:
    """The next step goes another way: who leads, what is done, which way money moves. Whether that is lawful the gate says.

    raises PermissionDenied, NotOwnFile, ReasonMissing, StaleEdit, AlreadyOver, NotAllowed : nothing was written
    """
    may_work(by, engagement)
    said = reasoned(reason)
    row = open_engagement(engagement, seen_revision)
    if (row.lead, row.activity, row.money_flow) == (route.actor, route.activity, route.money_flow):
        raise NotAllowed([Finding("engagement.route-as-before")])
    with pghistory.context(reason=said, by=by.username):
        row.lead, row.activity, row.money_flow = route.actor.value, route.activity.value, route.money_flow.value
        row.revision += 1
        row.save(update_fields=["lead", "activity", "money_flow", "revision"])
    return row


def _refuse_where_chosen(row: Engagement) -> None:
    """What both sides chose is what is linked: another solution is another choice, and the city is asked again."""
    if row.confirmations.filter(what=Agreed.SOLUTION, taken_back_on=None).exists():
        raise NotAllowed([Finding("engagement.solution-confirmed", subject=row.code)])


def _locked(engagement: Engagement) -> Engagement:
    return Engagement.objects.select_for_update().get(pk=engagement.pk)


def _raised(row: Engagement) -> None:
    """Links are rows of their own: the file's revision and history say that they changed."""
    row.revision += 1
    row.save(update_fields=["revision"])
