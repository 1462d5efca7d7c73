"""Completeness and evidence in words."""

from datetime import date

import pytest

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.engine.catalogue.evidence import EvidenceGrade
from seoulution.web.shared.editorial.explained import explained, grade_meaning

pytestmark = pytest.mark.django_db


def test_what_is_missing_is_named_with_what_it_would_add() -> None:
    for row in PolicySolution.objects.all()[:8]:
        told = explained(row.manuscript, today=date(2014, 9, 1))
        assert len(told.missing) == len(told.standing.completeness.missing)
        assert all(share > 0 and not part.islower() for part, share in told.missing)


def test_every_grade_has_a_meaning() -> None:
    assert len({grade_meaning(grade) for grade in EvidenceGrade}) == len(EvidenceGrade)
