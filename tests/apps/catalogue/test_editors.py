"""Whom a person speaks for: the own bureau, receiving cities, the programme, or nobody."""

from collections.abc import Callable
from typing import Any

import pytest

from seoulution.apps.accounts.roles import ROLES
from seoulution.apps.catalogue.editors import parts_of
from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.network.services import affiliate
from seoulution.engine.catalogue.editorial import EditorialPart as Part

pytestmark = pytest.mark.django_db
EXPECTED = {
    "officer": {Part.RECEIVER_REVIEWER},
    "manager": set(Part),
    "owner": {Part.WRITER, Part.BUREAU_REVIEWER},
    "analyst": {Part.RECEIVER_REVIEWER},
}


@pytest.mark.parametrize("role", list(ROLES))
def test_each_role_of_the_owning_bureau_has_its_parts(role: str, person: Callable[..., Any]) -> None:
    solution = PolicySolution.objects.get(code="revenue-water")
    user = person(role)
    affiliate(user, agency=solution.owner)
    assert parts_of(user, solution) == EXPECTED.get(role, set())


def test_an_owner_has_no_part_in_another_bureaus_solution(person: Callable[..., Any]) -> None:
    water = PolicySolution.objects.get(code="revenue-water")
    other = PolicySolution.objects.exclude(owner=water.owner)[0]
    user = person("owner")
    affiliate(user, agency=water.owner)
    assert parts_of(user, other) == set()
