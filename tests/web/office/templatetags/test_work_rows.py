"""What can be done to a task stands in its row: three ways, each with what its form needs."""

import pytest
from django.template import Context, Template

from seoulution.apps.engagements.models import Engagement, Task

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
