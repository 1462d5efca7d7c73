"""Contacts on their pages: planned, held, put right, called off, with what was promised there."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.web.office.pages import dead_anchors, page
from tests.web.office.reading import body, post

from seoulution.apps.demand.models import SharingRequest
from seoulution.apps.engagements.models import Contact, Engagement, Promise

pytestmark = pytest.mark.django_db
CODE = "metro-manila-transport-advice"
SignIn = Callable[[str], Client]


def minute(days: int) -> str:
    return (timezone.localtime() + timedelta(days=days)).strftime("%Y-%m-%dT%H:%M")


def planned(client: Client, days: int = -1) -> Contact:
    post(
        client,
        "office:contact_add",
        [CODE],
        kind="meeting",
        title="Finance",
        starts_at=minute(days),
        held="no",
        theirs="B. Cruz",
    )
    return Contact.objects.get(title="Finance")


def test_a_planned_contact_is_held_with_what_was_said_and_a_promise_made_there(signed_in_as: SignIn) -> None:
    client = signed_in_as("officer")
    row = planned(client)
    html = page(client, "office:contact", str(row.pk))
    assert "Finance" in html and "B. Cruz" in html and "It was held" in html and not dead_anchors(html)
    post(client, "office:contact_hold", [row.pk], revision="1", summary="They agree.")
    address = reverse("office:promise_add", args=[CODE]) + f"?contact={row.pk}"
    assert 'value="Finance"' in body(client.get(address)), "the occasion is filled in"
    given = {"text": "Minutes", "side": "ours", "promised_by": "Seoul", "promised_to": "them"}
    assert client.post(address, given).headers["Location"] == reverse("office:contact", args=[row.pk]) + "#promises"
    assert Promise.objects.get(text="Minutes").contact == row
    html = page(client, "office:contact", str(row.pk))
    assert "They agree." in html and "Minutes" in html
    assert Engagement.objects.get(code=CODE).last_contact_on == timezone.localdate(row.starts_at)


def test_what_lies_ahead_is_not_held_and_what_is_over_is_not_called_off(signed_in_as: SignIn) -> None:
    client = signed_in_as("officer")
    row = planned(client, days=3)
    assert "Once it has begun" in page(client, "office:contact", str(row.pk))
    told = client.post(reverse("office:contact_hold", args=[row.pk]), {"revision": "1"}, follow=True)
    assert "It lies ahead" in body(told)
    post(client, "office:contact_call_off", [row.pk], revision="1", reason="typhoon")
    row.refresh_from_db()
    assert row.state == "called_off" and "typhoon" in page(client, "office:contact", str(row.pk))
    again = client.post(reverse("office:contact_call_off", args=[row.pk]), {"revision": "2", "reason": "x"}, follow=True)
    assert "closed already" in body(again)


def test_two_who_edit_see_both_versions(signed_in_as: SignIn) -> None:
    client = signed_in_as("officer")
    row = planned(client)
    mine = {"kind": "meeting", "title": "Mine", "starts_at": minute(-1), "revision": "1"}
    assert post(client, "office:contact_edit", [row.pk], **{**mine, "title": "Theirs"}).status_code == 302
    answer = post(client, "office:contact_edit", [row.pk], **mine)
    assert answer.status_code == 409 and "Theirs" in body(answer) and 'value="Mine"' in body(answer)
    assert post(client, "office:contact_edit", [row.pk], **{**mine, "revision": "2"}).status_code == 302
    assert Contact.objects.get(pk=row.pk).title == "Mine"


def test_a_refused_contact_keeps_what_was_typed(signed_in_as: SignIn) -> None:
    client = signed_in_as("officer")
    words = {"kind": "visit", "title": "Depot", "starts_at": minute(2), "held": "yes"}
    answer = post(client, "office:contact_add", [CODE], **words)
    assert answer.status_code == 422 and "It lies ahead" in body(answer) and "Depot" in body(answer)


def test_a_contact_of_a_request_stands_on_the_requests_page(signed_in_as: SignIn) -> None:
    client, request = signed_in_as("officer"), SharingRequest.objects.all()[0]
    words = {"kind": "call", "title": "First call", "starts_at": minute(-1), "held": "yes"}
    post(client, "office:request_contact_add", [request.code], **words)
    assert "First call" in page(client, "office:request", request.code)
