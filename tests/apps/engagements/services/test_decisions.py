"""Decisions of others: recorded with their paper, each for one stage."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from tests.apps.engagements.signatories import engagement, letter

from seoulution.apps.engagements.queries import facts_of
from seoulution.apps.engagements.services.decisions import record_decision, strike_decision
from seoulution.apps.engagements.services.rights import NotAllowed
from seoulution.engine.engagements.codes import CaseState
from seoulution.engine.engagements.facts import Approval
from seoulution.engine.vocabulary import Stage

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 2)


def record(by: Any, **more: Any) -> Any:
    given = {
        "kind": Approval.FUND_DECISION,
        "stage": Stage.FEASIBILITY,
        "title": "The fund pays for the study",
        "decided_by": "Asian Development Bank",
        "decided_on": date(2026, 2, 1),
        "by": by,
        "today": DAY,
        **more,
    }
    return record_decision(engagement(), **given)


def test_the_funds_decision_on_a_study_counts_for_the_study_alone_until_it_is_struck(person: Callable[..., Any]) -> None:
    officer = person("officer")
    case = record(officer, evidence=letter(officer).document)
    taken = facts_of(engagement(), today=DAY).approvals
    assert taken == {Stage.FEASIBILITY: frozenset({Approval.FUND_DECISION})}
    assert strike_decision(case, reason="of another city", by=officer).state == CaseState.WITHDRAWN
    assert facts_of(engagement(), today=DAY).approvals == {}
    with pytest.raises(NotAllowed):
        strike_decision(case, reason="again", by=officer)


def test_a_refusal_is_recorded_and_opens_nothing(person: Callable[..., Any]) -> None:
    officer = person("officer")
    record(officer, evidence=letter(officer).document, granted=False)
    assert facts_of(engagement(), today=DAY).approvals == {}


def test_a_later_no_of_the_same_body_closes_what_its_yes_opened_until_the_no_is_struck(person: Callable[..., Any]) -> None:
    officer = person("officer")
    paper = letter(officer).document
    record(officer, evidence=paper)
    no = record(officer, evidence=paper, granted=False, decided_by=" ASIAN development  bank", decided_on=date(2026, 2, 2))
    assert facts_of(engagement(), today=DAY).approvals == {}
    strike_decision(no, reason="of another city", by=officer)
    assert facts_of(engagement(), today=DAY).approvals == {Stage.FEASIBILITY: frozenset({Approval.FUND_DECISION})}


def test_a_decision_without_paper_body_or_past_day_is_refused_with_everything_at_once(person: Callable[..., Any]) -> None:
    with pytest.raises(NotAllowed) as refused:
        record(
            person("officer"),
            kind=Approval.OWN_BUDGET,
            title=" ",
            decided_by="",
            decided_on=date(2026, 3, 3),
            evidence=None,
        )
    assert [each.code for each in refused.value.findings] == [
        "approval.signed-here",
        "approval.no-title",
        "approval.no-body",
        "approval.day-ahead",
        "approval.no-evidence",
    ]
