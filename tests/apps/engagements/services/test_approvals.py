"""Drafting a paper, sending it with everybody who signs, drafting it again, taking it back."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from tests.apps.engagements.signatories import engagement, letter, ranked

from seoulution.apps.accounts.models import User
from seoulution.apps.correspondence.models import Notice
from seoulution.apps.demand.services import StaleEdit
from seoulution.apps.engagements.models import ApprovalCase
from seoulution.apps.engagements.services.approvals import Writing, draft, edit, redraft, send, withdraw
from seoulution.apps.engagements.services.rights import AlreadyOver, NotAllowed, ReasonMissing
from seoulution.apps.engagements.services.signing import sign
from seoulution.engine.engagements.codes import CaseState, Rank, Verdict
from seoulution.engine.engagements.facts import Approval
from seoulution.engine.vocabulary import Stage

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 2)
TRIP = Writing(
    Approval.OFFICIAL_TRAVEL, Stage.CONSULTING, "Trip to Manila", "Three people, five days.", Decimal(3_000_000), "KRW"
)


@pytest.fixture
def people(person: Callable[..., Any]) -> dict[Rank, User]:
    return {rank: ranked(person, rank) for rank in (Rank.OFFICER, Rank.TEAM_HEAD, Rank.DIVISION_HEAD)}


def sent(people: dict[Rank, User]) -> ApprovalCase:
    case = draft(engagement(), TRIP, by=people[Rank.OFFICER])
    signatories = [[people[Rank.TEAM_HEAD]], [people[Rank.DIVISION_HEAD]]]
    return send(case, signatories=signatories, by=people[Rank.OFFICER], seen_revision=1, today=DAY)


def refusals(refused: pytest.ExceptionInfo[NotAllowed]) -> list[str]:
    return [finding.code for finding in refused.value.findings]


def test_a_sent_paper_has_its_block_a_number_and_tells_whose_turn_it_is(people: dict[Rank, User]) -> None:
    case = sent(people)
    block = [(row.order, row.rank, row.verdict) for row in case.signatures.all()]
    assert block == [(0, "officer", "approved"), (1, "team_head", ""), (2, "division_head", "")]
    assert (case.state, case.number) == (CaseState.SIGNING, f"2026-{case.pk:05d}")
    told = Notice.objects.filter(kind="paper-to-sign")
    assert [notice.user for notice in told] == [people[Rank.TEAM_HEAD]]


def test_everything_missing_is_said_at_once_and_nothing_is_written(people: dict[Rank, User]) -> None:
    case = draft(engagement(), Writing(Approval.OWN_BUDGET, Stage.TRAINING, "Money"), by=people[Rank.OFFICER])
    with pytest.raises(NotAllowed) as refused:
        send(case, signatories=[[None], [people[Rank.OFFICER]]], by=people[Rank.OFFICER], seen_revision=1, today=DAY)
    assert refusals(refused) == [
        "approval.no-text",
        "approval.no-amount",
        "approval.no-signatory",
        "approval.own-draft",
        "approval.other-rank",
    ]
    case.refresh_from_db()
    assert case.state == CaseState.DRAFT and not case.signatures.exists()


def test_an_amount_in_another_currency_asks_for_won_where_no_rate_of_the_year_is_on_record(people: dict[Rank, User]) -> None:
    writing = Writing(Approval.OFFICIAL_TRAVEL, Stage.CONSULTING, "Trip", "Why", Decimal(2000), "USD")
    case = draft(engagement(), writing, by=people[Rank.OFFICER])
    signatories = [[people[Rank.TEAM_HEAD]], [people[Rank.DIVISION_HEAD]]]
    with pytest.raises(NotAllowed) as refused:
        send(case, signatories=signatories, by=people[Rank.OFFICER], seen_revision=1, today=DAY)
    assert refusals(refused) == ["approval.amount-needs-won"]
    assert send(case, signatories=signatories, by=people[Rank.OFFICER], seen_revision=1, today=date(2014, 6, 1)).number


def test_only_the_drafter_changes_a_draft_and_nobody_overwrites_what_they_did_not_see(people: dict[Rank, User]) -> None:
    case = draft(engagement(), TRIP, by=people[Rank.OFFICER])
    with pytest.raises(NotAllowed) as refused:
        edit(case, TRIP, by=people[Rank.TEAM_HEAD], seen_revision=1)
    assert refusals(refused) == ["approval.not-your-draft"]
    version = letter(people[Rank.OFFICER])
    attached = Writing(TRIP.kind, TRIP.stage, "Trip, as agreed", TRIP.text, TRIP.amount, "KRW", (version,))
    changed = edit(case, attached, by=people[Rank.OFFICER], seen_revision=1)
    assert (changed.title, list(changed.attached.all())) == ("Trip, as agreed", [version])
    with pytest.raises(StaleEdit):
        edit(case, TRIP, by=people[Rank.OFFICER], seen_revision=1)


def test_what_others_decide_is_not_drafted_and_an_ended_file_has_no_drafts(people: dict[Rank, User]) -> None:
    with pytest.raises(NotAllowed) as refused:
        draft(engagement(), Writing(Approval.FUND_DECISION, Stage.FEASIBILITY, "Fund"), by=people[Rank.OFFICER])
    assert refusals(refused) == ["approval.decided-elsewhere"]
    row = engagement()
    row.ending, row.ending_reason = "lost", "no money"
    row.save()
    with pytest.raises(AlreadyOver):
        draft(row, TRIP, by=people[Rank.OFFICER])


def test_a_sent_back_paper_goes_out_again_in_a_further_round_and_its_old_signatures_stay_voided(
    people: dict[Rank, User],
) -> None:
    case = sent(people)
    sign(case, verdict=Verdict.SENT_BACK, reason="which days?", by=people[Rank.TEAM_HEAD], seen_round=1, today=DAY)
    case.refresh_from_db()
    assert case.state == CaseState.SENT_BACK
    assert not case.signatures.filter(voided_at=None).exists()
    again = redraft(case, by=people[Rank.OFFICER], seen_revision=case.revision)
    signatories = [[people[Rank.TEAM_HEAD]], [people[Rank.DIVISION_HEAD]]]
    out = send(again, signatories=signatories, by=people[Rank.OFFICER], seen_revision=again.revision, today=DAY)
    assert (out.round, out.number) == (2, f"2026-{case.pk:05d}")
    assert out.signatures.filter(round=1).count() == 3 and out.signatures.filter(round=2, voided_at=None).count() == 3


def test_the_drafter_takes_a_paper_back_with_a_reason_until_it_is_decided(people: dict[Rank, User]) -> None:
    case = sent(people)
    with pytest.raises(ReasonMissing):
        withdraw(case, reason="", by=people[Rank.OFFICER], seen_revision=case.revision)
    gone = withdraw(case, reason="the trip is off", by=people[Rank.OFFICER], seen_revision=case.revision)
    assert gone.state == CaseState.WITHDRAWN
    with pytest.raises(NotAllowed):
        sign(case, verdict=Verdict.APPROVED, by=people[Rank.TEAM_HEAD], seen_round=1, today=DAY)
    with pytest.raises(NotAllowed):
        withdraw(gone, reason="again", by=people[Rank.OFFICER], seen_revision=gone.revision)


@pytest.mark.parametrize("role", ["analyst", "auditor", "owner", "partner"])
def test_papers_are_drafted_by_those_who_work_on_the_file(person: Callable[..., Any], role: str) -> None:
    with pytest.raises(PermissionDenied):
        draft(engagement(), TRIP, by=person(role))
