"""The private calendar address in the browser and in calendar programs (T9, T10)."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from seoulution.apps.engagements.models import CalendarFeed, Engagement, Task

pytestmark = [pytest.mark.django_db, pytest.mark.trust]


@pytest.fixture
def officer(person: Callable[..., Any]) -> Any:
    """Somebody with one task due today."""
    user = person("officer")
    engagement = Engagement.objects.get(code="metro-manila-transport-advice")
    Task.objects.create(engagement=engagement, text="Ask for plans", owner=user, due_on=timezone.localdate())
    return user


@pytest.fixture
def browser(officer: Any) -> Client:
    """Their browser."""
    client = Client()
    client.force_login(officer, backend="seoulution.apps.accounts.backend.PersonBackend")
    return client


def issued(browser: Client) -> str:
    """The address as the page shows it, this once."""
    shown = browser.post(reverse("calendar_issue"))
    assert shown.headers["Referrer-Policy"] == "no-referrer" and shown.headers["Cache-Control"] == "no-store"
    return str(shown.context["address"]).removeprefix("http://testserver")


def test_a_calendar_program_reads_it_without_signing_in(browser: Client) -> None:
    assert "No address stands" in browser.get(reverse("calendar")).content.decode()
    address = issued(browser)
    answer = Client().get(address)
    (event,) = Calendar.from_ical(answer.content).walk("VEVENT")
    assert event["SUMMARY"] == "To do: Ask for plans" and event["UID"].endswith("@testserver")
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer.headers["Referrer-Policy"] == "no-referrer" and answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Content-Security-Policy"] == "sandbox; default-src 'none'" and not answer.cookies
    page = browser.get(reverse("calendar")).content.decode()
    assert "An address stands since" in page and address not in page


def test_forged_expired_revoked_and_replaced_are_all_the_same_nothing(browser: Client) -> None:
    first = issued(browser)
    second = issued(browser)
    forged = reverse("calendar_feed", args=["A" * 43])
    answers = [Client().get(first), Client().get(forged)]
    CalendarFeed.objects.filter(revoked_at=None).update(
        issued_at=timezone.now() - timedelta(days=400), expires_at=timezone.now() - timedelta(days=1)
    )
    answers.append(Client().get(second))
    third = issued(browser)
    browser.post(reverse("calendar_revoke"))
    answers.append(Client().get(third))
    assert {answer.status_code for answer in answers} == {404}
    told = {_without_secrets(answer, address) for answer, address in zip(answers, (first, forged, second, third), strict=True)}
    assert len(told) == 1


def _without_secrets(answer: Any, address: str) -> str:
    """The page without what differs from one request to the next."""
    return re.sub(r'"[A-Za-z0-9]{64}"', "", answer.content.decode()).replace(address, "")


def test_reading_changes_nothing_and_only_reading_is_possible(browser: Client) -> None:
    address = issued(browser)

    def kept() -> Any:
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*), max(one::text) FROM engagements_calendarfeed AS one")
            feeds = cursor.fetchone()
            cursor.execute("SELECT count(*) FROM engagements_calendarfeedevent")
            return feeds, cursor.fetchone()

    before = kept()
    assert Client().head(address).status_code == Client().get(address).status_code == 200
    assert Client().post(address).status_code == 405 and kept() == before


def test_one_persons_address_opens_nobody_elses_calendar(browser: Client, person: Callable[..., Any]) -> None:
    other = Client()
    other.force_login(person("manager"), backend="seoulution.apps.accounts.backend.PersonBackend")
    assert not list(Calendar.from_ical(Client().get(issued(other)).content).walk("VEVENT"))
