"""Loading what ships a second time adds and changes nothing."""

from datetime import date

import pytest

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.catalogue.services import load
from seoulution.reference.load import reference

pytestmark = pytest.mark.django_db


def test_a_second_load_finds_every_record_the_same() -> None:
    for kind, stored in load(reference(), today=date(2026, 11, 22)).items():
        assert (stored.added, stored.changed, stored.withdrawn) == (0, 0, 0), kind
        assert stored.same > 0, kind


def test_every_solution_has_a_row_for_each_of_its_claims() -> None:
    for row in PolicySolution.objects.prefetch_related("claims"):
        assert {claim.code for claim in row.claims.all()} == {claim.code for claim in row.record.claims}
        assert 0 < row.completeness <= 1
