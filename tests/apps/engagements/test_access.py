"""Whose file an engagement is: owner, team, bureau, country desk; a file of nobody is every officer's."""

from collections.abc import Callable
from typing import Any

import pytest

from seoulution.apps.engagements.access import hidden_from, visible_to, work_finding, workable_by
from seoulution.apps.engagements.models import CountryDesk, Engagement, EngagementMember
from seoulution.apps.network.models import Affiliation, Agency

pytestmark = pytest.mark.django_db
Person = Callable[..., Any]


@pytest.fixture
def row(db: None) -> Engagement:
    return Engagement.objects.select_related("city__country").get(code="metro-manila-transport-advice")


def sensitive(row: Engagement) -> None:
    row.is_sensitive = True
    row.save(update_fields=["is_sensitive"])


def test_a_file_of_nobody_is_every_officers(row: Engagement, person: Person) -> None:
    assert work_finding(person("officer"), row) is None


def test_a_file_with_an_owner_is_the_owners_and_the_managers(row: Engagement, person: Person) -> None:
    row.owner = person("officer", "first")
    row.save(update_fields=["owner"])
    other = work_finding(person("officer", "second"), row)
    assert other is not None and other.code == "access.not-own-file"
    assert work_finding(row.owner, row) is None and work_finding(person("manager"), row) is None


@pytest.mark.parametrize("role", ["analyst", "auditor"])
def test_a_role_that_only_reads_is_told_so(row: Engagement, person: Person, role: str) -> None:
    finding = work_finding(person(role), row)
    assert finding is not None and finding.code == "access.role-only-reads"


def test_the_desk_of_a_country_works_on_its_files_and_others_do_not(row: Engagement, person: Person) -> None:
    desk, other = person("officer", "desk"), person("officer", "other")
    CountryDesk.objects.create(user=desk, country=row.city.country)
    assert row in workable_by(desk) and row not in workable_by(other)


def test_a_reader_of_the_team_reads_a_sensitive_file_and_changes_nothing(row: Engagement, person: Person) -> None:
    sensitive(row)
    reader = person("officer")
    assert row not in visible_to(reader)
    EngagementMember.objects.create(engagement=row, user=reader, part="reader")
    assert row in visible_to(reader) and row not in workable_by(reader)


def test_people_of_the_bureau_see_its_files_and_no_others(row: Engagement, person: Person) -> None:
    owner = person("owner")
    bureau = Agency.objects.get(code="seoul-metro")
    Affiliation.objects.update_or_create(user=owner, defaults={"agency": bureau, "firm": None})
    assert row not in visible_to(owner)
    row.responsible = bureau
    row.save(update_fields=["responsible"])
    assert list(visible_to(owner)) == [row]


@pytest.mark.parametrize("role", ["translator", "partner", "public"])
def test_other_roles_see_no_engagement_of_the_office(row: Engagement, person: Person, role: str) -> None:
    assert not visible_to(person(role)).exists()


@pytest.mark.parametrize("role", ["officer", "analyst", "manager", "auditor"])
def test_what_is_hidden_is_exactly_what_is_not_visible(row: Engagement, person: Person, role: str) -> None:
    user = person(role)
    keys = list(Engagement.objects.order_by("pk").values_list("pk", flat=True))
    Engagement.objects.filter(pk__in=keys[::2]).update(is_sensitive=True)
    Engagement.objects.filter(pk__in=keys[::3]).update(withdrawn_on="2026-01-01")
    Engagement.objects.filter(pk__in=keys[::4]).update(owner=user)
    EngagementMember.objects.create(engagement_id=keys[2], user=user, part="reader")
    visible, hidden = set(visible_to(user)), set(hidden_from(user))
    assert visible and hidden and not visible & hidden
    assert visible | hidden == set(Engagement.objects.all())
