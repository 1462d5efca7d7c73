"""The promise ledger: recorded, kept, opened again, released, by whoever works on the engagement."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied

from seoulution.apps.engagements.models import Engagement
from seoulution.apps.engagements.services import promises
from seoulution.apps.engagements.services.rights import AlreadyOver, ReasonMissing

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 22)
Person = Callable[..., Any]


@pytest.fixture
def engagement(db: None) -> Engagement:
    """Consulting for Manila, as the documents have it."""
    return Engagement.objects.get(code="metro-manila-transport-advice")


def test_a_promise_is_recorded_kept_opened_again_and_released(engagement: Engagement, person: Person) -> None:
    officer = person("officer")
    promise = promises.record_promise(
        engagement, text="send the report", promised_by="Seoul", promised_to="MMDA", by=officer, due_on=date(2026, 12, 1)
    )
    assert (promise.owner, promise.engagement) == (officer, engagement)
    assert promises.keep_promise(promise, by=officer, today=TODAY).kept_on == TODAY
    with pytest.raises(AlreadyOver):
        promises.keep_promise(promise, by=officer, today=TODAY)
    assert promises.reopen_promise(promise, by=officer).kept_on is None
    with pytest.raises(ReasonMissing):
        promises.release_promise(promise, reason="", by=officer)
    assert promises.release_promise(promise, reason="no longer asked for", by=officer).closed_reason == "no longer asked for"
    with pytest.raises(AlreadyOver):
        promises.keep_promise(promise, by=officer, today=TODAY)


@pytest.mark.parametrize("role", ["analyst", "auditor", "owner", "partner", "public"])
def test_only_who_works_on_engagements_records_promises(engagement: Engagement, person: Person, role: str) -> None:
    with pytest.raises(PermissionDenied):
        promises.record_promise(engagement, text="x", promised_by="a", promised_to="b", by=person(role))
