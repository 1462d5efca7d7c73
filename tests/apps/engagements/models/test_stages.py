"""What the database itself refuses of spells and money."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction
from tests.apps.engagements.services.files import TODAY, told

pytestmark = pytest.mark.django_db
SPELL = {"stage": "training", "entered_on": TODAY, "reason": "x"}
MONEY = {"stage": "training", "fund": "own-budget"}


def test_a_stage_runs_once_at_a_time() -> None:
    row = told()
    row.spells.create(**SPELL)
    with pytest.raises(IntegrityError), transaction.atomic():
        row.spells.create(**SPELL)
    row.spells.update(outcome="done", left_on=TODAY)
    row.spells.create(**SPELL)


@pytest.mark.parametrize(
    "columns",
    [{"left_on": TODAY}, {"outcome": "done"}, {"outcome": "left_out"}, {"outcome": "struck"}, {"reason": ""}],
)
def test_a_running_spell_has_no_last_day_others_have_one_and_each_has_a_reason(columns: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        told().spells.create(**{**SPELL, **columns})


def test_money_is_named_once_a_stage_while_it_stands() -> None:
    row = told()
    row.fundings.create(**MONEY)
    with pytest.raises(IntegrityError), transaction.atomic():
        row.fundings.create(**MONEY)
    row.fundings.update(withdrawn_on=TODAY)
    row.fundings.create(**MONEY)


def test_a_sum_of_money_has_a_currency() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        told().fundings.create(**MONEY, amount=5)
