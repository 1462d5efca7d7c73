"""What ships of materials and channels is stored once."""

from datetime import date

import pytest

from seoulution.apps.publishing.services.loading import load
from seoulution.reference.load import reference

pytestmark = pytest.mark.django_db


def test_loading_materials_and_channels_again_changes_nothing() -> None:
    for stored in load(reference(), today=date(2026, 11, 22)).values():
        assert (stored.added, stored.changed, stored.withdrawn) == (0, 0, 0)
        assert stored.same > 0
