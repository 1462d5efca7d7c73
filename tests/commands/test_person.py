"""`seoulution person` adds people and gives one-time passwords."""

import re

import pytest
from django.contrib.auth import authenticate

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.services import choose_password
from seoulution.apps.network.models import Agency
from seoulution.cli import main

pytestmark = pytest.mark.django_db


def password_in(printed: str) -> str:
    found = re.search(r"one-time password (\S+)", printed)
    assert found is not None
    return found[1]


def test_a_new_person_gets_a_one_time_password_that_signs_in(capsys: pytest.CaptureFixture[str]) -> None:
    agency = Agency.objects.filter(withdrawn_on=None)[0]
    assert main(["person", "anna", "--role", "owner", "--agency", agency.code]) == 0
    user = User.objects.get(username="anna")
    assert (user.role, user.password_is_one_time, user.affiliation.agency) == ("owner", True, agency)
    assert user.check_password(password_in(capsys.readouterr().out))
    assert authenticate(username="anna", password="wrong") is None


def test_an_own_password_is_left_alone_until_a_new_one_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    main(["person", "anna"])
    choose_password(User.objects.get(username="anna"), "my own long words")
    capsys.readouterr()
    assert main(["person", "anna"]) == 0
    assert "has an own password" in capsys.readouterr().out
    assert User.objects.get(username="anna").check_password("my own long words")
    assert main(["person", "anna", "--new-password"]) == 0
    user = User.objects.get(username="anna")
    assert user.check_password(password_in(capsys.readouterr().out))
    assert user.password_is_one_time


def test_another_role_is_given_and_said_and_keeps_the_own_password(capsys: pytest.CaptureFixture[str]) -> None:
    main(["person", "anna", "--role", "officer"])
    choose_password(User.objects.get(username="anna"), "my own long words")
    capsys.readouterr()
    assert main(["person", "anna", "--role", "manager"]) == 0
    printed = capsys.readouterr().out
    assert "anna: role changed from officer to manager" in printed
    assert "has an own password" in printed
    user = User.objects.get(username="anna")
    assert (user.role, user.check_password("my own long words")) == ("manager", True)
    context = user.events.select_related("pgh_context").latest("pgh_id").pgh_context
    assert context.metadata["reason"] == "role changed from officer to manager"


def test_without_a_role_a_new_person_is_an_officer_and_an_existing_one_keeps_theirs(capsys: pytest.CaptureFixture[str]) -> None:
    main(["person", "anna", "--role", "auditor"])
    capsys.readouterr()
    assert main(["person", "anna"]) == 0
    assert "role changed" not in capsys.readouterr().out
    assert main(["person", "ben"]) == 0
    assert {user.username: user.role for user in User.objects.filter(username__in=["anna", "ben"])} == {
        "anna": "auditor",
        "ben": "officer",
    }


def test_a_new_password_and_another_role_can_be_given_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    main(["person", "anna"])
    capsys.readouterr()
    assert main(["person", "anna", "--role", "analyst", "--new-password"]) == 0
    printed = capsys.readouterr().out
    user = User.objects.get(username="anna")
    assert user.role == "analyst"
    assert "role changed from officer to analyst" in printed
    assert user.check_password(password_in(printed))


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["anna", "--role", "mayor"], "'mayor' is not a role. Roles: officer, manager, owner, analyst, "),
        (["anna", "--role", "public"], "'public' is not a role"),
        (["anna", "--agency", "nobody"], "no body has the code 'nobody'"),
        (["anna", "--new-password"], "nobody is called 'anna'"),
        (["anna", "--role", "mayor", "--new-password"], "'mayor' is not a role"),
    ],
)
def test_what_can_not_be_done_is_refused_and_nobody_is_added(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["person", *arguments]) == 1
    assert said in capsys.readouterr().err
    assert not User.objects.filter(username="anna").exists()
