"""Sharing from the office: the warning comes before anything is given, and all peers can be told at once."""

from collections.abc import Callable
from typing import Any

import pytest
from tests.apps.publishing.shared import engagement, told

from seoulution.apps.engagements.models import Engagement
from seoulution.apps.publishing.equal_information import evenness_of
from seoulution.apps.publishing.models import SharedItem

pytestmark = pytest.mark.django_db
FORM = {"thing": "information", "text": "Bids open in May.", "subject": "Tender dates", "reason": "equal information"}


def rivals() -> tuple[Engagement, list[str]]:
    """An engagement in whose sector the programme knows several firms."""
    for row in Engagement.objects.filter(withdrawn_on=None):
        if len(peers := sorted(evenness_of(row).competition.peers)) > 1:
            return row, peers
    raise LookupError("no sector has two firms")


def test_telling_one_firm_of_a_sector_is_warned_of_first_and_shares_nothing(signed_in_as: Callable[..., Any]) -> None:
    row, peers = rivals()
    client, address = signed_in_as("officer"), f"/office/engagements/{row.code}/sharing/new/"
    answer = client.post(address, {**FORM, "to": [f"firm:{peers[0]}"]})
    assert answer.status_code == 200 and 'value="all"' in answer.content.decode() and not SharedItem.objects.exists()
    assert client.post(address, {**FORM, "to": [f"firm:{peers[0]}"], "step": "all"}).status_code == 302
    assert sorted(item.firm.code for item in SharedItem.objects.all()) == peers


def test_it_can_be_shared_as_chosen_all_the_same(signed_in_as: Callable[..., Any]) -> None:
    row, peers = rivals()
    client, address = signed_in_as("officer"), f"/office/engagements/{row.code}/sharing/new/"
    assert client.post(address, {**FORM, "to": [f"firm:{peers[0]}"], "step": "even_so"}).status_code == 302
    assert SharedItem.objects.get().firm.code == peers[0]


def test_the_city_is_told_without_a_warning_and_refused_words_come_back(signed_in_as: Callable[..., Any]) -> None:
    row = engagement()
    client, address = signed_in_as("officer"), f"/office/engagements/{row.code}/sharing/new/"
    refused = client.post(address, {**FORM, "text": "Our exports begin.", "to": ["city"]})
    assert refused.status_code == 422 and "Our exports begin." in refused.content.decode()
    assert client.post(address, {**FORM, "to": ["city"]}).status_code == 302
    assert client.post(address, {"thing": "information"}).status_code == 422
    assert client.post(address, {**FORM, "thing": "document:999999", "to": ["city"]}).status_code == 422


def test_another_officers_file_explains_itself(person: Callable[..., Any], signed_in_as: Callable[..., Any]) -> None:
    row = engagement()
    row.owner = person("officer", name="the-owner")
    row.save()
    answer = signed_in_as("officer").post(f"/office/engagements/{row.code}/sharing/new/", {**FORM, "to": ["city"]})
    assert answer.status_code == 422 and not SharedItem.objects.exists()


def test_sharing_ends_with_a_reason(person: Callable[..., Any], signed_in_as: Callable[..., Any]) -> None:
    item, client = told(engagement(), person("officer", name="sharer")), signed_in_as("officer")
    client.post(f"/office/sharing/{item.pk}/end/", {"reason": ""})
    item.refresh_from_db()
    assert item.ended_at is None
    client.post(f"/office/sharing/{item.pk}/end/", {"reason": "replaced"})
    item.refresh_from_db()
    assert item.ended_reason == "replaced"
