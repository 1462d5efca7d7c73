"""The catalogue as the office works on it."""

from collections.abc import Callable

import pytest
from django.test import Client
from tests.web.office.reading import rows_of, text_of

from seoulution.apps.catalogue.models import PolicySolution

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]


@pytest.mark.parametrize(
    ("query", "rule"),
    [
        ("sector=water", {"sector": "water"}),
        ("kind=exportable", {"is_exportable": True}),
        ("owner=seoul-metro", {"owner__code": "seoul-metro"}),
        ("evidence=A", {"evidence_grade": "A"}),
        ("complete=1", {"completeness__gte": 1 - 1e-9}),
    ],
)
def test_the_list_is_narrowed_by_what_the_address_says(signed_in_as: SignIn, query: str, rule: dict[str, object]) -> None:
    codes = {row[0] for row in rows_of(signed_in_as("officer"), "office:solutions", "&" + query)}
    assert codes == set(PolicySolution.objects.filter(withdrawn_on=None, **rule).values_list("code", flat=True))


def test_gaps_are_counted_from_the_records(signed_in_as: SignIn) -> None:
    rows = {row[0]: int(row[8]) for row in rows_of(signed_in_as("officer"), "office:solutions")}
    assert rows == {row.code: len(row.record.gaps) for row in PolicySolution.objects.filter(withdrawn_on=None)}
    assert f"{sum(rows.values())} gaps named" in text_of(signed_in_as("manager"), "office:solutions")
