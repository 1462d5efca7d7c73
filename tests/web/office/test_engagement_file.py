"""A file as it exists for a person: tabs of the pages that are there, and no page at all of another's sensitive file."""

from collections.abc import Callable
from typing import Any

import pytest

from seoulution.apps.engagements.models import Engagement, EngagementMember

pytestmark = pytest.mark.django_db
ADDRESS = "/office/engagements/metro-manila-transport-advice/"


@pytest.fixture
def sensitive(db: None) -> Engagement:
    row = Engagement.objects.get(code="metro-manila-transport-advice")
    row.is_sensitive = True
    row.save(update_fields=["is_sensitive"])
    return row


@pytest.mark.parametrize(("role", "status"), [("officer", 404), ("analyst", 404), ("manager", 200), ("auditor", 200)])
def test_a_sensitive_file_exists_only_for_its_people_managers_and_auditors(
    sensitive: Engagement, client: Any, person: Callable[..., Any], role: str, status: int
) -> None:
    client.force_login(person(role), backend="seoulution.apps.accounts.backend.PersonBackend")
    assert client.get(ADDRESS).status_code == status


def test_a_member_of_the_team_reads_it(sensitive: Engagement, client: Any, person: Callable[..., Any]) -> None:
    officer = person("officer")
    EngagementMember.objects.create(engagement=sensitive, user=officer)
    client.force_login(officer, backend="seoulution.apps.accounts.backend.PersonBackend")
    page = client.get(ADDRESS).content.decode()
    assert 'aria-current="page">Overview' in page
