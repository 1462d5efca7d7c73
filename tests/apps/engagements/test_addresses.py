"""Every path that a notice of daily work leads to is a page of this site."""

import pytest
from django.urls import resolve

from seoulution.apps.engagements import addresses
from seoulution.apps.engagements.models import Engagement, Task


@pytest.mark.parametrize(
    ("path", "name"),
    [
        (addresses.REFERRALS, "bureaus:referrals"),
        (addresses.engagement_work("hanoi-metro"), "office:engagement_work"),
        (addresses.request_work("r-1"), "office:request"),
        (addresses.file_path(Task()), "office:today"),
        (addresses.file_path(Task(engagement=Engagement(code="hanoi-metro"))), "office:engagement_work"),
        ("/office/engagements/hanoi-metro/papers/", "office:engagement_papers"),
        ("/office/engagements/hanoi-metro/", "office:engagement"),
    ],
)
def test_the_path_opens_its_page(path: str, name: str) -> None:
    assert resolve(path).view_name == name


def test_a_part_of_the_page_is_an_anchor() -> None:
    assert addresses.file_path(Task(engagement=Engagement(code="hanoi-metro")), "tasks").endswith("/hanoi-metro/daily/#tasks")
