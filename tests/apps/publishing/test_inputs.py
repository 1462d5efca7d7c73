"""A dossier is out of date exactly when something it was computed from changed."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from seoulution.apps.catalogue.models import Claim, PolicySolution
from seoulution.apps.catalogue.services.claims import confirm_claim, end_claim, question_claim
from seoulution.apps.cities.models import City, Country, Indicator, Observation
from seoulution.apps.demand.models import SharingRequest
from seoulution.apps.demand.services import add_need, correct_need, remove_need, restore_need, say, say_none_fits
from seoulution.apps.financing.models import Fund
from seoulution.apps.matching.models import Verdict
from seoulution.apps.matching.services import add_match, decide, match_needs
from seoulution.apps.network.models import NetworkNode
from seoulution.apps.publishing.inputs import inputs_hash
from seoulution.apps.publishing.services.dossiers import build_dossier
from seoulution.engine.vocabulary import Language

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 22)


@pytest.fixture
def manila(db: None) -> SharingRequest:
    return SharingRequest.objects.get(code="metro-manila-2013")


def _need_corrected(request: SharingRequest, by: Any) -> None:
    correct_need(request.needs.get(), text="A plan for buses", sector="transport", seen_revision=1, by=by)


def _solution_added(request: SharingRequest, by: Any) -> None:
    offered = request.needs.get().matches.values("solution_id")
    add_match(request.needs.get(), solution=PolicySolution.objects.exclude(pk__in=offered)[0], reason="", by=by)


def _offered_added(request: SharingRequest, by: Any) -> None:
    need = request.needs.get()
    add_match(need, solution=need.matches.get(rank=1).solution, reason="", by=by)


def _shipped(model: type[Any], **which: str) -> Callable[[SharingRequest, Any], None]:
    def change(request: SharingRequest, by: Any) -> None:
        assert model.objects.filter(**which).update(shipped_digest="0" * 64)

    return change


def _figure_added(request: SharingRequest, by: Any) -> None:
    figure = Observation.objects.filter(city=request.city)[0]
    figure.pk = None
    figure.save()


def _figure_corrected(request: SharingRequest, by: Any) -> None:
    figure = Observation.objects.filter(city=request.city, value__isnull=False)[0]
    figure.value = figure.value + 1
    figure.save()


def _withdrawn(request: SharingRequest, by: Any) -> None:
    PolicySolution.objects.filter(code="topis").update(withdrawn_on=TODAY)


CHANGES: dict[str, Callable[[SharingRequest, Any], object]] = {
    "a need is corrected": _need_corrected,
    "a need is added": lambda request, by: add_need(request, text="Water", sector="water", by=by),
    "a need is taken out": lambda request, by: remove_need(request.needs.get(), by=by),
    "none fits": lambda request, by: say_none_fits(request.needs.get(), reason="older", by=by),
    "a match is decided": lambda request, by: decide(
        request.needs.get().matches.get(rank=1), verdict=Verdict.ACCEPTED, reason="", seen_revision=1, by=by
    ),
    "a solution is added": _solution_added,
    "an offered solution is added by a person": _offered_added,
    "a solution ships anew": _shipped(PolicySolution, code="topis"),
    "a solution is withdrawn": _withdrawn,
    "a box of the cooperation chart ships anew": _shipped(NetworkNode),
    "the city ships anew": _shipped(City, code="metro-manila"),
    "its country ships anew": _shipped(Country, code="PH"),
    "an indicator ships anew": _shipped(Indicator, code="population"),
    "a fund ships anew": _shipped(Fund),
    "a figure is added": _figure_added,
    "a figure is corrected": _figure_corrected,
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=list(CHANGES))
def test_the_hash_changes_when(manila: SharingRequest, person: Any, change: Callable[..., object]) -> None:
    before = inputs_hash(manila)
    change(manila, person("officer"))
    manila.refresh_from_db()
    assert inputs_hash(manila) != before


def test_a_dossier_just_built_is_up_to_date(manila: SharingRequest) -> None:
    assert build_dossier(manila, language=Language.KO, by=None).inputs_hash == inputs_hash(manila)


def test_a_new_matching_that_finds_the_same_leaves_the_dossier_up_to_date(manila: SharingRequest) -> None:
    match_needs(manila, today=TODAY, by=None)
    before = inputs_hash(manila)
    match_needs(manila, today=TODAY, by=None)
    assert inputs_hash(manila) == before


def test_a_figure_of_another_city_changes_nothing(manila: SharingRequest) -> None:
    before = inputs_hash(manila)
    _figure_corrected(SharingRequest.objects.get(code="buenos-aires-2012"), None)
    assert inputs_hash(manila) == before


def test_messages_and_other_requests_change_nothing(manila: SharingRequest, person: Any) -> None:
    before = inputs_hash(manila)
    say(manila, text="Thank you", by=None)
    other = SharingRequest.objects.get(code="sharjah-2012")
    add_need(other, text="Water", sector="water", by=person("officer"))
    SharingRequest.objects.filter(pk=other.pk).update(received_at=timezone.now())
    assert inputs_hash(manila) == before


def test_a_need_put_back_is_not_the_need_that_was_never_touched(manila: SharingRequest, person: Any) -> None:
    """Its revision moved on: someone looked at it in between, so the paper is built anew."""
    before, officer = inputs_hash(manila), person("officer")
    restore_need(remove_need(manila.needs.get(), by=officer), by=officer)
    assert inputs_hash(manila) != before


def _matched_claim(request: SharingRequest) -> Claim:
    return Claim.objects.filter(solution__matches__need__sharing_request=request, kind="figure").order_by("pk")[0]


def test_a_claim_that_expires_as_days_pass_or_is_renewed_lets_the_dossier_turn_out_of_date(
    manila: SharingRequest, person: Any
) -> None:
    claim, manager = _matched_claim(manila), person("manager")
    claim = end_claim(claim, valid_until=TODAY, seen_revision=claim.revision, by=manager)
    built = inputs_hash(manila, today=TODAY)
    assert inputs_hash(manila, today=TODAY) == built
    assert inputs_hash(manila, today=TODAY + timedelta(1)) != built
    confirm_claim(claim, valid_until=None, today=TODAY, seen_revision=claim.revision, by=manager)
    assert inputs_hash(manila, today=TODAY) != built


def test_a_doubt_lets_the_dossier_turn_out_of_date_and_one_about_another_solution_does_not(
    manila: SharingRequest, person: Any
) -> None:
    before, officer = inputs_hash(manila, today=TODAY), person("officer")
    other = Claim.objects.exclude(solution__matches__need__sharing_request=manila)[0]
    question_claim(other, question="Which year?", seen_revision=other.revision, by=officer)
    assert inputs_hash(manila, today=TODAY) == before
    claim = _matched_claim(manila)
    question_claim(claim, question="Which year?", seen_revision=claim.revision, by=officer)
    assert inputs_hash(manila, today=TODAY) != before
