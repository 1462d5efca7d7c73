"""What the database itself refuses of an engagement."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction
from tests.apps.engagements.services.files import told

from seoulution.apps.engagements.models import Engagement

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "columns",
    [{"ending": "lost", "ending_reason": ""}, {"amount": 5, "currency": ""}],
)
def test_an_ending_has_a_reason_and_a_sum_a_currency(columns: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Engagement.objects.filter(pk=told().pk).update(**columns)


def test_a_code_is_given_once() -> None:
    row = told()
    row.pk = None
    row._state.adding = True
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


def test_what_the_documents_tell_is_there_only_where_they_tell_it() -> None:
    row = told()
    assert row.is_told and row.told.code == row.code
    row.shipped_digest, row.data = "", {}
    assert not row.is_told and row.told is None
