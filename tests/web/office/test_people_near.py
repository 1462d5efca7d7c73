"""Colleagues offered while somebody types."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from tests.web.office.reading import text_of

from seoulution.apps.accounts.models import User
from seoulution.web.office.people_near import READERS, WORKERS, both_names, near, people, person_named

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]
Person = Callable[..., Any]


@pytest.fixture
def minji(person: Person) -> User:
    user = person("officer", "mj.kim")
    User.objects.filter(pk=user.pk).update(first_name="민지", last_name="김")
    return User.objects.get(pk=user.pk)


@pytest.mark.parametrize("written", ["mj", "MJ.KIM", "김민지", "민지", "민지 김", " 김민 "])
def test_part_of_any_name_is_enough_to_be_offered(minji: User, written: str) -> None:
    assert near(written, people(WORKERS)) == [minji]


def test_only_a_whole_name_is_taken(minji: User) -> None:
    assert person_named("김민지", people(WORKERS)) == person_named("mj.kim", people(WORKERS)) == minji
    assert person_named("김민", people(WORKERS)) is None and person_named("", people(WORKERS)) is None
    assert both_names(minji) == "김민지 (mj.kim)"


def test_only_those_who_may_take_part_are_offered(signed_in_as: SignIn, person: Person, minji: User) -> None:
    person("analyst", "mj.reader")
    User.objects.filter(pk=person("officer", "mj.gone").pk).update(is_active=False)
    person("partner", "mj.firm")
    client = signed_in_as("manager")
    assert "mj.kim" in text_of(client, "office:people_near", "?user=mj")
    assert "mj.reader" not in text_of(client, "office:people_near", "?user=mj&part=member")
    reading = text_of(client, "office:people_near", "?user=mj&part=reader")
    assert "mj.reader" in reading and "mj.gone" not in reading and "mj.firm" not in reading
    assert set(WORKERS) < set(READERS)


def test_of_five_thousand_ten_are_offered_with_few_questions(signed_in_as: SignIn, django_assert_max_num_queries: Any) -> None:
    User.objects.bulk_create([User(username=f"colleague-{number}", role="officer") for number in range(5000)])
    client = signed_in_as("officer")
    with django_assert_max_num_queries(7):
        assert text_of(client, "office:people_near", "?owner=colleague").count("<option") == 10
    assert text_of(client, "office:people_near", "?owner=").strip() == ""
