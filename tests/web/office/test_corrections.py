"""All slips of the papers, printed beside corrected."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from tests.web.office.pages import page, rows_of

from seoulution.apps.engagements.models import Engagement
from seoulution.apps.network.models import Correction
from seoulution.web.office.correction_links import evidence_of, records_touched

pytestmark = pytest.mark.django_db
NUMBER = 66
"""Slips that the list of source corrections counts."""


@pytest.fixture
def office(signed_in_as: Callable[[str], Client]) -> Client:
    return signed_in_as("officer")


def test_all_are_shown_in_order_with_print_and_correction(office: Client) -> None:
    html = page(office, "office:corrections")
    places = [html.index(f'id="correction-{number}"') for number in range(1, NUMBER + 1)]
    assert places == sorted(places)
    assert "양카라(터키)" in html
    assert "앙카라(터키)" in html


def test_the_download_is_the_list_on_screen(office: Client) -> None:
    assert [int(row["Number"]) for row in rows_of(office, "office:corrections")] == list(range(1, NUMBER + 1))
    open_ones = rows_of(office, "office:corrections", "?confidence=open")
    assert {row["How sure"] for row in open_ones} == {"not settled"}
    both = rows_of(office, "office:corrections", "?document=both")
    assert {row["Paper"] for row in both} == {"Both"}


def test_words_and_numbers_find_a_slip(office: Client) -> None:
    assert [row["Number"] for row in rows_of(office, "office:corrections", "?q=수도개량기")] == ["59"]
    assert "46" in [row["Number"] for row in rows_of(office, "office:corrections", "?q=46")]


def test_every_touched_code_leads_to_a_record(person: Callable[..., Any]) -> None:
    codes = {code for row in Correction.objects.all() for code in row.record.touches}
    assert set(records_touched(codes, reader=person("manager", name="reader"))) == codes


def test_every_link_to_a_touched_record_opens(office: Client, person: Callable[..., Any]) -> None:
    codes = {code for row in Correction.objects.all() for code in row.record.touches}
    addresses = {each.href.split("#")[0] for each in records_touched(codes, reader=person("manager", name="reader")).values()}
    for address in addresses:
        assert office.get(address).status_code == 200, address


def test_a_request_or_a_sensitive_file_is_not_named_to_those_who_may_not_see_it(person: Callable[..., Any]) -> None:
    codes, analyst = {"sharjah-2012", "metro-manila-transport-advice"}, person("analyst")
    assert "sharjah-2012" not in records_touched(codes, reader=person("translator"))
    assert set(records_touched(codes, reader=analyst)) == codes
    Engagement.objects.filter(code="metro-manila-transport-advice").update(is_sensitive=True)
    assert set(records_touched(codes, reader=analyst)) == {"sharjah-2012"}


def test_evidence_is_said_in_words_and_only_web_addresses_become_links() -> None:
    found = evidence_of(("arithmetic", "unchecked", "javascript:alert(1)", "https://example.org/a"), {})
    assert [each.href for each in found] == ["", "", "", "https://example.org/a"]
    assert found[0].words == "our arithmetic"


def test_no_query_breaks_the_page(office: Client) -> None:
    for query in ("?q=%00", "?confidence=%00&document=x", "?download=docx"):
        assert office.get(reverse("office:corrections") + query).status_code in (200, 404)


def test_the_page_costs_few_queries(office: Client, django_assert_max_num_queries: Callable[[int], object]) -> None:
    with django_assert_max_num_queries(19):  # type: ignore[attr-defined]
        office.get(reverse("office:corrections"))
