"""The list of tasks: mine first, everybody's when asked, and a download that equals it."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.web.office.pages import page, rows_of
from tests.web.office.reading import post

from seoulution.apps.accounts.models import User
from seoulution.apps.engagements.models import Engagement, Task

pytestmark = pytest.mark.django_db
CODE = "metro-manila-transport-advice"
SignIn = Callable[[str], Client]


def test_mine_are_shown_first_and_everybodys_on_asking(signed_in_as: SignIn, person: Callable[..., Any]) -> None:
    client, file = signed_in_as("officer"), Engagement.objects.get(code=CODE)
    me, other, today = User.objects.get(username="officer"), person("officer", name="other"), timezone.localdate()
    Task.objects.create(engagement=file, text="Late one", owner=me, due_on=today - timedelta(days=1))
    Task.objects.create(engagement=file, text="Without a day", owner=me)
    Task.objects.create(engagement=file, text="Over", owner=me, done_on=today)
    Task.objects.create(engagement=file, text="Other one", owner=other, due_on=today)
    html = page(client, "office:tasks")
    assert "overdue" in html and html.index("Late one") < html.index("Without a day")
    assert "Other one" not in html and "Over<" not in html
    assert "Other one" in page(client, "office:tasks", query="?whose=all")
    listed = rows_of(client, "office:tasks", "?whose=all&state=all")
    assert [row["What is to be done"] for row in listed] == ["Late one", "Other one", "Without a day", "Over"]
    assert "Late one" in page(signed_in_as("auditor"), "office:tasks"), "who has none of their own sees all"


def test_a_task_pressed_in_the_list_leads_back_to_the_list_and_is_handed_over_by_its_form(
    signed_in_as: SignIn, person: Callable[..., Any]
) -> None:
    client, other = signed_in_as("officer"), person("officer", name="other")
    task = Task.objects.create(
        engagement=Engagement.objects.get(code=CODE), text="Ask", owner=User.objects.get(username="officer")
    )
    assert post(client, "office:task_edit", [task.pk], text="Ask", owner=other.username, revision="1").status_code == 302
    assert Task.objects.get().owner == other
    done = client.post(reverse("office:task_done", args=[task.pk]), {"from": "tasks"})
    assert done.headers["Location"] == reverse("office:tasks")
