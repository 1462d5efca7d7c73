"""Booklets and how far they lag, channels, and dossiers shared with cities."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from django.test import Client
from django.urls import reverse
from tests.apps.publishing.sending import sent
from tests.web.office.pages import page, rows_of

from seoulution.apps.accounts.models import User
from seoulution.apps.catalogue.models import Claim
from seoulution.apps.demand.models import SharingRequest
from seoulution.apps.publishing.models import Dossier, PromotionChannel

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(signed_in_as: Callable[[str], Client]) -> Client:
    return signed_in_as("officer")


def test_a_booklet_is_stale_by_the_figures_that_are_newer_than_it(office: Client) -> None:
    rows = {row["Code"]: row for row in rows_of(office, "office:documents")}
    newer = Claim.objects.filter(solution__sector="water", solution__withdrawn_on=None, year__gt=2014)
    assert int(rows["booklet-water"]["Newer figures in the catalogue"]) == newer.count() > 0
    newer.delete()
    again = {row["Code"]: row for row in rows_of(office, "office:documents")}
    assert again["booklet-water"]["Newer figures in the catalogue"] == "0"


def test_sectors_without_a_booklet_are_named(office: Client) -> None:
    html = page(office, "office:documents")
    told = html.split("No booklet is on record for")[1].split("</p>")[0]
    assert "Housing" in told
    assert "Transport" not in told


def test_every_channel_is_listed_and_119_trade_offices_are_sourced(office: Client) -> None:
    """The briefing's sixth answer counts 119 trade offices."""
    html = page(office, "office:documents")
    for row in PromotionChannel.objects.filter(withdrawn_on=None):
        assert f'id="{row.code}"' in html
    assert "119" in html.split('id="channel-kotra"')[1].split("</li>")[0]


def test_a_dossier_appears_once_it_is_shared(office: Client) -> None:
    asked = SharingRequest.objects.create(
        code="r-test", city_as_written="Somewhere", text="water", channel="office", received_at=datetime(2026, 1, 1, tzinfo=UTC)
    )
    dossier = Dossier.objects.create(sharing_request=asked, language="en", document={}, inputs_hash="x")
    assert "No dossier has been shared yet" in page(office, "office:documents")
    Dossier.objects.filter(pk=dossier.pk).update(shared_with_city_at=datetime(2026, 1, 2, tzinfo=UTC))
    html = page(office, "office:documents")
    assert "r-test" in html
    assert reverse("office:dossier", args=[dossier.pk]) in html


def test_what_was_sent_stands_first_and_is_said_to_be_unrecorded_until_then(office: Client) -> None:
    assert "No paper is recorded as sent" in page(office, "office:documents")
    sending = sent(User.objects.get(username="officer"))
    html = page(office, "office:documents")
    assert reverse("office:sending", args=[sending.pk]) in html and "No paper is recorded as sent" not in html


def test_no_query_breaks_the_page(office: Client) -> None:
    for query in ("?page=zz", "?page=-1&q=%00", "?download=pdf"):
        assert office.get(reverse("office:documents") + query).status_code in (200, 404)
