"""Today: what waits for this very person, and nothing that does not concern their role."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from tests.web.office.pages import dead_anchors, page

from seoulution.apps.engagements.models import Engagement, Promise, Task

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]
CODE = "metro-manila-transport-advice"


@pytest.fixture(autouse=True)
def nothing_kept() -> None:
    cache.clear()


def test_my_promises_and_tasks_are_mine_and_say_when(signed_in_as: SignIn, person: Callable[..., Any]) -> None:
    other, today = person("officer", name="other"), timezone.localdate()
    client = signed_in_as("officer")
    me = Engagement.objects.get(code=CODE).owner or type(other).objects.get(username="officer")
    file = Engagement.objects.get(code=CODE)
    words = {"engagement": file, "promised_by": "the mayor", "promised_to": "MMDA"}
    Promise.objects.create(text="My promise", owner=me, due_on=today - timedelta(days=2), **words)
    Promise.objects.create(text="Far promise", owner=me, due_on=today + timedelta(days=40), **words)
    Promise.objects.create(text="Other promise", owner=other, due_on=today, **words)
    Task.objects.create(engagement=file, text="My task", owner=me, due_on=today + timedelta(days=4))
    html = page(client, "office:today")
    assert "My promise" in html and "2 days ago" in html and "My task" in html and "in 4 days" in html
    assert "Other promise" not in html and "Far promise" not in html
    assert not dead_anchors(html)
    assert reverse("office:engagement_work", args=[CODE]) + "#promises" in html


def test_who_has_no_work_of_their_own_sees_everybodys_that_is_due(signed_in_as: SignIn) -> None:
    words = {"promised_by": "Seoul", "promised_to": "MMDA", "engagement": Engagement.objects.get(code=CODE)}
    Promise.objects.create(text="Late promise", due_on=timezone.localdate() - timedelta(days=1), **words)
    for role in ("analyst", "auditor"):
        html = page(signed_in_as(role), "office:today")
        assert "Late promise" in html and "Take in a request" not in html and 'id="sign"' not in html


def test_sensitive_files_do_not_show_to_others(signed_in_as: SignIn) -> None:
    client = signed_in_as("analyst")
    file = Engagement.objects.get(code=CODE)
    Promise.objects.create(text="Secret", due_on=timezone.localdate(), engagement=file, promised_by="a", promised_to="b")
    assert "Secret" in page(client, "office:today")
    Engagement.objects.filter(pk=file.pk).update(is_sensitive=True)
    assert "Secret" not in page(client, "office:today")


def test_what_does_not_wait_is_named_in_one_line(signed_in_as: SignIn) -> None:
    html = page(signed_in_as("officer"), "office:today")
    assert "Nothing waits under:" in html and "Nothing of yours waits" in html


COUNTED = ("engagements_signature", "catalogue_claim", "publishing_sending")
"""What is told as a number: papers to sign, claims that wait, papers out of date."""


def test_a_second_look_asks_the_database_little(signed_in_as: SignIn) -> None:
    client = signed_in_as("manager")
    page(client, "office:today")
    with CaptureQueriesContext(connection) as asked:
        page(client, "office:today")
    told = [query["sql"] for query in asked.captured_queries]
    assert len(told) <= 24, "\n".join(told)
    assert not [sql for sql in told if "COUNT(" in sql.upper() and not any(table in sql for table in COUNTED)]
