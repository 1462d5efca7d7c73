"""One firm's page."""

from collections.abc import Callable
from html import escape

import pytest
from django.test import Client
from django.urls import reverse
from tests.web.office.pages import page

from seoulution.apps.network.models import Firm

pytestmark = pytest.mark.django_db


def test_every_firm_has_a_page_with_the_name_as_printed(signed_in_as: Callable[[str], Client]) -> None:
    client = signed_in_as("analyst")
    for row in Firm.objects.all():
        html = page(client, "office:firm", row.code, language="ko")
        assert escape(row.record.printed) in html
        assert row.record.references or 'class="empty"' in html


def test_a_name_that_cannot_be_resolved_stays_as_printed_with_the_doubt(signed_in_as: Callable[[str], Client]) -> None:
    html = page(signed_in_as("officer"), "office:firm", "gapgol-construction")
    assert "The printed name could not be resolved" in html
    assert "갑골건설" in html


def test_partners_and_visitors_do_not_see_it(signed_in_as: Callable[[str], Client], client: Client) -> None:
    address = reverse("office:firm", args=["lg-cns"])
    assert signed_in_as("partner").get(address).status_code == 403
    assert client.get(address).status_code == 302


def test_an_unknown_firm_is_not_found(signed_in_as: Callable[[str], Client]) -> None:
    assert signed_in_as("officer").get(reverse("office:firm", args=["no-such-firm"])).status_code == 404
