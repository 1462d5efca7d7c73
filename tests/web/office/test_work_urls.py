"""The addresses of daily work: lists are not taken for records, and a request's forms know whose they are."""

import pytest
from django.urls import resolve


@pytest.mark.parametrize(
    ("path", "name", "kwargs"),
    [
        ("/office/promises/", "office:promises", {}),
        ("/office/tasks/", "office:tasks", {}),
        ("/office/requests/yangon-2012/tasks/add/", "office:request_task_add", {"code": "yangon-2012", "of": "request"}),
        ("/office/engagements/x/daily/tasks/add/", "office:task_add", {"code": "x"}),
    ],
)
def test_each_address_leads_to_its_page(path: str, name: str, kwargs: dict[str, str]) -> None:
    found = resolve(path)
    assert found.view_name == name and found.kwargs == kwargs
