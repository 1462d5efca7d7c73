"""The promise ledger of an engagement."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from tests.web.office.reading import body, post

from seoulution.apps.demand.models import SharingRequest
from seoulution.apps.engagements.models import Promise

pytestmark = pytest.mark.django_db
CODE = "metro-manila-transport-advice"
SignIn = Callable[[str], Client]


def test_a_promise_is_recorded_kept_undone_and_released_from_the_page(signed_in_as: SignIn) -> None:
    client = signed_in_as("officer")
    address = reverse("office:promise_add", args=[CODE])
    assert client.get(address).status_code == 200
    assert client.post(address, {"text": "send the draft"}).status_code == 422
    sent = post(
        client,
        "office:promise_add",
        [CODE],
        text="send the draft",
        side="ours",
        promised_by="Seoul",
        promised_to="MMDA",
        due_on="2020-01-01",
    )
    assert sent.status_code == 302
    promise = Promise.objects.get(text="send the draft")
    assert "overdue" in body(client.get(reverse("office:engagement_work", args=[CODE])))
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


def test_a_promise_is_put_right_with_a_reason_and_two_who_edit_lose_nothing(signed_in_as: SignIn) -> None:
    client = signed_in_as("officer")
    words = {"text": "send the draft", "side": "ours", "promised_by": "Seoul", "promised_to": "MMDA"}
    post(client, "office:promise_add", [CODE], **words)
    promise = Promise.objects.get()
    assert "send the draft" in body(client.get(reverse("office:promise_edit", args=[promise.pk])))
    edited = words | {"text": "send both drafts", "rank": "mayor", "revision": "1"}
    assert post(client, "office:promise_edit", [promise.pk], **edited).status_code == 422
    assert post(client, "office:promise_edit", [promise.pk], **edited, reason="the mayor said so").status_code == 302
    promise.refresh_from_db()
    assert (promise.text, promise.rank) == ("send both drafts", "mayor")
    late = post(client, "office:promise_edit", [promise.pk], **words, revision="1", reason="mine")
    html = body(late)
    assert late.status_code == 409 and "send both drafts" in html and "send the draft" in html and 'value="2"' in html


def test_a_promise_made_to_a_request_leads_back_to_it(signed_in_as: SignIn) -> None:
    client, request = signed_in_as("officer"), SharingRequest.objects.all()[0]
    words = {"text": "answer by May", "side": "ours", "promised_by": "Seoul", "promised_to": "the city"}
    sent = post(client, "office:request_promise_add", [request.code], **words)
    assert sent.url == reverse("office:request", args=[request.code]) + "#promises"
    assert "answer by May" in body(client.get(sent.url))
