"""Naming money from the page."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from tests.web.office.reading import body, post

from seoulution.apps.engagements.models import StageFunding
from seoulution.apps.financing.models import Fund

pytestmark = pytest.mark.django_db
CODE = "metro-manila-transport-advice"
SignIn = Callable[[str], Client]


@pytest.fixture
def officer(signed_in_as: SignIn) -> Client:
    return signed_in_as("officer")


def name(client: Client, **changes: Any) -> Any:
    fund = Fund.objects.filter(withdrawn_on=None)[0].code
    given = {"stage": "feasibility", "fund": fund, "state": "named", "amount": "900000", "currency": "usd", **changes}
    return post(client, "office:engagement_fund", [CODE], **given)


def test_a_fund_on_record_is_named_once_for_a_stage_and_links_to_its_page(officer: Client) -> None:
    assert name(officer).status_code == 302
    record = StageFunding.objects.get()
    assert (record.currency, record.amount) == ("USD", 900000)
    again = name(officer)
    assert again.status_code == 422 and "named for the stage already" in body(again)
    page = body(officer.get(reverse("office:engagement_course", args=[CODE])))
    assert reverse("office:fund", args=[record.fund]) in page


@pytest.mark.parametrize("changes", [{"fund": "no-such-fund"}, {"stage": "moon"}, {"amount": "a lot"}, {"currency": "QQQ"}])
def test_what_is_not_on_record_is_not_named(officer: Client, changes: dict[str, str]) -> None:
    assert name(officer, **changes).status_code == 422
    assert not StageFunding.objects.exists()


def test_money_is_granted_refused_and_withdrawn_with_reasons(officer: Client) -> None:
    name(officer, fund="own-budget")
    record = StageFunding.objects.get()
    assert post(officer, "office:funding_change", [record.pk], state="granted", reason="their letter").status_code == 302
    assert post(officer, "office:funding_change", [record.pk], state="moon", reason="x").status_code == 422
    assert post(officer, "office:funding_change", [record.pk], state="withdrawn", reason="").status_code == 422
    assert post(officer, "office:funding_change", [record.pk], state="withdrawn", reason="budget cut").status_code == 302
    record.refresh_from_db()
    assert (record.state, record.withdrawn_reason) == ("granted", "budget cut")
    assert "budget cut" in body(officer.get(reverse("office:engagement_course", args=[CODE])))
