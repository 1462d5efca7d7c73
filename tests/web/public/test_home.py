"""The one box, and the programme map below it."""

from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client

from seoulution.apps.engagements.models import Engagement
from seoulution.apps.outcomes.models import Result

pytestmark = pytest.mark.django_db


def test_the_box_leads_to_the_catalogue_where_every_search_is_answered(client: Client):
    page = client.get("/").content.decode()
    assert 'action="/solutions/"' in page and 'name="q"' in page


@pytest.mark.parametrize("text", ["물이 샌다 & more", "", "a" * 5000])
def test_an_old_link_with_a_need_leads_to_its_answer(client: Client, text: str):
    answer = client.get("/", {"need": text})
    assert answer.status_code == 302
    assert parse_qs(urlsplit(answer["Location"]).query).get("q", [""])[0] == text[:2_000]


def test_without_confirmed_results_the_page_says_what_would_stand_there(client: Client):
    assert b"No city has confirmed a result here yet" in client.get("/").content


def test_results_of_a_file_that_visitors_do_not_see_are_not_shown(client: Client):
    row = Engagement.objects.filter(withdrawn_on=None)[0]
    given = {"measure_ko": "물", "measure_en": "Secret pipes", "unit": "%", "actual": 1, "confirmed_by": "x"}
    Result.objects.create(engagement=row, confirmed_on=date(2026, 11, 1), **given)
    assert b"Secret pipes" in client.get("/", headers={"accept-language": "en"}).content
    Engagement.objects.filter(pk=row.pk).update(is_sensitive=True)
    assert b"Secret pipes" not in client.get("/", headers={"accept-language": "en"}).content
