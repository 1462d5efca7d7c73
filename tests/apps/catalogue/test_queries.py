"""What lists read of solutions and claims."""

from datetime import date, timedelta
from itertools import product

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from seoulution.apps.catalogue.languages import SOURCE_LANGUAGES
from seoulution.apps.catalogue.models import Claim, PolicySolution
from seoulution.apps.catalogue.queries import WAITING, on_record, results_as_written, waiting, with_state, worst_first
from seoulution.engine.catalogue.claims import ClaimState
from seoulution.engine.vocabulary import Language

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 28)


def test_the_one_line_result_is_that_of_the_manuscript_in_one_question(django_assert_num_queries: DjangoAssertNumQueries):
    rows = list(PolicySolution.objects.defer("data"))
    for language in SOURCE_LANGUAGES:
        with django_assert_num_queries(1):
            results = results_as_written([row.pk for row in rows], language, TODAY)
        for row in PolicySolution.objects.all():
            assert results[row.pk].text == getattr(row.manuscript.result, language.value)


def test_with_the_one_line_result_is_said_whether_a_claim_of_it_waits() -> None:
    _every_life()
    lines = results_as_written([row.pk for row in PolicySolution.objects.all()], Language.EN, TODAY)
    late = {claim.solution_id for claim in Claim.objects.all() if claim.state_on(TODAY) in WAITING}
    assert {pk for pk, line in lines.items() if line.waits} == late and len(late) < len(lines)


def _every_life() -> list[Claim]:
    """Claims in every combination of dates before, on and after today."""
    days = (None, TODAY - timedelta(1), TODAY, TODAY + timedelta(1))
    rows = list(Claim.objects.order_by("pk")[: 4 * 4 * 4 * 2])
    for row, (until, review, confirmed, asked) in zip(rows, product(days, days, days, (None, timezone.now())), strict=True):
        row.valid_until, row.review_on, row.confirmed_on, row.questioned_at = until, review, confirmed, asked
    Claim.objects.bulk_update(rows, ["valid_until", "review_on", "confirmed_on", "questioned_at"])
    return rows


def test_the_database_tells_the_state_as_the_engine_does() -> None:
    rows = _every_life()
    told = with_state(Claim.objects.filter(pk__in=[row.pk for row in rows]), TODAY)
    states = dict(told.values_list("pk", "state"))
    assert states == {row.pk: row.state_on(TODAY) for row in rows}
    assert set(states.values()) == {state.value for state in ClaimState}


def test_what_waits_for_its_owner_is_counted_and_comes_first() -> None:
    assert waiting(TODAY) == 0
    _every_life()
    rows = [row.state for row in worst_first(with_state(on_record(), TODAY))]  # type: ignore[attr-defined]
    count = sum(state in WAITING for state in rows)
    assert waiting(TODAY) == count > 0
    assert all(state in WAITING for state in rows[:count]) and rows[0] == ClaimState.EXPIRED
