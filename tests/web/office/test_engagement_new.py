"""Opening an engagement from its page."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from tests.web.office.reading import body, post, text_of

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.cities.models import City
from seoulution.apps.demand.models import Channel, SharingRequest
from seoulution.apps.demand.services import Incoming, receive
from seoulution.apps.engagements.models import Engagement
from seoulution.apps.matching.models import Match

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]


@pytest.fixture
def asked(db: None) -> SharingRequest:
    """A request for water of Hanoi, with one accepted and one rejected solution."""
    row, _token = receive(
        Incoming(text="We lose half of our treated water.", city_as_written="Hanoi"), channel=Channel.FORM, by=None
    )
    row.city, row.sectors = City.objects.get(code="hanoi"), ["water"]
    row.save()
    need = row.needs.first()
    assert need is not None
    for code, verdict in (("revenue-water", "accepted"), ("topis", "rejected")):
        Match.objects.update_or_create(
            need=need,
            solution=PolicySolution.objects.get(code=code),
            defaults={"rank": 1, "weak": False, "verdict": verdict, "verdict_reason": "x"},
        )
    return row


def fields(**changes: Any) -> dict[str, Any]:
    return {
        "name_ko": "하노이 물",
        "name_en": "Water for Hanoi",
        "city": "Hanoi",
        "sector": "water",
        "stage": "exchange",
        "lead": "institute",
        "activity": "advice",
        "money_flow": "none",
        "reason": "proposed at the forum",
        **changes,
    }


def test_a_proposal_of_ours_is_opened_and_is_the_openers(signed_in_as: SignIn) -> None:
    client = signed_in_as("officer")
    assert "hanoi" in text_of(client, "office:engagement_new", "?city=hanoi")
    response = post(client, "office:engagement_new", [], **fields())
    row = Engagement.objects.get(name_en="Water for Hanoi")
    assert response.status_code == 302 and response.url == reverse("office:engagement", args=[row.code])
    assert row.owner is not None and row.owner.username == "officer"


def test_a_request_carries_over_city_sector_and_accepted_solutions_only(signed_in_as: SignIn, asked: SharingRequest) -> None:
    client = signed_in_as("officer")
    link = reverse("office:engagement_new") + f"?request={asked.code}"
    assert link in text_of(client, "office:request", args=(asked.code,))
    page = text_of(client, "office:engagement_new", f"?request={asked.code}")
    assert 'value="revenue-water"' in page and 'value="topis"' not in page and 'value="hanoi"' in page
    post(client, "office:engagement_new", [], **fields(request=asked.code, stage="opportunity", solutions=["revenue-water"]))
    row = asked.engagements.get()
    assert (row.stage, [each.code for each in row.solutions.all()]) == ("opportunity", ["revenue-water"])
    assert "has an engagement already" in text_of(client, "office:engagement_new", f"?request={asked.code}")


def test_a_closed_gate_and_an_unknown_city_keep_what_was_typed(signed_in_as: SignIn) -> None:
    client = signed_in_as("officer")
    closed = post(client, "office:engagement_new", [], **fields(stage="opportunity"))
    assert closed.status_code == 422 and "No contact with the city is on record" in body(closed)
    unknown = post(client, "office:engagement_new", [], **fields(city="Hanoy"))
    assert unknown.status_code == 422 and "Water for Hanoi" in body(unknown)
    assert not Engagement.objects.filter(name_en="Water for Hanoi").exists()


def test_the_citys_page_leads_here(signed_in_as: SignIn) -> None:
    link = reverse("office:engagement_new") + "?city=hanoi"
    assert link in text_of(signed_in_as("officer"), "office:city", args=("hanoi",))
    assert link not in text_of(signed_in_as("analyst"), "office:city", args=("hanoi",))


@pytest.mark.parametrize(
    "changes", [{"amount": "1e999"}, {"reason": "\x00"}, {"request": "\x00"}, {"sector": "x"}, {"city": "\x00"}]
)
def test_no_form_breaks_the_page(signed_in_as: SignIn, changes: dict[str, str]) -> None:
    assert post(signed_in_as("officer"), "office:engagement_new", [], **fields(**changes)).status_code in (302, 422)


def test_a_sensitive_file_that_came_of_the_request_is_not_named_to_others(signed_in_as: SignIn, asked: SharingRequest) -> None:
    Engagement.objects.filter(code="metro-manila-transport-advice").update(sharing_request=asked, is_sensitive=True)
    page = reverse("office:engagement_new") + f"?request={asked.code}"
    assert signed_in_as("officer").get(page).context["already"] == []
    assert len(signed_in_as("manager").get(page).context["already"]) == 1
