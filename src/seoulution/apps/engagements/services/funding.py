"""Whose money is named for a stage, how firm it is, and taking it back with a reason."""

from datetime import date
from decimal import Decimal
from typing import Final

import pghistory
from django.db import transaction

from seoulution.apps.accounts.models import User
from seoulution.apps.engagements.models import Engagement, StageFunding
from seoulution.apps.engagements.services.amounts import amount_findings
from seoulution.apps.engagements.services.rights import AlreadyOver, NotAllowed, may_work, reasoned
from seoulution.engine.engagements.codes import FundingState
from seoulution.engine.findings import Finding
from seoulution.engine.vocabulary import Stage
from seoulution.formats.cleaning import clean_text

OWN_BUDGET: Final = "own-budget"
PARTNER_CITY: Final = "partner-city"


@transaction.atomic
def name_money(
    engagement: Engagement,
    *,
    stage: Stage,
    fund: str,
    by: User,
    state: FundingState = FundingState.NAMED,
    amount: Decimal | None = None,
    currency: str = "",
    note: str = "",
) -> StageFunding:
    """A fund, the own budget or the partner city is to pay for the stage.

    fund : its code; funds stand later in the flow, so the page asks whether it is on record
    raises PermissionDenied, NotOwnFile, AlreadyOver, NotAllowed : nothing was written
    """
    may_work(by, engagement)
    row = Engagement.objects.select_for_update().get(pk=engagement.pk)
    if row.ending:
        raise AlreadyOver("the engagement has ended")
    findings = amount_findings(amount, currency)
    if not fund.strip():
        findings.append(Finding("gate.no-funding", subject=stage.value))
    if row.fundings.filter(stage=stage.value, fund=fund, withdrawn_on=None).exists():
        findings.append(Finding("engagement.money-named-already", subject=stage.value))
    if findings:
        raise NotAllowed(findings)
    with pghistory.context(reason=f"money named: {fund}", by=by.username):
        return StageFunding.objects.create(
            engagement=row,
            stage=stage.value,
            fund=fund,
            state=state.value,
            amount=amount,
            currency=currency if amount is not None else "",
            note=clean_text(note).strip(),
            recorded_by=by,
        )


@transaction.atomic
def move_money(funding: StageFunding, *, state: FundingState, reason: str, by: User) -> StageFunding:
    """It was applied for, granted or refused; refused money no longer opens a gate.

    raises PermissionDenied, NotOwnFile, ReasonMissing, AlreadyOver : nothing was written
    """
    stored, said = _standing(funding, reason, by)
    with pghistory.context(reason=said, by=by.username):
        stored.state = state.value
        stored.save(update_fields=["state"])
    return stored


@transaction.atomic
def withdraw_money(funding: StageFunding, *, reason: str, by: User, today: date) -> StageFunding:
    """Nobody counts on it any more, with the reason.

    raises PermissionDenied, NotOwnFile, ReasonMissing, AlreadyOver : nothing was written
    """
    stored, said = _standing(funding, reason, by)
    with pghistory.context(reason=said, by=by.username):
        stored.withdrawn_on, stored.withdrawn_reason = today, said
        stored.save(update_fields=["withdrawn_on", "withdrawn_reason"])
    return stored


def _standing(funding: StageFunding, reason: str, by: User) -> tuple[StageFunding, str]:
    may_work(by, funding.engagement)
    said = reasoned(reason)
    stored = StageFunding.objects.select_for_update().get(pk=funding.pk)
    if stored.withdrawn_on is not None:
        raise AlreadyOver("it was withdrawn already")
    return stored, said
