"""One body's page."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from tests.web.office.pages import dead_anchors, page

from seoulution.apps.network.models import Agency

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(signed_in_as: Callable[[str], Client]) -> Client:
    return signed_in_as("officer")


def test_every_body_has_a_page(office: Client) -> None:
    for code in Agency.objects.values_list("code", flat=True):
        assert not dead_anchors(page(office, "office:agency", code)), code


def test_a_body_shows_all_it_stands_behind(office: Client) -> None:
    """The briefing has KOICA as fund keeper, channel, partner of a memorandum of 2013 and tail of an arrow."""
    html = page(office, "office:agency", "koica")
    for part in ("Contacts", "What flows", "Agreements", "Funds it keeps", "A channel for promotion"):
        assert part in html, part
    assert "as of May 2014" in html


def test_an_owner_shows_its_solutions_and_what_only_it_can_answer(office: Client) -> None:
    html = page(office, "office:agency", "office-of-waterworks")
    assert reverse("public:solution", args=["revenue-water"]) in html
    assert "What only it can answer" in html


def test_a_contact_that_must_not_be_used_says_why(office: Client) -> None:
    """Correction 46: the contact printed for the Korea Foundation is a copy of another body's."""
    html = page(office, "office:agency", "kf")
    assert "do not use this one" in html
    assert f"{reverse('office:corrections')}#correction-46" in html


def test_a_reformed_ministry_says_what_became_of_it(office: Client) -> None:
    html = page(office, "office:agency", "mospa")
    assert "until November 2014" in html
    assert "Its work goes on elsewhere" in html


def test_an_unknown_body_is_not_found(office: Client) -> None:
    assert office.get(reverse("office:agency", args=["no-such-body"])).status_code == 404


def test_a_page_costs_the_same_queries_however_many_records_it_has(
    office: Client, django_assert_max_num_queries: Callable[[int], object]
) -> None:
    for code in ("seoul", "kotra", "office-of-waterworks"):
        with django_assert_max_num_queries(23):  # type: ignore[attr-defined]
            office.get(reverse("office:agency", args=[code]))
