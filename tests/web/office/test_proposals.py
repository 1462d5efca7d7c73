"""What waits over all files, taken up or set aside from there."""

from collections.abc import Callable
from typing import Any

import pytest
from tests.apps.publishing.shared import engagement

from seoulution.apps.cities.models import Observation
from seoulution.apps.engagements.models import Confirmation
from seoulution.apps.publishing.models import Proposal
from seoulution.apps.publishing.parties import CITY
from seoulution.apps.publishing.services.proposals import Said, Sender, receive
from seoulution.engine.engagements.codes import ProposalKind

pytestmark = pytest.mark.django_db


def said(kind: ProposalKind = ProposalKind.ANSWER, text: str = "We prefer June.", about: str = "") -> Proposal:
    return receive(engagement(), Said(kind, text, about), sender=Sender(CITY))


def test_everything_that_waits_is_listed_and_what_is_decided_is_not(signed_in_as: Callable[..., Any]) -> None:
    row, client = said(), signed_in_as("officer")
    assert "We prefer June." in client.get("/office/sharing/proposals/").content.decode()
    client.post(f"/office/sharing/proposals/{row.pk}/take-up/")
    assert "We prefer June." not in client.get("/office/sharing/proposals/").content.decode()
    row.refresh_from_db()
    assert row.state == "accepted"


def test_a_confirmation_is_taken_up_once(signed_in_as: Callable[..., Any]) -> None:
    first, second = said(ProposalKind.CONFIRMATION, about="need"), said(ProposalKind.CONFIRMATION, about="need")
    client = signed_in_as("officer")
    for row in (first, second):
        client.post(f"/office/sharing/proposals/{row.pk}/take-up/")
    second.refresh_from_db()
    assert Confirmation.objects.count() == 1 and second.state == "waiting"


def test_a_figure_taken_up_has_an_undo_and_a_confirmation_has_none(signed_in_as: Callable[..., Any]) -> None:
    client, before = signed_in_as("manager"), Observation.objects.count()
    given = {"value": "1234.6", "year": "2020", "source": "Census"}
    figure = receive(engagement(), Said(ProposalKind.FIGURE, "", "population", given), sender=Sender(CITY))
    answer = client.post(f"/office/sharing/proposals/{figure.pk}/take-up/", follow=True)
    assert f"/office/sharing/proposals/{figure.pk}/put-back/" in answer.content.decode()
    client.post(f"/office/sharing/proposals/{figure.pk}/put-back/")
    figure.refresh_from_db()
    assert figure.state == "waiting" and Observation.objects.count() == before
    word = said(ProposalKind.CONFIRMATION, about="need")
    answer = client.post(f"/office/sharing/proposals/{word.pk}/take-up/", follow=True)
    assert f"/office/sharing/proposals/{word.pk}/put-back/" not in answer.content.decode()


def test_setting_aside_needs_a_reason_and_has_an_undo(signed_in_as: Callable[..., Any]) -> None:
    row, client = said(), signed_in_as("officer")
    client.post(f"/office/sharing/proposals/{row.pk}/set-aside/", {"reason": " "})
    row.refresh_from_db()
    assert row.state == "waiting"
    answer = client.post(f"/office/sharing/proposals/{row.pk}/set-aside/", {"reason": "decided"}, follow=True)
    assert f"/office/sharing/proposals/{row.pk}/put-back/" in answer.content.decode()
    client.post(f"/office/sharing/proposals/{row.pk}/put-back/")
    row.refresh_from_db()
    assert row.state == "waiting"


def test_what_belongs_to_a_sensitive_file_is_listed_for_its_people_only(signed_in_as: Callable[..., Any]) -> None:
    row = said()
    row.engagement.is_sensitive = True
    row.engagement.save()
    client = signed_in_as("officer")
    assert "We prefer June." not in client.get("/office/sharing/proposals/").content.decode()
    assert client.post(f"/office/sharing/proposals/{row.pk}/take-up/").status_code == 404
