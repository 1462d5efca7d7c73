"""The forms of the page of course and money."""

from collections.abc import Callable
from typing import Any

import pytest
from tests.apps.engagements.services.files import opened, told

from seoulution.apps.financing.models import Fund
from seoulution.web.office.engagement_forms import BasisForm, ConfirmForm, MoneyForm, fund_choices

pytestmark = pytest.mark.django_db


def test_money_is_a_fund_on_record_the_own_budget_or_the_partner_city() -> None:
    codes = [code for code, _words in fund_choices()]
    assert codes[:3] == ["", "own-budget", "partner-city"]
    assert set(codes[3:]) == set(Fund.objects.filter(withdrawn_on=None).values_list("code", flat=True))


def test_a_currency_is_written_in_capitals() -> None:
    form = MoneyForm({"stage": "training", "fund": "own-budget", "state": "named", "amount": "5", "currency": " krw"[1:]})
    assert form.is_valid() and form.cleaned_data["currency"] == "KRW"


def test_only_papers_of_the_own_file_can_be_named(person: Callable[..., Any]) -> None:
    row, other = opened(person("officer")), told()
    own, foreign = row.documents.create(title="Letter"), other.documents.create(title="Other letter")
    given = {"confirmed_by": "x", "confirmed_on": "2026-01-01", "by_way_of": "y"}
    assert ConfirmForm(row, {**given, "document": own.pk}).is_valid()
    assert not ConfirmForm(row, {**given, "document": foreign.pk}).is_valid()
    assert not BasisForm(row, {"decided_by": "x", "decided_on": "", "reference": "z"}).is_valid()
