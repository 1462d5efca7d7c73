"""Whose money is named for a stage, and how firm it is."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from tests.apps.engagements.services.files import TODAY, last_context, opened

from seoulution.apps.engagements.models import Engagement, StageFunding
from seoulution.apps.engagements.queries import facts_of
from seoulution.apps.engagements.services import funding, moves
from seoulution.apps.engagements.services.funding import OWN_BUDGET, PARTNER_CITY
from seoulution.apps.engagements.services.rights import AlreadyOver, NotAllowed, NotOwnFile, ReasonMissing
from seoulution.engine.engagements.codes import FundingState
from seoulution.engine.vocabulary import Ending, Stage

pytestmark = pytest.mark.django_db
Person = Callable[..., Any]


@pytest.fixture
def officer(person: Person) -> Any:
    return person("officer")


@pytest.fixture
def row(officer: Any) -> Engagement:
    return opened(officer)


def name(row: Engagement, by: Any, **changes: Any) -> StageFunding:
    return funding.name_money(row, by=by, **{"stage": Stage.TRAINING, "fund": OWN_BUDGET, **changes})


def counted(row: Engagement) -> tuple[str, ...]:
    return facts_of(row, today=TODAY).funding.get(Stage.TRAINING, ())


def test_named_money_counts_until_it_is_refused_or_withdrawn(row: Engagement, officer: Any) -> None:
    own, theirs = name(row, officer), name(row, officer, fund=PARTNER_CITY, amount=Decimal(7), currency="VND")
    assert set(counted(row)) == {OWN_BUDGET, PARTNER_CITY}
    funding.move_money(own, state=FundingState.REFUSED, reason="no line in the budget", by=officer)
    assert counted(row) == (PARTNER_CITY,)
    funding.withdraw_money(theirs, reason="they changed their mind", by=officer, today=TODAY)
    assert counted(row) == ()
    assert last_context("StageFunding", theirs.pk)["reason"] == "they changed their mind"


def test_the_same_money_is_named_once_a_stage_and_again_after_it_was_withdrawn(row: Engagement, officer: Any) -> None:
    record = name(row, officer)
    with pytest.raises(NotAllowed) as refused:
        name(row, officer, amount=Decimal(0), currency="KRW")
    assert {each.code for each in refused.value.findings} == {
        "engagement.money-named-already",
        "engagement.amount-out-of-range",
    }
    name(row, officer, stage=Stage.CONSULTING)
    funding.withdraw_money(record, reason="wrong stage", by=officer, today=TODAY)
    name(row, officer)


def test_changes_need_reasons_and_withdrawn_money_is_settled(row: Engagement, officer: Any) -> None:
    record = name(row, officer)
    with pytest.raises(ReasonMissing):
        funding.move_money(record, state=FundingState.GRANTED, reason=" ", by=officer)
    funding.withdraw_money(record, reason="x", by=officer, today=TODAY)
    with pytest.raises(AlreadyOver):
        funding.move_money(record, state=FundingState.GRANTED, reason="late", by=officer)


def test_strangers_name_no_money_and_an_ended_file_takes_none(row: Engagement, officer: Any, person: Person) -> None:
    record, other = name(row, officer), person("officer", "other")
    with pytest.raises(NotOwnFile):
        name(row, other, fund=PARTNER_CITY)
    with pytest.raises(NotOwnFile):
        funding.withdraw_money(record, reason="x", by=other, today=TODAY)
    moves.end(row, ending=Ending.LOST, reason="outbid", seen_revision=1, by=person("manager"), today=TODAY)
    with pytest.raises(AlreadyOver):
        name(row, officer, fund=PARTNER_CITY)


def test_money_without_a_name_opens_no_gate(row: Engagement, officer: Any) -> None:
    with pytest.raises(NotAllowed) as refused:
        name(row, officer, fund=" ")
    assert [finding.code for finding in refused.value.findings] == ["gate.no-funding"]
    assert counted(row) == ()
