"""Loading what ships a second time adds and changes nothing."""

from datetime import date

import pytest

from seoulution.apps.financing.services import load
from seoulution.reference.load import reference

pytestmark = pytest.mark.django_db


def test_a_second_load_finds_every_record_the_same() -> None:
    for kind, stored in load(reference(), today=date(2026, 11, 22)).items():
        assert (stored.added, stored.changed, stored.withdrawn) == (0, 0, 0), kind
        assert stored.same > 0, kind
