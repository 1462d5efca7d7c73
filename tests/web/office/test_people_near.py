"""Colleagues offered while somebody types."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from tests.apps.engagements.signatories import CODE
from tests.web.office.reading import body, text_of

from seoulution.apps.accounts.models import User
from seoulution.apps.engagements.models import Engagement
from seoulution.web.office.people_near import READERS, WORKERS

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]
Person = Callable[..., Any]


@pytest.fixture
def minji(person: Person) -> User:
    user = person("officer", "mj.kim")
    User.objects.filter(pk=user.pk).update(first_name="민지", last_name="김")
    return User.objects.get(pk=user.pk)


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


@pytest.mark.parametrize(
    ("page", "arguments"),
    [
        ("office:promise_add", (CODE,)),
        ("office:task_add", (CODE,)),
        ("office:promises", ()),
        ("office:absences", ()),
        ("bureaus:absences", ()),
    ],
)
def test_no_page_lists_everybody_who_might_be_meant(signed_in_as: SignIn, page: str, arguments: tuple[str, ...]) -> None:
    User.objects.bulk_create([User(username=f"colleague-{number}", role="officer") for number in range(30)])
    shown = text_of(signed_in_as("manager"), page, args=arguments)
    assert "colleague-" not in shown and "<datalist" in shown


def test_nor_does_the_change_of_several_files(signed_in_as: SignIn) -> None:
    User.objects.bulk_create([User(username=f"colleague-{number}", role="officer") for number in range(30)])
    chosen = {"row": list(Engagement.objects.values_list("pk", flat=True)[:2])}
    shown = body(signed_in_as("manager").post(reverse("office:engagements_change"), chosen))
    assert "colleague-" not in shown and "<datalist" in shown
