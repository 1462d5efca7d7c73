"""The database itself holds that one draft is open at a time and that a version's number stands for one text."""

import pytest
from django.db import IntegrityError
from django.utils import timezone

from seoulution.apps.catalogue.models import Draft, PolicySolution, SolutionVersion

pytestmark = pytest.mark.django_db


def test_a_second_open_draft_is_refused_and_an_ended_one_does_not_count() -> None:
    row = PolicySolution.objects.get(code="revenue-water")
    Draft.objects.create(solution=row, data=row.data, ended_at=timezone.now())
    Draft.objects.create(solution=row, data=row.data)
    with pytest.raises(IntegrityError):
        Draft.objects.create(solution=row, data=row.data)


def test_a_number_is_given_to_one_text_only() -> None:
    row = PolicySolution.objects.get(code="revenue-water")
    with pytest.raises(IntegrityError):
        SolutionVersion.objects.create(solution=row, number=1, data={}, published_at=timezone.now())
