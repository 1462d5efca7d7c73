"""How a person's name is written."""

import pytest

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.names import name_of, names_of


@pytest.mark.parametrize(
    ("first", "last", "written"),
    [("서연", "김", "김서연"), ("Maria", "Santos", "Maria Santos"), ("", "", "officer"), ("Seo-yeon", "김", "Seo-yeon 김")],
)
def test_a_korean_name_begins_with_the_family_name_and_no_name_is_the_accounts(first: str, last: str, written: str) -> None:
    assert name_of(User(username="officer", first_name=first, last_name=last)) == written


def test_nobody_has_no_name() -> None:
    assert name_of(None) == ""


@pytest.mark.django_db
def test_histories_know_people_by_their_accounts_and_who_has_none_is_left_out() -> None:
    User.objects.create_user("kim", first_name="서울", last_name="김")
    assert names_of(["kim", "gone"]) == {"kim": "김서울"}
    assert names_of([]) == {}
