"""The tab of daily work on an engagement."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.web.office.pages import dead_anchors, page
from tests.web.office.reading import body, post

from seoulution.apps.engagements.models import Contact, Engagement, Promise, Task

pytestmark = pytest.mark.django_db
CODE = "metro-manila-transport-advice"
SignIn = Callable[[str], Client]


def test_an_empty_file_says_what_would_stand_there_and_how_to_begin(signed_in_as: SignIn) -> None:
    html = page(signed_in_as("officer"), "office:engagement_work", CODE)
    assert "No contact is on record" in html and "Plan or record a contact" in html
    assert not dead_anchors(html)
    assert "Plan or record a contact" not in page(signed_in_as("auditor"), "office:engagement_work", CODE)


def test_what_was_said_promised_and_to_be_done_stands_on_one_page(signed_in_as: SignIn) -> None:
    client = signed_in_as("officer")
    day = timezone.localtime() - timedelta(days=3)
    begun = day.strftime("%Y-%m-%dT%H:%M")
    sent = post(
        client, "office:contact_add", [CODE], kind="visit", title="At the depot", starts_at=begun, held="yes",
        ours="officer", theirs="A. Reyes, Director, MMDA", summary="Two depots.",
    )  # fmt: skip
    contact = Contact.objects.get(title="At the depot")
    assert sent.url == reverse("office:contact", args=[contact.pk])
    post(client, "office:promise_add", [CODE], text="Send plans", side="theirs", promised_by="A. Reyes", promised_to="Seoul")
    officer = Engagement.objects.get(code=CODE).promises.get().owner
    post(client, "office:task_add", [CODE], text="Read the plans", owner=officer.username, due_on="2020-01-01")
    html = page(client, "office:engagement_work", CODE)
    for words in ("At the depot", "Two depots.", "Send plans", "theirs", "Read the plans", "overdue", "A. Reyes", "MMDA"):
        assert words in html
    assert not dead_anchors(html)


def test_a_task_is_done_undone_and_dropped_from_the_page(signed_in_as: SignIn, person: Callable[..., Any]) -> None:
    client = signed_in_as("officer")
    owner = person("officer", name="second")
    post(client, "office:task_add", [CODE], text="Read the plans", owner=owner.username)
    task = Task.objects.get()
    done = post(client, "office:task_done", [task.pk])
    assert done.url == reverse("office:engagement_work", args=[CODE]) + "#tasks"
    assert f"/tasks/{task.pk}/reopen/" in body(client.get(done.url)), "an undo is offered"
    post(client, "office:task_reopen", [task.pk])
    post(client, "office:task_drop", [task.pk], reason="")
    assert Task.objects.get().dropped_reason == ""
    post(client, "office:task_drop", [task.pk], reason="they sent a summary")
    assert Task.objects.get().dropped_reason == "they sent a summary"


def test_a_sensitive_file_has_no_such_page_for_others(signed_in_as: SignIn) -> None:
    client = signed_in_as("officer")
    Promise.objects.create(engagement=Engagement.objects.get(code=CODE), text="Secret", promised_by="a", promised_to="b")
    Engagement.objects.filter(code=CODE).update(is_sensitive=True, owner=None)
    assert client.get(reverse("office:engagement_work", args=[CODE])).status_code == 404
    assert "Secret" not in page(client, "office:promises")
