"""What every service asks first: permission, own file, a reason, and that nobody saved before."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied

from seoulution.apps.accounts.roles import Permission
from seoulution.apps.demand.services import StaleEdit
from seoulution.apps.engagements.models import Engagement
from seoulution.apps.engagements.services.rights import (
    AlreadyOver,
    NotAllowed,
    NotOwnFile,
    ReasonMissing,
    current,
    may_work,
    open_engagement,
    reasoned,
    required,
)
from seoulution.engine.findings import Finding

pytestmark = pytest.mark.django_db
Person = Callable[..., Any]


@pytest.fixture
def row(db: None) -> Engagement:
    return Engagement.objects.get(code="baku-traffic-centre")


def test_a_role_without_the_permission_is_refused(person: Person) -> None:
    with pytest.raises(PermissionDenied):
        required(person("auditor"), Permission.WORK_ENGAGEMENTS)


def test_anothers_file_is_refused_with_the_finding_that_explains_it(row: Engagement, person: Person) -> None:
    row.owner = person("officer", "first")
    row.save(update_fields=["owner"])
    with pytest.raises(NotOwnFile) as refused:
        may_work(person("officer", "second"), row)
    assert refused.value.finding.code == "access.not-own-file"
    may_work(row.owner, row)


@pytest.mark.parametrize("reason", ["", "  \n", "\x00"])
def test_a_reason_of_nothing_is_none(reason: str) -> None:
    with pytest.raises(ReasonMissing):
        reasoned(reason)


def test_a_row_that_somebody_saved_since_is_handed_back(row: Engagement) -> None:
    Engagement.objects.filter(pk=row.pk).update(revision=7)
    with pytest.raises(StaleEdit) as stale:
        current(row, seen_revision=1)
    assert stale.value.current.revision == 7 and current(row, 7) == row


def test_an_ended_engagement_is_over(row: Engagement) -> None:
    Engagement.objects.filter(pk=row.pk).update(ending="lost", ending_reason="another bid won")
    with pytest.raises(AlreadyOver):
        open_engagement(row, seen_revision=row.revision)


def test_a_refusal_names_all_its_findings() -> None:
    assert "gate.no-contact, route.open" in str(NotAllowed([Finding("gate.no-contact"), Finding("route.open")]))
