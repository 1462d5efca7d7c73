"""What the database itself holds of papers in signing."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from tests.apps.engagements.signatories import engagement

from seoulution.apps.engagements.models import Absence, ApprovalCase, Signature

pytestmark = pytest.mark.django_db


def refused(make: Callable[[], object]) -> bool:
    try:
        with transaction.atomic():
            make()
    except IntegrityError:
        return True
    return False


def test_a_refusal_without_reason_or_a_verdict_without_time_is_refused() -> None:
    case = ApprovalCase.objects.create(engagement=engagement(), kind="own_budget", stage="training", title="Money")
    make = Signature.objects.create
    assert refused(lambda: make(case=case, round=1, order=1, rank="mayor", verdict="declined", signed_at=timezone.now()))
    assert refused(lambda: make(case=case, round=1, order=1, rank="mayor", verdict="approved"))
    assert not refused(lambda: make(case=case, round=1, order=1, rank="mayor", verdict="approved", signed_at=timezone.now()))


def test_an_amount_has_a_currency_and_a_decision_elsewhere_a_day() -> None:
    make, base = (
        ApprovalCase.objects.create,
        {"engagement": engagement(), "kind": "own_budget", "stage": "training", "title": "x"},
    )
    assert refused(lambda: make(**base, amount=5))
    assert refused(lambda: make(**base, decided_elsewhere_by="the fund"))


def test_nobody_stands_in_for_themselves_and_an_absence_ends_after_it_begins(person: Callable[..., Any]) -> None:
    one, other = person("officer", name="one"), person("officer", name="other")
    day = {"from_on": date(2026, 3, 2), "until_on": date(2026, 3, 2), "reason": "leave"}
    assert refused(lambda: Absence.objects.create(user=one, stand_in=one, **day))
    assert refused(lambda: Absence.objects.create(user=one, stand_in=other, **{**day, "until_on": date(2026, 3, 1)}))
