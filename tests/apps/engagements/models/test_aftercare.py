"""Levels, readings and looks: one reading counts a day, one look a mark."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from seoulution.apps.engagements.models import AftercareCheck, Engagement, ServiceLevel, ServiceReading

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 22)


def level() -> ServiceLevel:
    engagement = Engagement.objects.get(code="metro-manila-transport-advice")
    return ServiceLevel.objects.create(
        engagement=engagement, measure="Buses on time", unit="%", bound=Decimal(90), agreed_on=DAY, agreed_in="contract, 7"
    )


def test_one_reading_a_day_counts_and_a_struck_one_makes_room() -> None:
    row = level()
    first = ServiceReading.objects.create(level=row, read_on=DAY, value=Decimal(91), source="MMDA")
    with pytest.raises(IntegrityError), transaction.atomic():
        ServiceReading.objects.create(level=row, read_on=DAY, value=Decimal(92), source="MMDA")
    first.struck_reason = "the wrong month"
    first.save()
    assert ServiceReading.objects.create(level=row, read_on=DAY, value=Decimal(92), source="MMDA").pk


def test_one_look_a_mark_and_the_next_due_comes_first() -> None:
    engagement = level().engagement
    later = AftercareCheck.objects.create(engagement=engagement, years=3, due_on=date(2029, 11, 22))
    first = AftercareCheck.objects.create(engagement=engagement, years=1, due_on=date(2027, 11, 22))
    assert list(engagement.aftercare_checks.all()) == [first, later]
    with pytest.raises(IntegrityError), transaction.atomic():
        AftercareCheck.objects.create(engagement=engagement, years=1, due_on=DAY)
