"""A server process does not search again and again through what it loaded at its start."""

import gc
import weakref
from collections.abc import Iterator

import pytest

from seoulution.config.collector import NEW_OBJECTS, leave_out_what_is_loaded


class Circle:
    def __init__(self) -> None:
        self.itself = self


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    threshold = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*threshold)


def test_a_full_search_passes_over_what_was_loaded_before() -> None:
    held = [Circle() for _ in range(10_000)]
    leave_out_what_is_loaded()
    assert gc.get_freeze_count() > len(held)
    assert not any(isinstance(each, Circle) for each in gc.get_objects())
    assert gc.get_threshold()[0] == NEW_OBJECTS


def test_what_nobody_held_at_the_time_is_freed_and_not_kept_for_ever() -> None:
    gc.disable()
    try:
        lost = weakref.ref(Circle())
        assert lost() is not None
        leave_out_what_is_loaded()
        assert lost() is None
    finally:
        gc.enable()


def test_circles_that_are_made_later_are_still_found() -> None:
    leave_out_what_is_loaded()
    lost = weakref.ref(Circle())
    gc.collect()
    assert lost() is None
