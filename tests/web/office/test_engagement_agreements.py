"""Recording the city's word, a basis and another route from the page."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from tests.web.office.reading import body, post

from seoulution.apps.engagements.models import BasisDecision, Confirmation, Engagement

pytestmark = pytest.mark.django_db
CODE = "metro-manila-transport-advice"
SignIn = Callable[[str], Client]
WORD = {"what": "need", "confirmed_by": "the mayor", "confirmed_on": "2026-11-01", "by_way_of": "letter 7"}
BASIS = {"decided_by": "the council", "decided_on": "2026-11-02", "reference": "resolution 12"}


@pytest.fixture
def officer(signed_in_as: SignIn) -> Client:
    return signed_in_as("officer")


def page(client: Client) -> str:
    return body(client.get(reverse("office:engagement_course", args=[CODE])))


def test_the_citys_word_is_recorded_shown_and_taken_back_with_a_reason(officer: Client) -> None:
    assert post(officer, "office:engagement_confirm", [CODE], **WORD).status_code == 302
    record = Confirmation.objects.get()
    assert (record.confirmed_by, str(record.confirmed_on)) == ("the mayor", "2026-11-01")
    assert "letter 7" in page(officer)
    assert post(officer, "office:confirmation_back", [record.pk], reason="").status_code == 422
    assert post(officer, "office:confirmation_back", [record.pk], reason="another department").status_code == 302
    assert "another department" in page(officer)


def test_what_was_typed_stays_after_a_refusal(officer: Client) -> None:
    ahead = post(officer, "office:engagement_confirm", [CODE], **{**WORD, "confirmed_on": "2999-01-01"})
    assert ahead.status_code == 422 and "The day lies ahead" in body(ahead) and "letter 7" in body(ahead)
    empty = post(officer, "office:engagement_confirm", [CODE], **{**WORD, "confirmed_by": ""})
    assert empty.status_code == 422 and "letter 7" in body(empty)


def test_a_basis_is_decided_for_a_rule_that_asks_for_one(officer: Client) -> None:
    Engagement.objects.filter(code=CODE).update(lead="city_hall", activity="dispatch_long", money_flow="own_budget")
    shown = page(officer)
    assert reverse("office:engagement_basis", args=[CODE]) in shown
    rule = shown.split('name="rule" value="')[1].split('"')[0]
    assert post(officer, "office:engagement_basis", [CODE], rule="no-such-rule", **BASIS).status_code == 422
    assert post(officer, "office:engagement_basis", [CODE], rule=rule, **BASIS).status_code == 302
    record = BasisDecision.objects.get()
    assert "resolution 12" in page(officer)
    assert post(officer, "office:basis_back", [record.pk], reason="overturned").status_code == 302


def test_another_route_is_taken_with_a_reason(officer: Client) -> None:
    way: dict[str, Any] = {"lead": "municipal_corporation", "activity": "paid_consulting", "money_flow": "cost_recovery"}
    assert post(officer, "office:engagement_route", [CODE], revision=1, reason="", **way).status_code == 422
    assert post(officer, "office:engagement_route", [CODE], revision=1, reason="counsel", **way).status_code == 302
    assert post(officer, "office:engagement_route", [CODE], revision=1, reason="counsel", **way).status_code == 409
    assert post(officer, "office:engagement_route", [CODE], revision=2, reason="x", lead="\x00").status_code == 422
    assert Engagement.objects.get(code=CODE).lead == "municipal_corporation"


def test_another_officers_file_is_refused_with_the_finding(officer: Client, person: Callable[..., Any]) -> None:
    Engagement.objects.filter(code=CODE).update(owner=person("officer", "other"))
    response = post(officer, "office:engagement_confirm", [CODE], **WORD)
    assert response.status_code == 403 and "another’s file" in body(response)
