"""The table of limits: each counts by something that belongs to one, and says what to do."""

import pytest

from seoulution.apps.accounts.limits import LIMITS, Limit


@pytest.mark.parametrize("limit", LIMITS.values(), ids=LIMITS)
def test_each_limit_belongs_to_somebody_and_speaks(limit: Limit) -> None:
    """T23: no limit counts all visitors together, so none can be used to silence another city."""
    assert limit.counted_by and limit.most >= 10 and limit.window.total_seconds() >= 60
    assert str(limit.said).endswith(".") and limit.per_second == limit.most / limit.window.total_seconds()


@pytest.mark.parametrize(("narrow", "wide"), [("sign-in-name", "sign-in-address"), ("ask-browser", "ask-address")])
def test_a_city_hall_behind_one_address_has_room_for_many(narrow: str, wide: str) -> None:
    """What one browser or one name uses up leaves its neighbours five times as much and more."""
    assert LIMITS[wide].most >= 6 * LIMITS[narrow].most
    assert LIMITS[wide].window == LIMITS[narrow].window


def test_a_right_link_is_not_counted_where_wrong_ones_are() -> None:
    assert "still opens" in str(LIMITS["link-refused"].said)
