"""Teams of files and desks of countries."""

from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.core.exceptions import PermissionDenied
from tests.apps.engagements.services.files import opened

from seoulution.apps.engagements.access import workable_by
from seoulution.apps.engagements.services import team
from seoulution.apps.engagements.services.rights import NotAllowed, NotOwnFile, ReasonMissing
from seoulution.engine.engagements.codes import MemberPart

pytestmark = pytest.mark.django_db
Person = Callable[..., Any]


def test_whoever_joins_the_team_works_on_the_file_and_a_reader_does_not(person: Person) -> None:
    officer, other = person("officer"), person("officer", "other")
    row = opened(officer)
    team.put_on_team(row, other, part=MemberPart.MEMBER, by=officer)
    assert row in workable_by(other)
    team.put_on_team(row, other, part=MemberPart.READER, by=officer)
    assert row not in workable_by(other) and row.members.count() == 1


def test_a_departure_needs_a_reason_and_stays_in_the_history(person: Person) -> None:
    officer, other = person("officer"), person("officer", "other")
    member = team.put_on_team(opened(officer), other, part=MemberPart.LEAD, by=officer)
    key = member.pk
    with pytest.raises(ReasonMissing):
        team.take_off_team(member, reason=" ", by=officer)
    team.take_off_team(member, reason="moved to another bureau", by=officer)
    event: Any = apps.get_model("engagements.EngagementMemberEvent").objects.filter(pgh_obj_id=key).latest("pgh_id")
    assert event.pgh_label == "delete" and "moved to another bureau" in event.pgh_context.metadata["reason"]


def test_a_part_asks_for_a_role_that_may_do_it(person: Person) -> None:
    officer, analyst = person("officer"), person("analyst")
    row = opened(officer)
    with pytest.raises(NotAllowed):
        team.put_on_team(row, analyst, part=MemberPart.MEMBER, by=officer)
    with pytest.raises(NotAllowed):
        team.put_on_team(row, person("partner"), part=MemberPart.READER, by=officer)
    assert team.put_on_team(row, analyst, part=MemberPart.READER, by=officer).part == "reader"


def test_strangers_do_not_change_the_team(person: Person) -> None:
    officer, other = person("officer"), person("officer", "other")
    member = team.put_on_team(opened(officer), officer, part=MemberPart.LEAD, by=officer)
    with pytest.raises(NotOwnFile):
        team.put_on_team(member.engagement, other, part=MemberPart.LEAD, by=other)
    with pytest.raises(NotOwnFile):
        team.take_off_team(member, reason="x", by=other)


def test_desks_are_given_by_managers_and_taken_with_a_reason(person: Person) -> None:
    officer, manager = person("officer"), person("manager")
    country = opened(officer).city.country
    with pytest.raises(PermissionDenied):
        team.give_desk(officer, country, by=officer)
    with pytest.raises(NotAllowed):
        team.give_desk(person("auditor"), country, by=manager)
    desk = team.give_desk(officer, country, by=manager)
    assert team.give_desk(officer, country, by=manager) == desk
    with pytest.raises(PermissionDenied):
        team.take_desk(desk, reason="x", by=officer)
    with pytest.raises(ReasonMissing):
        team.take_desk(desk, reason="", by=manager)
    team.take_desk(desk, reason="desk closed", by=manager)
    assert not officer.country_desks.exists()
