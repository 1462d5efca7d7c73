"""The bureaus' desk: one's own solutions and figures, and nobody else's."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from seoulution.apps.accounts.models import User
from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.network.models import Agency
from seoulution.apps.network.services import affiliate

pytestmark = pytest.mark.django_db
PAGES = ("bureaus:desk", "bureaus:solutions", "bureaus:claims", "bureaus:feedback")
SignIn = Callable[[str], Client]


@pytest.fixture
def waterworks(signed_in_as: SignIn) -> Client:
    client = signed_in_as("owner")
    affiliate(User.objects.get(username="owner"), agency=Agency.objects.get(code="office-of-waterworks"))
    return client


def body(response: Any) -> str:
    assert response.status_code == 200
    return str(response.content.decode())


def test_an_owner_sees_the_own_solutions_only(waterworks: Client) -> None:
    page = body(waterworks.get(reverse("bureaus:solutions")))
    for row in PolicySolution.objects.filter(withdrawn_on=None).select_related("owner"):
        assert (row.name_en in page) == (row.owner.code == "office-of-waterworks"), row.code


def test_figures_come_with_year_and_the_question_whether_they_still_hold(waterworks: Client) -> None:
    page = body(waterworks.get(reverse("bureaus:claims")))
    assert "55.2" in page and "1989" in page and "as of its source" in page


def test_another_bodys_solution_is_not_found(waterworks: Client) -> None:
    assert waterworks.get(reverse("bureaus:solution_claims", args=["revenue-water"])).status_code == 200
    assert waterworks.get(reverse("bureaus:solution_claims", args=["topis"])).status_code == 404
    assert waterworks.get(reverse("bureaus:solution_claims", args=["nothing"])).status_code == 404


@pytest.mark.parametrize("name", PAGES)
def test_someone_without_a_body_sees_an_empty_desk_and_how_to_begin(signed_in_as: SignIn, name: str) -> None:
    page = body(signed_in_as("owner").get(reverse(name)))
    assert "94.5" not in page


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("role", ["officer", "analyst", "auditor", "partner"])
def test_other_roles_are_refused(signed_in_as: SignIn, name: str, role: str) -> None:
    assert signed_in_as(role).get(reverse(name)).status_code == 403


@pytest.mark.parametrize("name", PAGES)
def test_visitors_are_led_to_sign_in_and_queries_break_nothing(client: Client, waterworks: Client, name: str) -> None:
    assert client.get(reverse(name)).status_code == 302
    assert waterworks.get(reverse(name) + "?page=%00&q=%00").status_code == 200


def test_the_desk_costs_few_queries(waterworks: Client, django_assert_max_num_queries: Callable[..., Any]) -> None:
    for name in PAGES:
        with django_assert_max_num_queries(10):
            waterworks.get(reverse(name))
