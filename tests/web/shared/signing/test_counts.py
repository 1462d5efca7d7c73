"""How many papers wait, beside the entry that leads to them."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from tests.apps.engagements.services.test_approvals import sent
from tests.apps.engagements.signatories import ranked

from seoulution.engine.engagements.codes import Rank
from seoulution.web.shared.signing.counts import waiting_counts

pytestmark = pytest.mark.django_db


def test_who_signs_sees_how_many_wait_and_nobody_else_asks_the_database(
    person: Callable[..., Any], django_assert_num_queries: Any
) -> None:
    people = {rank: ranked(person, rank) for rank in (Rank.OFFICER, Rank.TEAM_HEAD, Rank.DIVISION_HEAD)}
    sent(people)
    with django_assert_num_queries(1):
        assert waiting_counts(people[Rank.TEAM_HEAD], "office") == {"office:signing": 1}
    auditor = person("auditor")
    with django_assert_num_queries(0):
        assert waiting_counts(AnonymousUser(), "office") == waiting_counts(auditor, "office") == {}
        assert waiting_counts(people[Rank.TEAM_HEAD], "public") == {}
