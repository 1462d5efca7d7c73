"""The life of a claim: the worst that holds is its state, and a renewal lets it be quoted again."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seoulution.engine.catalogue.claims import REVIEW_EVERY, ClaimLife, ClaimState, claim_state, confirmed, printing_finding

TODAY = date(2026, 11, 28)
DAYS = st.none() | st.dates(date(2010, 1, 1), date(2040, 1, 1))


def test_a_shipped_figure_stands_as_of_its_source_until_its_owner_confirms_it() -> None:
    assert claim_state(ClaimLife(), TODAY) is ClaimState.UNCONFIRMED
    assert claim_state(ClaimLife(confirmed_on=TODAY), TODAY) is ClaimState.CURRENT


@pytest.mark.parametrize(
    ("life", "state"),
    [
        (ClaimLife(TODAY, TODAY, TODAY - timedelta(1), True), ClaimState.EXPIRED),
        (ClaimLife(TODAY, TODAY, TODAY, True), ClaimState.QUESTIONED),
        (ClaimLife(TODAY, TODAY, TODAY), ClaimState.DUE),
        (ClaimLife(TODAY, TODAY + timedelta(1), TODAY), ClaimState.CURRENT),
    ],
)
def test_the_worst_that_holds_is_the_state(life: ClaimLife, state: ClaimState) -> None:
    assert claim_state(life, TODAY) is state


@given(DAYS, DAYS, DAYS, st.booleans())
def test_whatever_it_was_a_renewed_claim_is_current(
    confirmed_on: date | None, review_on: date | None, until: date | None, doubt: bool
) -> None:
    life = confirmed(ClaimLife(confirmed_on, review_on, until, doubt), TODAY, valid_until=None)
    assert claim_state(life, TODAY) is ClaimState.CURRENT
    assert claim_state(life, TODAY + REVIEW_EVERY) is ClaimState.DUE


def test_a_claim_is_not_renewed_into_the_past() -> None:
    with pytest.raises(ValueError, match="over"):
        confirmed(ClaimLife(), TODAY, valid_until=TODAY - timedelta(1))


def test_only_an_expired_claim_stops_the_paper_and_it_says_who_renews_it() -> None:
    found = printing_finding("revenue-water-2013", ClaimState.EXPIRED, "Office of Waterworks", TODAY)
    assert found is not None
    assert (found.severity, found.parameters["owner"]) == ("blocking", "Office of Waterworks")
    others = [printing_finding("x", state, "o", None) for state in ClaimState if state is not ClaimState.EXPIRED]
    assert all(one is None or one.severity != "blocking" for one in others)
