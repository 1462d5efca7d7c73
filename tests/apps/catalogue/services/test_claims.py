"""Owners answer for their claims; anybody inside may doubt one."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from seoulution.apps.catalogue.models import Claim, PolicySolution
from seoulution.apps.catalogue.refusals import Refused, StaleText
from seoulution.apps.catalogue.services.claims import confirm_claim, confirm_claims, confirm_solution, end_claim, question_claim
from seoulution.apps.network.services import affiliate
from seoulution.engine.catalogue.claims import ClaimState

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 28)


@pytest.fixture
def claim() -> Claim:
    return Claim.objects.filter(solution__code="revenue-water", kind="figure")[0]


@pytest.fixture
def owner(person: Callable[..., Any], claim: Claim) -> Any:
    user = person("owner")
    affiliate(user, agency=claim.solution.owner)
    return user


def test_an_ended_claim_may_be_quoted_again_once_its_owner_renews_it(claim: Claim, owner: Any) -> None:
    ended = end_claim(claim, valid_until=TODAY - timedelta(1), seen_revision=claim.revision, by=owner)
    assert ended.state_on(TODAY) is ClaimState.EXPIRED
    renewed = confirm_claim(ended, valid_until=TODAY + timedelta(30), today=TODAY, seen_revision=ended.revision, by=owner)
    assert (renewed.state_on(TODAY), renewed.review_on) == (ClaimState.CURRENT, TODAY + timedelta(30))


def test_a_doubt_is_marked_until_the_owner_answers(claim: Claim, owner: Any, person: Callable[..., Any]) -> None:
    doubted = question_claim(claim, question="Is this the metro area?", seen_revision=claim.revision, by=person("officer"))
    assert doubted.state_on(TODAY) is ClaimState.QUESTIONED
    answered = confirm_claim(doubted, valid_until=None, today=TODAY, seen_revision=doubted.revision, by=owner)
    assert (answered.state_on(TODAY), answered.question) == (ClaimState.CURRENT, "")


def test_only_the_owner_and_the_programme_answer_for_a_claim(claim: Claim, person: Callable[..., Any]) -> None:
    with pytest.raises(Refused):
        confirm_claim(claim, valid_until=None, today=TODAY, seen_revision=claim.revision, by=person("officer"))
    assert (
        confirm_claim(claim, valid_until=None, today=TODAY, seen_revision=claim.revision, by=person("manager")).confirmed_on
        == TODAY
    )


def test_a_second_answer_to_the_same_state_is_refused(claim: Claim, owner: Any) -> None:
    confirm_claim(claim, valid_until=None, today=TODAY, seen_revision=claim.revision, by=owner)
    with pytest.raises(StaleText):
        end_claim(claim, valid_until=TODAY, seen_revision=claim.revision, by=owner)


def test_a_claim_is_not_renewed_until_a_day_that_is_over(claim: Claim, owner: Any) -> None:
    with pytest.raises(Refused) as refused:
        confirm_claim(claim, valid_until=TODAY - timedelta(1), today=TODAY, seen_revision=claim.revision, by=owner)
    assert [finding.code for finding in refused.value.findings] == ["claim.until-is-over"]


def test_the_yearly_answer_stands_on_the_solution(owner: Any) -> None:
    row = confirm_solution(PolicySolution.objects.get(code="revenue-water"), today=TODAY, by=owner)
    assert row.reviewed_on == TODAY


def test_several_claims_are_confirmed_together_or_not_at_all(owner: Any) -> None:
    rows = list(Claim.objects.filter(solution__code="revenue-water")[:3])
    stale = {row: row.revision + (row is rows[2]) for row in rows}
    with pytest.raises(StaleText):
        confirm_claims(stale, valid_until=None, today=TODAY, by=owner)
    assert not Claim.objects.filter(pk__in=[row.pk for row in rows]).exclude(confirmed_on=None).exists()
    done = confirm_claims({row: row.revision for row in rows}, valid_until=None, today=TODAY, by=owner)
    assert {row.state_on(TODAY) for row in done} == {ClaimState.CURRENT}
