"""What can be done to a task stands in its row: three ways, each with what its form needs."""

import re
from datetime import date

import pytest
from django.template import Context, Template

from seoulution.apps.engagements.models import Engagement, Promise, Task

pytestmark = pytest.mark.django_db


def test_each_way_leads_to_its_address_with_the_token_the_key_and_the_list_to_come_back_to() -> None:
    task = Task.objects.create(engagement=Engagement.objects.all()[0], text="Read the plans")
    given = {"task": task, "csrf_token": "the-token", "submission": "<the key>", "back_list": "tasks"}
    html = Template("{% load work_rows %}{% task_acts task %}").render(Context(given))
    for way in ("done", "edit", "drop"):
        assert f'/{task.pk}/{way}/"' in html
    for hidden in (
        'name="csrfmiddlewaretoken" value="the-token"',
        'name="submission" value="&lt;the key&gt;"',
        'name="from" value="tasks"',
    ):
        assert html.count(hidden) == 2
    assert html.count(f'"drop-{task.pk}"') == 2


def test_a_cell_of_several_parts_is_one_piece_beside_its_label_on_a_phone() -> None:
    """There a cell is its label and one piece beside it; a second piece would stand beneath the label."""
    file, today = Engagement.objects.all()[0], date(2026, 11, 29)
    promise = Promise(
        pk=1,
        text="a",
        promised_by="A. Reyes",
        promised_to="Seoul",
        side="theirs",
        occasion="forum",
        kept_on=today,
        kept_note="by hand",
    )
    task = Task(pk=2, text="b", due_on=date(2026, 11, 1))
    done, dropped = Task(pk=3, text="c", done_on=today), Task(pk=4, text="d", dropped_reason="they have it")
    given = {
        "promises": [(promise, "kept", str(file), "/p/")],
        "tasks": [(each, str(file), "/t/") for each in (task, done, dropped)],
        "today": today,
    }
    html = Template("{% load work_rows %}{% promise_rows promises today %}{% task_rows tasks today True %}").render(
        Context(given)
    )
    cells = re.findall(r"<td[^>]*>(.*?)</td>", html, re.S)
    assert len(cells) == 5 + 3 * 3 and sum("<br>" in cell or "</span> <span" in cell for cell in cells) >= 5
    for cell in cells:
        parts = cell if cell.startswith("<div>") else re.sub(r"^<(\w+)[^>]*>.*</\1>$", "", cell, flags=re.S)
        assert parts.startswith("<div>") or "<" not in parts, cell
