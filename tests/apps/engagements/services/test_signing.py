"""Signing: in order, side by side, for somebody away, and what each verdict leads to."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from tests.apps.engagements.services.test_approvals import DAY, TRIP, refusals, sent
from tests.apps.engagements.signatories import engagement, ranked

from seoulution.apps.accounts.models import User
from seoulution.apps.correspondence.models import Notice
from seoulution.apps.demand.services import StaleEdit
from seoulution.apps.engagements.queries import facts_of
from seoulution.apps.engagements.services.absences import end_absence, record_absence
from seoulution.apps.engagements.services.approvals import Writing, draft, send
from seoulution.apps.engagements.services.rights import NotAllowed, ReasonMissing
from seoulution.apps.engagements.services.signing import sign
from seoulution.apps.engagements.signing import waiting_signatures
from seoulution.engine.engagements.codes import CaseState, Rank, Verdict
from seoulution.engine.engagements.facts import Approval
from seoulution.engine.vocabulary import Stage

pytestmark = pytest.mark.django_db


@pytest.fixture
def people(person: Callable[..., Any]) -> dict[Rank, User]:
    return {rank: ranked(person, rank) for rank in Rank}


def test_approved_by_all_in_order_it_opens_the_gate_of_its_stage_only(people: dict[Rank, User]) -> None:
    case = sent(people)
    with pytest.raises(NotAllowed) as refused:
        sign(case, verdict=Verdict.APPROVED, by=people[Rank.DIVISION_HEAD], seen_round=1, today=DAY)
    assert refusals(refused) == ["approval.not-your-turn"]
    sign(case, verdict=Verdict.APPROVED, by=people[Rank.TEAM_HEAD], seen_round=1, today=DAY)
    assert Notice.objects.filter(user=people[Rank.DIVISION_HEAD], kind="paper-to-sign").exists()
    done = sign(case, verdict=Verdict.APPROVED, by=people[Rank.DIVISION_HEAD], seen_round=1, today=DAY)
    assert (done.state, done.decided_on) == (CaseState.APPROVED, DAY)
    assert Notice.objects.filter(user=people[Rank.OFFICER], kind="paper-decided").exists()
    taken = facts_of(engagement(), today=DAY).approvals
    assert taken == {Stage.CONSULTING: frozenset({Approval.OFFICIAL_TRAVEL})}


def test_a_refusal_and_a_sending_back_need_a_reason_and_tell_the_drafter(people: dict[Rank, User]) -> None:
    case = sent(people)
    for verdict in (Verdict.DECLINED, Verdict.SENT_BACK):
        with pytest.raises(ReasonMissing):
            sign(case, verdict=verdict, by=people[Rank.TEAM_HEAD], seen_round=1, today=DAY)
    declined = sign(case, verdict=Verdict.DECLINED, reason="no", by=people[Rank.TEAM_HEAD], seen_round=1, today=DAY)
    assert declined.state == CaseState.DECLINED
    assert Notice.objects.get(user=people[Rank.OFFICER]).kind == "paper-decided"
    assert facts_of(engagement(), today=DAY).approvals == {}


def test_nobody_signs_what_they_did_not_read_or_what_is_not_theirs(
    people: dict[Rank, User], person: Callable[..., Any]
) -> None:
    case = sent(people)
    with pytest.raises(StaleEdit):
        sign(case, verdict=Verdict.APPROVED, by=people[Rank.TEAM_HEAD], seen_round=2, today=DAY)
    with pytest.raises(NotAllowed) as refused:
        sign(case, verdict=Verdict.APPROVED, by=people[Rank.MAYOR], seen_round=1, today=DAY)
    assert refusals(refused) == ["approval.not-your-place"]
    with pytest.raises(NotAllowed) as own:
        sign(case, verdict=Verdict.APPROVED, by=people[Rank.OFFICER], seen_round=1, today=DAY)
    assert refusals(own) == ["approval.own-draft"]
    with pytest.raises(PermissionDenied):
        sign(case, verdict=Verdict.APPROVED, by=person("auditor"), seen_round=1, today=DAY)


def test_heads_of_division_sign_side_by_side_in_either_order(people: dict[Rank, User], person: Callable[..., Any]) -> None:
    second = ranked(person, Rank.DIVISION_HEAD, name="budget")
    writing = Writing(Approval.OWN_BUDGET, Stage.TRAINING, "Course", "For twenty people.", Decimal(200_000_000), "KRW")
    case = draft(engagement(), writing, by=people[Rank.OFFICER])
    heads = [people[Rank.DIVISION_HEAD], second]
    above = [[people[Rank.TEAM_HEAD]], heads, [people[Rank.BUREAU_HEAD]], [people[Rank.VICE_MAYOR]]]
    send(case, signatories=above, by=people[Rank.OFFICER], seen_revision=1, today=DAY)
    sign(case, verdict=Verdict.APPROVED, by=people[Rank.TEAM_HEAD], seen_round=1, today=DAY)
    assert all(waiting_signatures(head, DAY).exists() for head in heads)
    sign(case, verdict=Verdict.APPROVED, by=second, seen_round=1, today=DAY)
    assert not waiting_signatures(people[Rank.BUREAU_HEAD], DAY).exists()
    sign(case, verdict=Verdict.APPROVED, by=heads[0], seen_round=1, today=DAY)
    assert waiting_signatures(people[Rank.BUREAU_HEAD], DAY).exists()


def test_a_stand_in_signs_during_the_absence_and_the_block_says_so(
    people: dict[Rank, User], person: Callable[..., Any]
) -> None:
    case, stand_in = sent(people), person("officer", name="stand-in")
    head = people[Rank.TEAM_HEAD]
    absence = record_absence(head, stand_in=stand_in, from_on=DAY, until_on=DAY, reason="leave", by=head, today=DAY)
    assert Notice.objects.get(user=stand_in).why == "stand-in"
    assert [row.case for row in waiting_signatures(stand_in, DAY)] == [case]
    assert not waiting_signatures(stand_in, date(2026, 3, 3)).exists()
    end_absence(absence, reason="back", by=head)
    assert not waiting_signatures(stand_in, DAY).exists()
    record_absence(head, stand_in=stand_in, from_on=DAY, until_on=DAY, reason="ill", by=head, today=DAY)
    sign(case, verdict=Verdict.APPROVED, by=stand_in, seen_round=1, today=DAY)
    place = case.signatures.get(order=1)
    assert (place.signatory, place.acting) == (head, stand_in)


def test_the_drafter_is_no_stand_in_for_the_own_paper(people: dict[Rank, User]) -> None:
    case, head, drafter = sent(people), people[Rank.TEAM_HEAD], people[Rank.OFFICER]
    record_absence(head, stand_in=drafter, from_on=DAY, until_on=DAY, reason="leave", by=head, today=DAY)
    assert not waiting_signatures(drafter, DAY).exists()
    with pytest.raises(NotAllowed):
        sign(case, verdict=Verdict.APPROVED, by=drafter, seen_round=1, today=DAY)


def test_a_signature_that_another_has_just_given_is_not_given_twice(people: dict[Rank, User]) -> None:
    case = sent(people)
    sign(case, verdict=Verdict.APPROVED, by=people[Rank.TEAM_HEAD], seen_round=1, today=DAY)
    with pytest.raises(NotAllowed):
        sign(case, verdict=Verdict.SENT_BACK, reason="x", by=people[Rank.TEAM_HEAD], seen_round=1, today=DAY)
    assert TRIP.title == case.title
