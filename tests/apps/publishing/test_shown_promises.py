"""The city reads our promises and its own; words not used toward a city keep one of ours back, never one of its own."""

from datetime import date

import pytest
from tests.apps.publishing.shared import engagement

from seoulution.apps.engagements.models import Promise
from seoulution.apps.publishing.shown_promises import promises_of_both, promises_shown
from seoulution.engine.engagements.promises import PromiseState

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 29)


def test_what_the_city_reads_and_what_is_withheld_with_the_words() -> None:
    row = engagement()
    for side, text in (
        ("ours", "A list of pumps."),
        ("ours", "We export pumps."),
        ("theirs", "We export rice."),
        ("other", "Money."),
    ):
        Promise.objects.create(engagement=row, side=side, text=text, promised_by="x", promised_to="y", due_on=TODAY)
    assert {each.row.text for each in promises_shown(row, today=TODAY)} == {"A list of pumps.", "We export rice."}
    (withheld,) = [each for each in promises_of_both(row, today=TODAY) if each.withheld]
    assert withheld.row.text == "We export pumps." and withheld.withheld[0].code == "wording.export"
    assert {each.state for each in promises_shown(row, today=TODAY)} == {PromiseState.DUE_SOON}


def test_a_promise_that_nobody_waits_for_is_shown_as_released() -> None:
    row = engagement()
    Promise.objects.create(engagement=row, text="A list.", promised_by="x", promised_to="y", closed_reason="no longer needed")
    assert [each.state for each in promises_shown(row, today=TODAY)] == [PromiseState.RELEASED]
