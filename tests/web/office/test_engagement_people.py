"""Team, desks and solutions changed from the page."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from tests.apps.engagements.services.files import opened
from tests.web.office.reading import body, post

from seoulution.apps.accounts.models import User
from seoulution.apps.engagements.models import Engagement
from seoulution.web.office.engagement_people import solution_named, solutions_like

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]
Person = Callable[..., Any]


@pytest.fixture
def row(person: Person) -> Engagement:
    return opened(person("officer", "opener"))


def test_a_person_joins_changes_part_and_leaves_with_a_reason(signed_in_as: SignIn, row: Engagement, person: Person) -> None:
    client, other = signed_in_as("manager"), person("officer", "other")
    assert post(client, "office:engagement_member", [row.code], user="other", part="reader").status_code == 302
    assert row.members.get().user == other
    assert post(client, "office:engagement_member", [row.code], user="other", part="leaves", reason="").status_code == 422
    assert post(client, "office:engagement_member", [row.code], user="other", part="leaves", reason="moved").status_code == 302
    assert not row.members.exists()


@pytest.mark.parametrize("fields", [{"user": "nobody", "part": "member"}, {"user": "opener", "part": "boss"}, {}])
def test_no_form_breaks_the_page(signed_in_as: SignIn, row: Engagement, fields: dict[str, str]) -> None:
    client = signed_in_as("manager")
    assert post(client, "office:engagement_member", [row.code], **fields).status_code == 422
    assert post(client, "office:engagement_solution", [row.code], **fields).status_code == 422


def test_a_part_that_the_role_cannot_do_is_refused_in_words(signed_in_as: SignIn, row: Engagement, person: Person) -> None:
    person("analyst")
    response = post(signed_in_as("manager"), "office:engagement_member", [row.code], user="analyst", part="lead")
    assert response.status_code == 422 and "the role does not allow it" in body(response)


def test_a_manager_gives_and_takes_the_desk_of_the_country(signed_in_as: SignIn, row: Engagement) -> None:
    client = signed_in_as("manager")
    assert post(client, "office:engagement_desk", [row.code], user="opener").status_code == 302
    assert row.city.country.desks.get().user.username == "opener"
    assert post(client, "office:engagement_desk", [row.code], user="opener", act="take", reason="x").status_code == 302
    assert post(signed_in_as("officer"), "office:engagement_desk", [row.code], user="opener").status_code == 403


def test_solutions_are_linked_by_code_or_name_and_unlinked_with_a_reason(signed_in_as: SignIn, row: Engagement) -> None:
    client = signed_in_as("manager")
    assert post(client, "office:engagement_solution", [row.code], solution="revenue-water").status_code == 302
    assert [each.code for each in row.solutions.all()] == ["revenue-water"]
    near = post(client, "office:engagement_solution", [row.code], solution="revenue")
    assert near.status_code == 422 and "revenue-water" in body(near)
    unlink = {"solution": "revenue-water", "act": "unlink"}
    assert post(client, "office:engagement_solution", [row.code], **unlink).status_code == 422
    assert post(client, "office:engagement_solution", [row.code], reason="other choice", **unlink).status_code == 302
    assert not row.solutions.exists()


def test_a_solution_is_found_by_either_name() -> None:
    row = solution_named("revenue-water")
    assert row is not None and solution_named(row.name_ko) == row == solution_named(row.name_en.upper())
    assert solution_named("") is None and solutions_like("") == [] and row in solutions_like("revenue")


def test_a_name_that_several_bear_is_asked_back_and_stays_in_the_field(
    signed_in_as: SignIn, row: Engagement, person: Person
) -> None:
    for name in ("minsu.a", "minsu.b"):
        User.objects.filter(pk=person("officer", name).pk).update(first_name="민수", last_name="이")
    client = signed_in_as("manager")
    asked = post(client, "office:engagement_member", [row.code], user="이민수", part="member")
    assert asked.status_code == 422 and "이민수 (minsu.a), 이민수 (minsu.b)" in body(asked) and 'value="이민수"' in body(asked)
    assert post(client, "office:engagement_member", [row.code], user="minsu.b", part="member").status_code == 302
    assert [each.user.username for each in row.members.all()] == ["minsu.b"]
