"""Recording a paper that was sent."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.apps.publishing.referring import AFTER, SOLUTION, ended
from tests.web.office.pages import page

from seoulution.apps.publishing.models import PromotionChannel, Sending

pytestmark = pytest.mark.django_db
ADDRESS = "office:sending_new"


@pytest.fixture
def office(signed_in_as: Callable[[str], Client]) -> Client:
    client = signed_in_as("officer")
    client.cookies["language"] = "en"
    return client


def form(**how: str) -> dict[str, str]:
    return {
        "kind": "leaflet",
        "solution": SOLUTION,
        "language": "es",
        "format": "pdf",
        "channel": "channel-kotra",
        "recipient": "Trade office in Lima",
        "sent_on": timezone.localdate().isoformat(),
        **how,
    }


def test_a_sending_is_kept_with_what_the_paper_quotes(office: Client) -> None:
    answer = office.post(reverse(ADDRESS), form(note="ten copies"))
    sending = Sending.objects.get()
    assert answer.headers["Location"] == reverse("office:sending", args=[sending.pk])
    assert (sending.solution.code, sending.language, sending.channel.code) == (SOLUTION, "es", "channel-kotra")
    assert f"{SOLUTION}/{AFTER}" in sending.claims and sending.document_digest


def test_every_channel_is_offered_and_the_119_trade_offices_are_counted(office: Client) -> None:
    html = page(office, ADDRESS)
    codes = PromotionChannel.objects.filter(withdrawn_on=None).values_list("code", flat=True)
    assert len(codes) == 9 and all(f'value="{code}"' in html for code in codes)
    assert "(119, 2014)" in html


@pytest.mark.parametrize(
    ("how", "field"),
    [
        ({"kind": "brochure"}, "sector"),
        ({"solution": ""}, "solution"),
        ({"kind": "edition"}, "city"),
        ({"kind": "edition", "city": "Atlantis"}, "city"),
        ({"kind": "solution"}, "language"),
        ({"recipient": ""}, "recipient"),
        ({"sent_on": "yesterday"}, "sent_on"),
        ({"channel": "channel-pigeon"}, "channel"),
    ],
)
def test_what_is_missing_is_said_at_its_field_and_nothing_typed_is_lost(
    office: Client, how: dict[str, str], field: str
) -> None:
    answer = office.post(reverse(ADDRESS), form(note="kept words", **how))
    assert answer.status_code == 422 and field in answer.context["form"].errors
    assert "kept words" in answer.content.decode() and not Sending.objects.exists()


def test_brochures_and_editions_are_recorded_by_what_they_are_about(office: Client) -> None:
    office.post(reverse(ADDRESS), form(kind="brochure", sector="water", city="Manila"))
    office.post(reverse(ADDRESS), form(kind="edition", city="마닐라"))
    edition, brochure = Sending.objects.order_by("-pk")
    assert (brochure.sector, brochure.solution, brochure.city) == ("water", None, None)
    assert edition.solution.code == SOLUTION and edition.city.code == "metro-manila"


def test_an_expired_claim_stands_in_the_way_and_leads_to_where_it_is_renewed(office: Client) -> None:
    ended(AFTER)
    for extra in ({}, {"look": "1"}):
        answer = office.post(reverse(ADDRESS), form(**extra))
        assert answer.status_code == 422 and reverse("office:claim", args=[SOLUTION, AFTER]) in answer.content.decode()
    assert not Sending.objects.exists()


def test_the_paper_can_be_looked_at_without_recording_it(office: Client) -> None:
    answer = office.post(reverse(ADDRESS), form(look="1"))
    assert answer.content.startswith(b"%PDF") and not Sending.objects.exists()


def test_other_pages_lead_to_it_filled_in(office: Client) -> None:
    html = page(office, ADDRESS, query=f"?kind=leaflet&solution={SOLUTION}&language=ko")
    assert f'<option value="{SOLUTION}" selected>' in html and '<option value="ko" selected>' in html
