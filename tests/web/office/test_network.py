"""The page of the network: the live chart, bodies, firms, agreements and flows."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from tests.web.office.pages import dead_anchors, page, rows_of

from seoulution.apps.network.models import Agency, Agreement, Firm, NetworkEdge

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(signed_in_as: Callable[[str], Client]) -> Client:
    return signed_in_as("officer")


@pytest.mark.parametrize("language", ["en", "ko"])
def test_every_box_and_arrow_of_the_chart_finds_its_records_on_the_page(office: Client, language: str) -> None:
    html = page(office, "office:network", language=language)
    assert "d-programme" in html
    assert not dead_anchors(html)


def test_every_body_firm_agreement_and_flow_is_on_the_page(office: Client) -> None:
    html = page(office, "office:network")
    for model in (Agency, Firm, Agreement, NetworkEdge):
        for code in model._default_manager.filter(withdrawn_on=None).values_list("code", flat=True):
            assert f'id="{code}"' in html, code


def test_contacts_are_said_to_be_of_2014(office: Client) -> None:
    html = page(office, "office:network")
    contacts = sum(len(row.record.contacts) for row in Agency.objects.filter(withdrawn_on=None))
    assert contacts > 0
    assert html.count("as of May 2014") == contacts


def test_a_printed_name_that_cannot_be_resolved_is_flagged_and_kept(office: Client) -> None:
    html = page(office, "office:network", query="?q=GTX")
    assert "GTX건설" in html
    assert "name not resolved" in html


def test_lost_arrows_are_marked_as_our_reading(office: Client) -> None:
    ours = sum(bool(row.record.reading) for row in NetworkEdge.objects.filter(withdrawn_on=None))
    assert page(office, "office:network").count(">our reading ") == ours > 0


def test_filters_narrow_bodies_and_firms_alike(office: Client) -> None:
    ministries = rows_of(office, "office:network", "?kind=ministry")
    assert {row["Kind"] for row in ministries} == {"Ministry"}
    assert not rows_of(office, "office:network", "?kind=ministry&list=firms")
    water = rows_of(office, "office:network", "?sector=water&list=firms")
    assert water
    assert all("Water supply" in row["Sectors"] for row in water)


def test_firms_are_found_as_a_kind_of_their_own(office: Client) -> None:
    assert not rows_of(office, "office:network", "?kind=firm")
    assert len(rows_of(office, "office:network", "?kind=firm&list=firms")) == Firm.objects.filter(withdrawn_on=None).count()


def test_the_download_has_a_row_for_each_contact_and_keeps_bodies_without_one(office: Client) -> None:
    rows = rows_of(office, "office:network")
    agencies = Agency.objects.filter(withdrawn_on=None)
    assert len(rows) == sum(max(1, len(row.record.contacts)) for row in agencies)
    assert {row["Contact as of"] for row in rows} == {"", "2014-05-31"}


def test_an_empty_list_says_how_to_get_back(office: Client) -> None:
    html = page(office, "office:network", query="?q=zzzz")
    assert "No body fits these filters" in html
    assert f'href="{reverse("office:network")}"' in html


@pytest.mark.parametrize(
    "query", ["?q=%00&kind=%00&sector=zz", "?kind=firm&kind=ministry", "?list=x&download=xlsx", "?download=exe"]
)
def test_no_query_breaks_the_page(office: Client, query: str) -> None:
    assert office.get(reverse("office:network") + query).status_code in (200, 404)


def test_the_page_costs_few_queries(office: Client, django_assert_max_num_queries: Callable[[int], object]) -> None:
    with django_assert_max_num_queries(18):  # type: ignore[attr-defined]
        office.get(reverse("office:network"))
