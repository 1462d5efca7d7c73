"""What the database itself refuses of teams and desks, and that departures stay in the history."""

from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction
from tests.apps.engagements.services.files import told

from seoulution.apps.engagements.models import CountryDesk

pytestmark = pytest.mark.django_db
Person = Callable[..., Any]


def test_a_person_is_on_a_team_once(person: Person) -> None:
    row, officer = told(), person("officer")
    row.members.create(user=officer)
    with pytest.raises(IntegrityError), transaction.atomic():
        row.members.create(user=officer, part="reader")


def test_a_desk_is_held_once_by_a_person(person: Person) -> None:
    officer, country = person("officer"), told().city.country
    CountryDesk.objects.create(user=officer, country=country)
    with pytest.raises(IntegrityError), transaction.atomic():
        CountryDesk.objects.create(user=officer, country=country)


@pytest.mark.parametrize("model", ["EngagementMember", "CountryDesk"])
def test_whoever_leaves_is_still_in_the_history(person: Person, model: str) -> None:
    row, officer = told(), person("officer")
    kept: Any = (
        row.members.create(user=officer)
        if model == "EngagementMember"
        else CountryDesk.objects.create(user=officer, country=row.city.country)
    )
    key = kept.pk
    kept.delete()
    labels = apps.get_model(f"engagements.{model}Event").objects.filter(pgh_obj_id=key).values_list("pgh_label", flat=True)
    assert set(labels) == {"insert", "delete"}
