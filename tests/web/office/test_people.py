"""The page of accounts, and preparing one."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.web.shared.signing_in.devices_at_hand import with_device

from seoulution.apps.accounts.models import User

pytestmark = pytest.mark.django_db
Person = Callable[..., Any]


@pytest.fixture
def manager(signed_in_as: Callable[[str], Client]) -> Client:
    return signed_in_as("manager")


def test_each_account_is_one_line_with_role_and_second_factor(manager: Client, person: Person) -> None:
    with_device(person("officer"))
    people = {row.username: row.has_device for row in manager.get(reverse("office:people")).context["page"]}
    assert people == {"manager": False, "officer": True}


def test_filters_live_in_the_address(manager: Client, person: Person) -> None:
    person("officer")
    person("auditor")
    assert [row.username for row in manager.get(reverse("office:people") + "?role=auditor").context["page"]] == ["auditor"]
    assert [row.username for row in manager.get(reverse("office:people") + "?q=offic").context["page"]] == ["officer"]


def test_forty_accounts_more_ask_no_question_more(manager: Client, person: Person) -> None:
    person("officer")
    manager.get(reverse("office:people"))
    with CaptureQueriesContext(connection) as few:
        manager.get(reverse("office:people"))
    for number in range(40):
        person("officer", name=f"officer-{number}")
    with CaptureQueriesContext(connection) as many:
        manager.get(reverse("office:people"))
    assert len(many) == len(few)


def test_a_new_account_shows_its_one_time_password_once(manager: Client) -> None:
    given = {"username": "kim", "name": "Kim", "email": "kim@seoul.example", "role": "officer"}
    answer = manager.post(reverse("office:person_new"), given)
    user = User.objects.get(username="kim")
    assert user.check_password(answer.context["password"]) and answer.context["password"].encode() in answer.content
    assert answer.context["password"].encode() not in manager.get(reverse("office:person", args=[user.pk])).content


def test_what_was_typed_stays_when_the_name_is_taken(manager: Client, person: Person) -> None:
    person("officer", name="kim")
    given = {"username": "kim", "name": "Kim Second", "email": "", "role": "officer"}
    answer = manager.post(reverse("office:person_new"), given)
    assert answer.status_code == 422 and b"Kim Second" in answer.content and b"Choose another name" in answer.content


@pytest.mark.parametrize("role", ["public", "root", ""])
def test_no_other_role_can_be_given(manager: Client, role: str) -> None:
    answer = manager.post(reverse("office:person_new"), {"username": "kim", "name": "Kim", "role": role})
    assert answer.status_code == 422 and not User.objects.filter(username="kim").exists()


def test_fields_that_are_not_listed_change_nothing(manager: Client) -> None:
    """T3: mass assignment."""
    manager.post(
        reverse("office:person_new"),
        {
            "username": "kim",
            "name": "Kim",
            "role": "officer",
            "is_superuser": "1",
            "is_staff": "1",
            "password": "x",
            "session_round": "9",
        },
    )
    user = User.objects.get(username="kim")
    assert not user.is_superuser and not user.is_staff and user.session_round == 0 and not user.check_password("x")
