"""The engagement's page and what can be done from it."""

import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from seoulution.apps.engagements.models import Engagement, Promise

pytestmark = pytest.mark.django_db
CODE = "metro-manila-transport-advice"
SignIn = Callable[[str], Client]


def body(response: Any) -> str:
    return str(response.content.decode())


def post(client: Client, name: str, args: list[Any], **fields: Any) -> Any:
    return client.post(reverse(name, args=args), {"submission": str(uuid.uuid4()), **fields})


def test_the_gate_says_what_is_met_and_what_is_missing_with_the_next_step(signed_in_as: SignIn) -> None:
    page = body(signed_in_as("officer").get(reverse("office:engagement", args=[CODE])))
    assert "A letter of the partner city is not on file." in page
    assert "The step has a legal basis" in page
    assert "The programme manager decides at this gate." in page
    assert reverse("office:engagement_advance", args=[CODE]) not in page


def test_printed_stands_beside_corrected(signed_in_as: SignIn) -> None:
    page = body(signed_in_as("officer").get(reverse("office:engagement", args=["chittagong-signalling"])))
    record = Engagement.objects.get(code="chittagong-signalling").record
    assert record.printed_article in page
    assert record.name.en in page
    assert "Correction 35" in page


def test_money_names_funds_in_their_own_words_and_says_that_no_cost_is_known(signed_in_as: SignIn) -> None:
    page = body(signed_in_as("officer").get(reverse("office:engagement", args=[CODE])))
    assert "No cost is known yet" in page
    assert "대외경제협력기금" in page or "EDCF" in page
    drawn = body(signed_in_as("manager").get(reverse("office:engagement", args=["bangkok-fare-card-consulting"])))
    assert "The sum on record is read as the cost of" in drawn


def test_a_manager_is_refused_with_all_findings_and_the_reason_is_kept(signed_in_as: SignIn) -> None:
    response = post(signed_in_as("manager"), "office:engagement_advance", [CODE], to="feasibility", revision=1, reason="they pressed us")
    assert response.status_code == 422
    page = body(response)
    assert "The gate is closed; nothing was changed" in page
    assert "they pressed us" in page
    assert Engagement.objects.get(code=CODE).stage == "consulting"


def test_a_manager_enters_a_stage_whose_gate_is_open_and_history_shows_it(signed_in_as: SignIn) -> None:
    client = signed_in_as("manager")
    response = post(client, "office:engagement_advance", [CODE], to="opportunity", revision=1, reason="understood anew")
    assert response.status_code == 302
    page = body(client.get(response.url))
    assert "Policy consulting → Finding the opportunity" in page
    assert "understood anew" in page


def test_the_same_form_sent_twice_counts_once(signed_in_as: SignIn) -> None:
    client, key = signed_in_as("manager"), str(uuid.uuid4())
    fields = {"submission": key, "to": "opportunity", "revision": 1, "reason": "once"}
    address = reverse("office:engagement_advance", args=[CODE])
    assert [client.post(address, fields).status_code for _ in range(2)] == [302, 302]
    assert Engagement.objects.get(code=CODE).revision == 2


def test_two_managers_at_once_see_each_others_version(signed_in_as: SignIn) -> None:
    client = signed_in_as("manager")
    post(client, "office:engagement_advance", [CODE], to="opportunity", revision=1, reason="first")
    response = post(client, "office:engagement_end", [CODE], ending="dormant", revision=1, reason="second")
    assert response.status_code == 409
    assert "Someone else moved this engagement first" in body(response)


def test_an_ending_needs_a_reason_and_stays_visible(signed_in_as: SignIn) -> None:
    client = signed_in_as("manager")
    assert post(client, "office:engagement_end", [CODE], ending="lost", revision=1, reason=" ").status_code == 422
    assert post(client, "office:engagement_end", [CODE], ending="lost", revision=1, reason="outbid").status_code == 302
    assert "outbid" in body(client.get(reverse("office:engagement", args=[CODE])))
    assert body(client.get(reverse("office:engagements"))).count("Lost")


@pytest.mark.parametrize("name", ["office:engagement_advance", "office:engagement_end"])
@pytest.mark.parametrize("role", ["officer", "analyst", "auditor", "owner", "partner"])
def test_the_server_refuses_who_may_not_decide(signed_in_as: SignIn, name: str, role: str) -> None:
    response = post(signed_in_as(role), name, [CODE], to="opportunity", ending="lost", revision=1, reason="x")
    assert response.status_code == 403


@pytest.mark.parametrize("fields", [{"to": "\x00"}, {"to": "training", "revision": "9" * 40}, {"ending": "nowhere"}, {}])
def test_no_form_breaks_the_page(signed_in_as: SignIn, fields: dict[str, str]) -> None:
    client = signed_in_as("manager")
    for name in ("office:engagement_advance", "office:engagement_end"):
        assert post(client, name, [CODE], reason="a\x00b", **fields).status_code in (302, 409, 422)


def test_a_promise_is_recorded_kept_undone_and_released_from_the_page(signed_in_as: SignIn) -> None:
    client = signed_in_as("officer")
    address = reverse("office:promise_add", args=[CODE])
    assert client.get(address).status_code == 200
    assert client.post(address, {"text": "send the draft"}).status_code == 422
    sent = post(client, "office:promise_add", [CODE], text="send the draft", promised_by="Seoul", promised_to="MMDA", due_on="2020-01-01")
    assert sent.status_code == 302
    promise = Promise.objects.get(text="send the draft")
    assert "overdue" in body(client.get(reverse("office:engagement", args=[CODE])))
    post(client, "office:promise_keep", [promise.pk])
    promise.refresh_from_db()
    assert promise.kept_on is not None
    assert "kept late" in body(client.get(reverse("office:city", args=["metro-manila"])))
    post(client, "office:promise_reopen", [promise.pk])
    post(client, "office:promise_release", [promise.pk], reason="")
    promise.refresh_from_db()
    assert (promise.kept_on, promise.closed_reason) == (None, "")
    post(client, "office:promise_release", [promise.pk], reason="not wanted any more")
    promise.refresh_from_db()
    assert promise.closed_reason == "not wanted any more"


@pytest.mark.parametrize("role", ["analyst", "auditor", "owner", "partner"])
def test_promises_are_recorded_by_those_who_work_on_engagements(signed_in_as: SignIn, role: str) -> None:
    assert post(signed_in_as(role), "office:promise_add", [CODE], text="x", promised_by="a", promised_to="b").status_code == 403


def test_history_is_shown_to_those_who_may_see_it_only(signed_in_as: SignIn) -> None:
    address = reverse("office:engagement", args=[CODE])
    assert 'id="history"' in body(signed_in_as("auditor").get(address))
    assert 'id="history"' not in body(signed_in_as("analyst").get(address))


def test_the_page_costs_a_fixed_number_of_queries(signed_in_as: SignIn, django_assert_max_num_queries: Callable[..., Any]) -> None:
    client = signed_in_as("manager")
    with django_assert_max_num_queries(24):
        client.get(reverse("office:engagement", args=["metro-manila-transport-advice"]))
