"""The engagement's overview."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.apps.engagements.services.files import opened
from tests.web.office.reading import body, text_of

from seoulution.apps.engagements.models import Contact, Engagement, Promise, Task

pytestmark = pytest.mark.django_db
CODE = "metro-manila-transport-advice"
SignIn = Callable[[str], Client]


def overview(client: Client, code: str = CODE) -> str:
    return text_of(client, "office:engagement", args=(code,))


def test_it_says_what_comes_next_how_much_is_missing_and_only_the_first_three(signed_in_as: SignIn) -> None:
    page = overview(signed_in_as("officer"))
    assert "Feasibility study" in page and "things are missing" in page
    assert page.count("is not on file.") <= 3
    assert reverse("office:engagement_course", args=[CODE]) in page
    assert reverse("office:engagement_advance", args=[CODE]) not in page


def test_printed_stands_beside_corrected(signed_in_as: SignIn) -> None:
    page = overview(signed_in_as("officer"), "chittagong-signalling")
    record = Engagement.objects.get(code="chittagong-signalling").record
    assert record.printed_article in page
    assert record.name.en in page
    assert "Correction 35" in page


def test_a_file_that_people_opened_has_no_printed_lines(signed_in_as: SignIn, person: Callable[..., Any]) -> None:
    row = opened(person("officer", "opener"), client="Hanoi Water")
    page = overview(signed_in_as("manager"), row.code)
    assert "the documents tell nothing of it" in page and "As printed" not in page
    assert "Hanoi Water" in page and "opener" in page


def test_the_latest_contacts_and_what_is_open_are_in_view(signed_in_as: SignIn) -> None:
    row = Engagement.objects.get(code=CODE)
    Contact.objects.create(engagement=row, kind="meeting", state="held", title="Talk in Manila", starts_at=timezone.now())
    Promise.objects.create(engagement=row, text="A list of pumps", promised_by="we", promised_to="they")
    Promise.objects.create(engagement=row, text="Kept long ago", promised_by="we", promised_to="they", kept_on="2026-01-01")
    Task.objects.create(engagement=row, text="Translate the letter")
    page = overview(signed_in_as("officer"))
    assert all(words in page for words in ("Talk in Manila", "A list of pumps", "Translate the letter"))
    still_open = page.partition('id="history"')[0]
    assert "A list of pumps" in still_open and "Kept long ago" not in still_open


def test_history_is_shown_to_those_who_may_see_it_only(signed_in_as: SignIn) -> None:
    assert 'id="history"' in overview(signed_in_as("auditor"))
    assert 'id="history"' not in overview(signed_in_as("analyst"))


def test_a_sensitive_file_does_not_exist_for_strangers(signed_in_as: SignIn) -> None:
    Engagement.objects.filter(code=CODE).update(is_sensitive=True)
    client = signed_in_as("officer")
    for name in ("office:engagement", "office:engagement_course", "office:engagement_team"):
        assert client.get(reverse(name, args=[CODE])).status_code == 404


def test_the_page_costs_a_fixed_number_of_queries(
    signed_in_as: SignIn, django_assert_max_num_queries: Callable[..., Any]
) -> None:
    client = signed_in_as("manager")
    with django_assert_max_num_queries(36):
        body(client.get(reverse("office:engagement", args=[CODE])))
