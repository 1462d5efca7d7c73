"""The tab of aftercare, and the list of everything in operation."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from tests.apps.engagements.services.files import told
from tests.web.office.pages import dead_anchors, page

from seoulution.apps.engagements.models import Engagement, ServiceLevel
from seoulution.apps.engagements.services.aftercare import Agreed, agree_level, record_reading

pytestmark = pytest.mark.django_db


def level(by: Any, *values: int) -> ServiceLevel:
    today = timezone.localdate()
    agreed = Agreed("Buses on time", "%", Decimal(90), today - timedelta(days=300), "contract, clause 7")
    row = agree_level(told(), agreed, by=by, today=today)
    for number, value in enumerate(values):
        on = today - timedelta(days=30 * (len(values) - number))
        record_reading(row, read_on=on, value=Decimal(value), source="MMDA", by=by, today=today)
    return row


def test_levels_stand_with_their_chart_and_what_warns(
    signed_in_as: Callable[[str], Client], person: Callable[..., Any]
) -> None:
    row = level(person("manager", name="chief"), 95, 88, 87)
    html = page(signed_in_as("officer"), "office:engagement_aftercare", row.engagement.code)
    assert "2 times in a row" in html and "at least 90" in html and "<svg" in html and not dead_anchors(html)


def test_a_file_without_levels_says_how_to_begin(signed_in_as: Callable[[str], Client]) -> None:
    html = page(signed_in_as("officer"), "office:engagement_aftercare", told().code)
    assert "No service level is on record" in html and "Plan the checks" in html


def test_who_only_reads_gets_no_buttons(signed_in_as: Callable[[str], Client], person: Callable[..., Any]) -> None:
    row = level(person("officer", name="colleague"), 95)
    html = page(signed_in_as("analyst"), "office:engagement_aftercare", row.engagement.code)
    assert "Record a reading" not in html and "Strike" not in html


def test_the_list_puts_the_worst_first_and_in_korean_too(
    signed_in_as: Callable[[str], Client], person: Callable[..., Any]
) -> None:
    row = level(person("manager", name="chief"), 88, 87)
    client = signed_in_as("officer")
    states = client.get("/office/aftercare/").context["page"].object_list
    assert states[0].row == row.engagement and Engagement.objects.get(code="baku-traffic-centre") in [
        each.row for each in states
    ]
    assert [each.row for each in client.get("/office/aftercare/?only=warnings").context["page"]] == [row.engagement]
    assert "사후관리" in page(client, "office:aftercare", language="ko")
