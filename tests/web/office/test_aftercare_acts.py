"""What is done on the tab of aftercare, from form to record."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from tests.apps.engagements.services.files import told

from seoulution.apps.engagements.models import AftercareCheck, ServiceLevel

pytestmark = pytest.mark.django_db
BASE = "/office/engagements/bangkok-fare-card-consulting/aftercare/"


@pytest.fixture
def officer(signed_in_as: Callable[[str], Client]) -> Client:
    return signed_in_as("officer")


def agreed(client: Client, **changes: Any) -> Any:
    said = {
        "measure": "Leakage",
        "unit": "%",
        "direction": "most",
        "bound": "12.5",
        "agreed_on": "2026-01-05",
        "agreed_in": "contract, 7",
    }
    return client.post(f"{BASE}levels/add/", {**said, **changes})


def test_a_level_is_agreed_read_struck_and_ended(officer: Client) -> None:
    assert agreed(officer).status_code == 302
    level = ServiceLevel.objects.get()
    assert (level.bound, level.higher_is_better) == (Decimal("12.5"), False)
    said = {"read_on": timezone.localdate().isoformat(), "value": "14", "source": "the utility"}
    assert officer.post(f"/office/aftercare/levels/{level.pk}/readings/add/", said).status_code == 302
    again = officer.post(f"/office/aftercare/levels/{level.pk}/readings/add/", said)
    assert again.status_code == 422 and b"on record already" in again.content and b"the utility" in again.content
    reading = level.readings.get()
    officer.post(f"/office/aftercare/readings/{reading.pk}/strike/", {"reason": ""})
    reading.refresh_from_db()
    assert not reading.struck_reason
    officer.post(f"/office/aftercare/readings/{reading.pk}/strike/", {"reason": "another month"})
    officer.post(f"/office/aftercare/levels/{level.pk}/end/", {"reason": "a new contract"})
    level.refresh_from_db()
    assert level.ended_reason == "a new contract" and not level.readings.filter(struck_reason="").exists()
    html = officer.get(BASE).content.decode()
    assert "another month" in html and "a new contract" in html


def test_what_was_typed_stays_when_a_level_is_refused(officer: Client) -> None:
    answer = agreed(officer, agreed_on="2999-01-01")
    assert answer.status_code == 422 and b"Leakage" in answer.content and not ServiceLevel.objects.exists()


def test_looks_are_planned_and_recorded(officer: Client) -> None:
    assert officer.post(f"{BASE}checks/plan/", {"operates_from": "2024-02-29"}).status_code == 302
    check = AftercareCheck.objects.filter(engagement=told())[0]
    said = {"done_on": "2026-01-05", "seen": "Two pumps stand still.", "is_sound": "no"}
    assert officer.post(f"/office/aftercare/checks/{check.pk}/record/", said).status_code == 302
    html = officer.get(BASE).content.decode()
    assert "Two pumps stand still." in html and "found it not sound" in html
