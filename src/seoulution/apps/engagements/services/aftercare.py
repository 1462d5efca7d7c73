"""Service levels that were agreed for the operation, and what was measured: put on record, ended and struck with a reason."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

import pghistory
from django.db import transaction

from seoulution.apps.accounts.models import User
from seoulution.apps.engagements.models import Engagement, ServiceLevel, ServiceReading
from seoulution.apps.engagements.services.rights import AlreadyOver, NotAllowed, may_work, reasoned
from seoulution.engine.findings import Finding
from seoulution.formats.cleaning import clean_text

MOST: Final = Decimal(10) ** 16
"""The column holds sixteen digits before the point and four behind it."""


@dataclass(frozen=True, slots=True)
class Agreed:
    """What is agreed: the measure keeps to `bound`, or better. `agreed_in` is the paper and clause."""

    measure: str
    unit: str
    bound: Decimal
    agreed_on: date
    agreed_in: str
    higher_is_better: bool = True


@transaction.atomic
def agree_level(engagement: Engagement, agreed: Agreed, *, by: User, today: date) -> ServiceLevel:
    """Puts an agreed level on record.

    raises PermissionDenied, NotOwnFile, NotAllowed : nothing was written
    """
    may_work(by, engagement)
    texts = [clean_text(text).strip() for text in (agreed.measure, agreed.unit, agreed.agreed_in)]
    findings = _numbers(agreed.bound) + _day(agreed.agreed_on, today)
    if not all(texts):
        findings.append(Finding("aftercare.level-incomplete"))
    if engagement.service_levels.filter(measure=texts[0][:200], ended_on=None).exists():
        findings.append(Finding("aftercare.level-there-already", subject=texts[0][:200]))
    _refuse(findings)
    with pghistory.context(reason=f"service level agreed: {texts[0][:200]}", by=by.username):
        return ServiceLevel.objects.create(
            engagement=engagement,
            measure=texts[0][:200],
            unit=texts[1][:60],
            bound=agreed.bound,
            higher_is_better=agreed.higher_is_better,
            agreed_on=agreed.agreed_on,
            agreed_in=texts[2][:300],
            recorded_by=by,
        )


@transaction.atomic
def end_level(level: ServiceLevel, *, reason: str, by: User, today: date) -> ServiceLevel:
    """It no longer holds; its readings stay.

    raises PermissionDenied, NotOwnFile, ReasonMissing, AlreadyOver : nothing was written
    """
    may_work(by, level.engagement)
    said = reasoned(reason)
    row = _going_on(level)
    with pghistory.context(reason=said, by=by.username):
        row.ended_on, row.ended_reason = today, said
        row.save(update_fields=["ended_on", "ended_reason"])
    return row


@transaction.atomic
def record_reading(level: ServiceLevel, *, read_on: date, value: Decimal, source: str, by: User, today: date) -> ServiceReading:
    """What was measured on a day, and who says so. One reading a day; a wrong one is struck first.

    raises PermissionDenied, NotOwnFile, AlreadyOver, NotAllowed : nothing was written
    """
    may_work(by, level.engagement)
    row = _going_on(level)
    said = clean_text(source).strip()[:300]
    findings = _numbers(value) + _day(read_on, today)
    if not said:
        findings.append(Finding("aftercare.reading-without-source"))
    if row.readings.filter(read_on=read_on, struck_reason="").exists():
        findings.append(Finding("aftercare.reading-there-already", subject=row.measure, parameters={"on": read_on.isoformat()}))
    _refuse(findings)
    with pghistory.context(reason=f"reading recorded: {row.measure}", by=by.username):
        return ServiceReading.objects.create(level=row, read_on=read_on, value=value, source=said, recorded_by=by)


@transaction.atomic
def strike_reading(reading: ServiceReading, *, reason: str, by: User) -> ServiceReading:
    """It was recorded by mistake: it stays to be seen and counts for nothing.

    raises PermissionDenied, NotOwnFile, ReasonMissing, AlreadyOver : nothing was written
    """
    may_work(by, reading.level.engagement)
    said = reasoned(reason)
    row = ServiceReading.objects.select_for_update().get(pk=reading.pk)
    if row.struck_reason:
        raise AlreadyOver("the reading is struck already")
    with pghistory.context(reason=said, by=by.username):
        row.struck_reason = said
        row.save(update_fields=["struck_reason"])
    return row


def _going_on(level: ServiceLevel) -> ServiceLevel:
    row = ServiceLevel.objects.select_for_update().get(pk=level.pk)
    if row.ended_on is not None:
        raise AlreadyOver("the level has ended")
    return row


def _numbers(value: Decimal) -> list[Finding]:
    exact = value.is_finite() and abs(value) < MOST and value == value.quantize(Decimal("0.0001"))
    return [] if exact else [Finding("aftercare.number-out-of-range")]


def _day(day: date, today: date) -> list[Finding]:
    return [Finding("engagement.day-ahead")] if day > today else []


def _refuse(findings: list[Finding]) -> None:
    if findings:
        raise NotAllowed(findings)
