"""A firm or agency sees what was shared with it, and nothing else exists."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from tests.apps.publishing.shared import engagement, firm, told

from seoulution.apps.accounts.models import Bucket
from seoulution.apps.network.services import affiliate
from seoulution.apps.publishing.models import Proposal
from seoulution.apps.publishing.services.sharing import end_sharing
from seoulution.web.partner_portal.engagements import engagements_of, shared_with

pytestmark = pytest.mark.django_db
Person = Callable[..., Any]


@pytest.fixture
def partner(person: Person) -> Any:
    user = person("partner")
    affiliate(user, firm=firm().firm)
    return user


def signed_in(user: Any) -> Client:
    client = Client()
    client.force_login(user, backend="seoulution.apps.accounts.backend.PersonBackend")
    return client


def test_the_own_items_stand_with_their_day_and_opening_one_is_recorded(person: Person, partner: Any) -> None:
    officer, row = person("officer"), engagement()
    item = told(row, officer, to=firm())
    client = signed_in(partner)
    for address in ("/partner/", "/partner/engagements/"):
        assert row.code in client.get(address).content.decode()
    assert "Area of the pilot" in client.get(f"/partner/engagements/{row.code}/").content.decode()
    assert not item.openings.exists()
    assert "The pilot covers two districts." in client.get(f"/partner/items/{item.pk}/").content.decode()
    assert [opening.user for opening in item.openings.all()] == [partner]


def test_nothing_else_exists(person: Person, partner: Any) -> None:
    officer, row, other = person("officer"), engagement(), engagement(1)
    told(row, officer, to=firm())
    foreign = [
        told(other, officer, to=firm(1)),
        told(row, officer),
        end_sharing(told(other, officer, to=firm()), reason="x", by=officer),
    ]
    client = signed_in(partner)
    assert client.get(f"/partner/engagements/{other.code}/").status_code == 404
    assert client.post(f"/partner/engagements/{other.code}/answer/", {"text": "Hello"}).status_code == 404
    for item in foreign:
        assert client.get(f"/partner/items/{item.pk}/").status_code == 404
        assert client.get(f"/partner/items/{item.pk}/file/").status_code == 404
    assert list(engagements_of(partner)) == [row] and shared_with(partner).count() == 1


def test_a_person_of_no_body_sees_nothing(person: Person) -> None:
    told(engagement(), person("officer"))
    stranger = person("partner", name="stranger")
    assert not shared_with(stranger).exists()
    assert signed_in(stranger).get("/partner/engagements/").status_code == 200


def test_an_offer_is_a_proposal_and_an_empty_one_is_not_sent(person: Person, partner: Any) -> None:
    row = engagement()
    told(row, person("officer"), to=firm())
    client, address = signed_in(partner), f"/partner/engagements/{row.code}/answer/"
    assert client.post(address, {"kind": "offer", "text": " "}).status_code == 422
    assert client.post(address, {"kind": "confirmation", "text": "We survey the pipes."}).status_code == 302
    client.post(address, {"kind": "offer", "text": "We survey them for free."})
    assert [(each.kind, each.user) for each in Proposal.objects.order_by("pk")] == [("answer", partner), ("offer", partner)]


def test_a_flood_by_one_account_is_held_back(person: Person, partner: Any) -> None:
    row = engagement()
    told(row, person("officer"), to=firm())
    client = signed_in(partner)
    client.post(f"/partner/engagements/{row.code}/answer/", {"text": "Yes."})
    Bucket.objects.filter(limit="link-written").update(tokens=0.0)
    answer = client.post(f"/partner/engagements/{row.code}/answer/", {"text": "Yes!"})
    assert (answer.status_code, Proposal.objects.count()) == (429, 1)
