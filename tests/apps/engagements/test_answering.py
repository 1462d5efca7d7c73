"""Who answers for a file."""

from collections.abc import Callable
from typing import Any

import pytest
from tests.apps.engagements.services.files import told

from seoulution.apps.engagements.answering import answering_for
from seoulution.apps.engagements.models import CountryDesk, EngagementMember
from seoulution.engine.engagements.codes import MemberPart

pytestmark = pytest.mark.django_db


def test_owner_else_team_else_desk_and_nobody_whose_account_is_closed(person: Callable[..., Any]) -> None:
    row, people = told(), {name: person("officer", name=name) for name in ("owner", "member", "reader", "desk")}
    row.owner = people["owner"]
    row.save()
    EngagementMember.objects.create(engagement=row, user=people["member"])
    EngagementMember.objects.create(engagement=row, user=people["reader"], part=MemberPart.READER)
    CountryDesk.objects.create(user=people["desk"], country=row.city.country)
    for name, why in (("owner", "owner"), ("member", "team"), ("desk", "desk")):
        assert answering_for([row.pk]) == {row.pk: ((people[name].pk, why),)}
        people[name].is_active = False
        people[name].save()
    assert answering_for([row.pk]) == {}
