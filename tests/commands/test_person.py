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


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["anna", "--role", "mayor"], "'mayor' is not a role. Roles: officer, manager, owner, analyst, auditor, partner"),
        (["anna", "--role", "public"], "'public' is not a role"),
        (["anna", "--agency", "nobody"], "no body has the code 'nobody'"),
        (["anna", "--new-password"], "nobody is called 'anna'"),
    ],
)
def test_what_can_not_be_done_is_refused_and_nobody_is_added(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["person", *arguments]) == 1
    assert said in capsys.readouterr().err
    assert not User.objects.filter(username="anna").exists()
