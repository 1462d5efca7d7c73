"""The engagement's page."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from tests.web.office.reading import body

from seoulution.apps.engagements.models import Engagement

pytestmark = pytest.mark.django_db
CODE = "metro-manila-transport-advice"
SignIn = Callable[[str], Client]


def test_the_gate_says_what_is_met_and_what_is_missing_with_the_next_step(signed_in_as: SignIn) -> None:
    page = body(signed_in_as("officer").get(reverse("office:engagement", args=[CODE])))
    assert "A letter of the partner city is not on file." in page
    assert "The step has a legal basis" in page
    assert "The programme manager decides at this gate." in page
    assert reverse("office:engagement_advance", args=[CODE]) not in page


def test_printed_stands_beside_corrected(signed_in_as: SignIn) -> None:
    page = body(signed_in_as("officer").get(reverse("office:engagement", args=["chittagong-signalling"])))
    record = Engagement.objects.get(code="chittagong-signalling").record
    assert record.printed_article in page
    assert record.name.en in page
    assert "Correction 35" in page


def test_history_is_shown_to_those_who_may_see_it_only(signed_in_as: SignIn) -> None:
    address = reverse("office:engagement", args=[CODE])
    assert 'id="history"' in body(signed_in_as("auditor").get(address))
    assert 'id="history"' not in body(signed_in_as("analyst").get(address))


def test_the_page_costs_a_fixed_number_of_queries(
    signed_in_as: SignIn, django_assert_max_num_queries: Callable[..., Any]
) -> None:
    client = signed_in_as("manager")
    with django_assert_max_num_queries(30):
        client.get(reverse("office:engagement", args=["metro-manila-transport-advice"]))
