"""The tab of sharing: what each party has, when it was given and read, links, what waits, and refused attempts."""

from collections.abc import Callable
from typing import Any

import pytest
from django.utils.html import escape
from tests.apps.publishing.shared import engagement, firm, link_for, told

from seoulution.apps.engagements.models import Promise
from seoulution.apps.publishing.parties import CITY
from seoulution.apps.publishing.services.openings import record_opening
from seoulution.apps.publishing.services.party_links import note_refusal, revoke_party_link
from seoulution.apps.publishing.services.proposals import Said, Sender, receive
from seoulution.engine.engagements.codes import ProposalKind

pytestmark = pytest.mark.django_db
Person = Callable[..., Any]


def test_the_tab_says_what_each_party_has_and_when_it_was_read(person: Person, signed_in_as: Any) -> None:
    officer, row = person("officer", name="sharer"), engagement()
    read, _unread = told(row, officer, subject="For the city"), told(row, officer, to=firm(), subject="For the firm")
    record_opening(read)
    body = signed_in_as("officer").get(f"/office/engagements/{row.code}/sharing/").content.decode()
    assert "For the city" in body and "For the firm" in body
    assert escape(firm().firm.name_en) in body
    assert body.count("not read yet") + body.count("아직 읽지 않음") == 1


def test_refused_attempts_are_counted_on_the_tab(person: Person, signed_in_as: Any) -> None:
    from django.utils import timezone

    officer, row = person("officer", name="sharer"), engagement()
    link, token = link_for(row, officer)
    revoke_party_link(link, reason="lost", by=officer)
    for _ in range(3):
        note_refusal(token, address="192.0.2.1", now=timezone.now())
    client = signed_in_as("officer")
    client.cookies["django_language"] = "en"
    body = client.get(f"/office/engagements/{row.code}/sharing/").content.decode()
    assert "3 attempts with ended links" in body and token not in body


def test_who_only_reads_sees_everything_and_no_form(person: Person, signed_in_as: Any) -> None:
    row = engagement()
    told(row, person("officer"))
    receive(row, Said(ProposalKind.ANSWER, "We prefer June."), sender=Sender(CITY))
    body = signed_in_as("auditor").get(f"/office/engagements/{row.code}/sharing/").content.decode()
    assert "We prefer June." in body and "/sharing/new/" not in body and "/take-up/" not in body


def test_promises_that_the_city_does_not_read_are_marked(person: Person, signed_in_as: Any) -> None:
    row = engagement()
    Promise.objects.create(engagement=row, text="We export pipes.", promised_by="x", promised_to="y")
    client = signed_in_as("officer")
    client.cookies["django_language"] = "en"
    assert "the city does not read it" in client.get(f"/office/engagements/{row.code}/sharing/").content.decode()
