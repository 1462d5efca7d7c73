"""A run tells how many texts the machine was asked for, with and without a result."""

from seoulution.apps.catalogue.models import DraftingRun


def test_what_failed_was_tried_too() -> None:
    assert DraftingRun(total=5, done=2, errors=[{}]).tried == 3
