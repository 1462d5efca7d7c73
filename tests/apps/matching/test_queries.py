"""Offers computed in memory, and read back with what people decided; conditions are judged by the city's own figures."""

from datetime import date
from decimal import Decimal

import pytest

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.cities.models import City
from seoulution.apps.cities.queries import profile_of
from seoulution.apps.demand.models import SharingRequest
from seoulution.apps.matching.models import Match, Passage
from seoulution.apps.matching.queries import MOST_OFFERS, conditions_of, offers_for, stored_matches, stored_offers
from seoulution.engine.matching.conditions import ConditionState
from seoulution.engine.vocabulary import Sector

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 22)
ASKED = [("We lose half of our treated water through leaks.", ("water.leakage",), Sector.WATER)]


@pytest.fixture
def manila(db: None) -> City:
    return City.objects.get(code="metro-manila")


def test_offers_for_a_text_are_ranked_from_one_and_store_nothing(manila: City) -> None:
    before = Match.objects.count()
    [offers] = offers_for(ASKED, "en", manila, today=TODAY)
    assert [offer.rank for offer in offers] == list(range(1, len(offers) + 1))
    assert 1 <= len(offers) <= MOST_OFFERS
    assert {offer.verdict for offer in offers} == {"proposed"}
    assert Match.objects.count() == before


def test_a_withdrawn_solution_is_not_offered_even_before_the_index_is_refreshed(manila: City) -> None:
    PolicySolution.objects.filter(code="revenue-water").update(withdrawn_on=TODAY)
    assert Passage.objects.filter(solution__code="revenue-water").exists()
    [offers] = offers_for(ASKED, "en", manila, today=TODAY)
    assert "revenue-water" not in [offer.solution.code for offer in offers]
    assert [offer.rank for offer in offers] == list(range(1, len(offers) + 1))


def test_each_condition_of_an_offered_solution_is_judged_once(manila: City) -> None:
    readings = profile_of(manila, today=TODAY).readings
    for solution in PolicySolution.objects.filter(withdrawn_on=None):
        judged = conditions_of(solution, readings)
        assert sorted(result.code for result in judged) == sorted(condition.code for condition in solution.record.conditions)
        assert all((result.figure is None) <= (result.state is ConditionState.UNKNOWN) for result in judged)


def test_for_a_place_without_figures_every_condition_is_unknown_and_none_failed() -> None:
    for solution in PolicySolution.objects.filter(withdrawn_on=None):
        assert {result.state for result in conditions_of(solution, {})} <= {ConditionState.UNKNOWN}


def test_a_condition_is_judged_by_the_threshold_of_the_record(manila: City) -> None:
    """Wherever a condition has a threshold and Manila a figure, the verdict is the comparison of the two numbers."""
    readings = profile_of(manila, today=TODAY).readings
    seen = 0
    for solution in PolicySolution.objects.filter(withdrawn_on=None):
        conditions = {condition.code: condition for condition in solution.record.conditions}
        for result in conditions_of(solution, readings):
            condition = conditions[result.code]
            if result.figure is None or condition.threshold is None or result.state is ConditionState.UNKNOWN:
                continue
            value, threshold = Decimal(str(result.figure.value)), Decimal(str(condition.threshold))
            holds = value >= threshold if condition.comparison == "at_least" else value <= threshold
            assert (result.state is ConditionState.MET) == holds
            seen += 1
    assert seen


def test_stored_offers_come_in_their_rank_with_peoples_verdicts() -> None:
    need = SharingRequest.objects.get(code="metro-manila-2013").needs.get()
    match = need.matches.get(rank=2)
    match.verdict, match.verdict_reason = "rejected", "the city has one"
    match.save()
    offers = stored_offers(need, today=TODAY)
    assert [offer.rank for offer in offers] == sorted(offer.rank for offer in offers)
    assert [(offer.verdict, offer.verdict_reason) for offer in offers if offer.rank == 2] == [("rejected", "the city has one")]


def test_the_matches_of_a_request_are_its_stored_offers_each_beside_its_row() -> None:
    for request in SharingRequest.objects.all():
        found = stored_matches(request, today=TODAY)
        for need in request.needs.all():
            rows = found.get(need.pk, [])
            assert [offer for offer, _match in rows] == list(stored_offers(need, today=TODAY))
            assert all(match.need_id == need.pk and match.solution == offer.solution for offer, match in rows)
