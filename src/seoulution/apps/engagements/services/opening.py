"""What opens an engagement: from a city's request, or as the provider's own proposal to a city."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

import pghistory
from django.db import transaction

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.roles import Permission
from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.cities.models import City
from seoulution.apps.demand.models import SharingRequest
from seoulution.apps.engagements.models import Engagement, StageSpell
from seoulution.apps.engagements.queries import gate_findings
from seoulution.apps.engagements.services.amounts import amount_findings
from seoulution.apps.engagements.services.rights import NotAllowed, reasoned, required
from seoulution.apps.network.models import Agency
from seoulution.engine.findings import Finding, blocking
from seoulution.engine.vocabulary import Activity, MoneyFlow, Party, Sector, Stage, Standing
from seoulution.formats.cleaning import clean_text

BEGINNINGS: Final = (Stage.EXCHANGE, Stage.OPPORTUNITY)
"""A cooperation begins with an exchange or with the search for an opportunity; every later stage has a gate to pass."""


@dataclass(frozen=True, slots=True)
class Opening:
    """What is known when a file is opened. Who leads, what is done and which way money moves are the step that comes first."""

    name_ko: str
    name_en: str
    city: City
    sector: Sector
    lead: Party
    activity: Activity
    money_flow: MoneyFlow
    stage: Stage
    reason: str
    solutions: Sequence[PolicySolution] = ()
    sharing_request: SharingRequest | None = None
    responsible: Agency | None = None
    aim: Stage | None = None
    client: str = ""
    amount: Decimal | None = None
    currency: str = ""


@transaction.atomic
def open_file(opening: Opening, *, by: User, today: date) -> Engagement:
    """A new engagement in its first stage; whoever opens it answers for it until it is handed on.

    raises PermissionDenied, ReasonMissing, NotAllowed : nothing was written
    """
    required(by, Permission.WORK_ENGAGEMENTS)
    said = reasoned(opening.reason)
    findings = [*_findings(opening), *amount_findings(opening.amount, opening.currency)]
    if findings:
        raise NotAllowed(findings)
    City.objects.select_for_update().get(pk=opening.city.pk)
    with pghistory.context(reason=said, by=by.username):
        row = Engagement.objects.create(
            code=_free_code(opening, today),
            name_ko=clean_text(opening.name_ko).strip()[:300],
            name_en=clean_text(opening.name_en).strip()[:300],
            data={},
            shipped_digest="",
            city=opening.city,
            sector=opening.sector.value,
            sharing_request=opening.sharing_request,
            stage=opening.stage.value,
            standing=Standing.RUNNING.value,
            lead=opening.lead.value,
            activity=opening.activity.value,
            money_flow=opening.money_flow.value,
            client=clean_text(opening.client).strip()[:300],
            owner=by,
            responsible=opening.responsible,
            aim=opening.aim.value if opening.aim else "",
            amount=opening.amount,
            currency=opening.currency if opening.amount is not None else "",
            opened_on=today,
        )
        row.solutions.set(opening.solutions)
        closed = gate_findings(row, opening.stage, today=today)
        if blocking(closed):
            raise NotAllowed(closed)
        StageSpell.objects.create(engagement=row, stage=row.stage, entered_on=today, reason=said, entered_by=by)
    return row


def _findings(opening: Opening) -> list[Finding]:
    findings = []
    if not clean_text(opening.name_ko).strip() or not clean_text(opening.name_en).strip():
        findings.append(Finding("engagement.no-name"))
    if opening.stage not in BEGINNINGS:
        findings.append(Finding("engagement.begins-later", subject=opening.stage.value))
    asked = opening.sharing_request
    if asked is not None and asked.city_id is not None and asked.city_id != opening.city.pk:
        findings.append(Finding("engagement.request-of-another-city", subject=asked.code))
    return findings


def _free_code(opening: Opening, today: date) -> str:
    """City, sector and year, numbered from the second on; openings of one city wait for each other, so none is taken twice."""
    stem = f"{opening.city.code}-{opening.sector.value.replace('_', '-')}-{today.year}"[:110]
    taken = set(Engagement.objects.filter(code__startswith=stem).values_list("code", flat=True))
    number = 1
    while (code := stem if number == 1 else f"{stem}-{number}") in taken:
        number += 1
    return code
