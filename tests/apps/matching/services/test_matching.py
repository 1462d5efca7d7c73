"""Matching is done once, keeps what people decided, and refuses who decides over someone else."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.utils import timezone

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.demand.models import Channel, Need, SharingRequest
from seoulution.apps.demand.services import Incoming, StaleEdit, receive, say_none_fits
from seoulution.apps.matching import services
from seoulution.apps.matching.models import Match, Passage, Verdict
from seoulution.apps.matching.queries import MOST_OFFERS
from seoulution.apps.matching.services import matching

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 22)
Person = Callable[..., Any]


@pytest.fixture
def need(db: None) -> Need:
    """A need for less leakage, matched by rule."""
    request, _ = services.take_in(
        Incoming(text="We lose half of our treated water through leaks in old pipes.", city_as_written="Lima"),
        channel=Channel.FORM,
        today=TODAY,
        by=None,
    )
    return request.needs.get()


def offered(need: Need) -> list[tuple[str, int]]:
    return list(need.matches.order_by("rank").values_list("solution__code", "rank"))


def test_a_leaking_network_is_offered_the_revenue_water_solution_first(need: Need) -> None:
    assert offered(need)[0] == ("revenue-water", 1)
    assert 1 <= len(offered(need)) <= MOST_OFFERS
    assert need.matches.get(rank=1).reasons["same_sector"] is True


def test_a_withdrawn_solution_leaves_the_index_and_is_offered_no_more(need: Need) -> None:
    PolicySolution.objects.filter(code="revenue-water").update(withdrawn_on=TODAY)
    services.index_passages()
    assert not Passage.objects.filter(solution__code="revenue-water").exists()
    services.match_needs(need.sharing_request, today=TODAY, by=None)
    assert "revenue-water" not in dict(offered(need))


def test_matching_again_offers_the_same_in_the_same_order(need: Need) -> None:
    before = offered(need)
    services.match_needs(need.sharing_request, today=TODAY, by=None)
    assert offered(need) == before


def test_what_people_decided_and_added_survives_a_new_matching(need: Need, person: Person) -> None:
    officer = person("officer")
    first, second = need.matches.order_by("rank")[:2]
    services.decide(first, verdict=Verdict.REJECTED, reason="they have it already", seen_revision=1, by=officer)
    services.decide(second, verdict=Verdict.ACCEPTED, reason="", seen_revision=1, by=officer)
    added = services.add_match(need, solution=_not_offered(need), reason="seen in the field", by=officer)
    services.match_needs(need.sharing_request, today=TODAY, by=None)
    first.refresh_from_db()
    second.refresh_from_db()
    added.refresh_from_db()
    assert (first.verdict, first.verdict_reason) == ("rejected", "they have it already")
    assert second.verdict == "accepted"
    assert (added.verdict, added.added_by_person) == ("accepted", True)
    codes = [code for code, _ in offered(need)]
    assert len(codes) == len(set(codes))


def test_a_need_that_none_fits_is_not_matched_again(need: Need, person: Person) -> None:
    need.matches.all().delete()
    say_none_fits(need, reason="asks for a loan", by=person("officer"))
    services.match_needs(need.sharing_request, today=TODAY, by=None)
    assert offered(need) == []


def test_a_decision_over_someone_elses_is_refused_with_what_they_decided(need: Need, person: Person) -> None:
    match = need.matches.get(rank=1)
    services.decide(match, verdict=Verdict.ACCEPTED, reason="fits", seen_revision=1, by=person("officer"))
    with pytest.raises(StaleEdit) as refused:
        services.decide(match, verdict=Verdict.REJECTED, reason="no", seen_revision=1, by=person("manager"))
    assert refused.value.current.verdict == "accepted"
    match.refresh_from_db()
    assert (match.verdict, match.verdict_reason, match.revision) == ("accepted", "fits", 2)


def test_a_decision_is_kept_with_who_when_and_why_and_can_be_taken_back(need: Need, person: Person) -> None:
    officer, before = person("officer"), timezone.now()
    decided = services.decide(
        need.matches.get(rank=1), verdict=Verdict.REJECTED, reason="too\x00 dear", seen_revision=1, by=officer
    )
    assert (decided.decided_by, decided.verdict_reason) == (officer, "too dear")
    assert decided.decided_at is not None
    assert decided.decided_at >= before
    back = services.decide(decided, verdict=Verdict.PROPOSED, reason="", seen_revision=2, by=officer)
    assert (back.verdict, back.verdict_reason, back.revision) == ("proposed", "", 3)


def test_a_fit_that_a_person_knows_is_accepted_and_comes_last(need: Need, person: Person) -> None:
    last = max(rank for _, rank in offered(need))
    match = services.add_match(need, solution=_not_offered(need), reason="seen in the field", by=person("officer"))
    assert (match.rank, match.verdict, match.weak, match.added_by_person) == (last + 1, "accepted", False, True)


def test_adding_what_was_offered_already_accepts_it_in_its_place(need: Need, person: Person) -> None:
    match = need.matches.get(rank=1)
    added = services.add_match(need, solution=match.solution, reason="we know it", by=person("officer"))
    assert (added.pk, added.rank, added.verdict) == (match.pk, 1, "accepted")
    assert Match.objects.filter(need=need, solution=match.solution).count() == 1


def test_who_saw_a_match_before_it_was_added_by_another_decides_nothing(need: Need, person: Person) -> None:
    match = need.matches.get(rank=1)
    added = services.add_match(need, solution=match.solution, reason="we know it", by=person("officer"))
    assert added.revision == 2
    with pytest.raises(StaleEdit) as refused:
        services.decide(match, verdict=Verdict.REJECTED, reason="no", seen_revision=1, by=person("manager"))
    assert refused.value.current.verdict_reason == "we know it"


def test_a_letter_is_kept_even_if_matching_fails(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("the index is gone")

    monkeypatch.setattr(matching, "match_needs", fail)
    incoming = Incoming(text="Our pipes leak.", city_as_written="Lima")
    request, token = services.take_in(incoming, channel=Channel.FORM, today=TODAY, by=None)
    assert SharingRequest.objects.filter(pk=request.pk, text="Our pipes leak.").exists()
    assert len(token) >= 43
    assert request.code in caplog.text


def test_a_request_without_needs_is_matched_with_nothing() -> None:
    request, _ = receive(Incoming(text="", city_as_written="Lima"), channel=Channel.FORM, by=None)
    services.match_needs(request, today=TODAY, by=None)
    assert not Match.objects.filter(need__sharing_request=request).exists()


def _not_offered(need: Need) -> PolicySolution:
    return PolicySolution.objects.filter(withdrawn_on=None).exclude(code__in=[code for code, _ in offered(need)])[0]
