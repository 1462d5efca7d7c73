"""T28: what names a person is read with a line left behind; a file is taken with a reason; what names nobody leaves none."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from tests.trust.access_table import LINK, TABLE
from tests.trust.readable import in_each_form, readable
from tests.trust.world import SECRET_EMAIL, SECRET_NAME, World

from seoulution.apps.accounts.models import AccessRecord
from seoulution.apps.accounts.services.access_records import verify_chain
from seoulution.apps.engagements.models import Engagement

pytestmark = [pytest.mark.django_db, pytest.mark.trust]
SignedIn = Callable[[str], Client]


def lines() -> list[tuple[str, str, str, str]]:
    return list(AccessRecord.objects.order_by("id").values_list("username", "about", "about_code", "action"))


def test_reading_a_request_leaves_five_facts(world: World, signed_in_as: SignedIn) -> None:
    signed_in_as("officer").get(reverse("office:request", args=[world.request.code]), REMOTE_ADDR="192.0.2.7")
    (record,) = AccessRecord.objects.all()
    assert (record.username, record.address, record.action) == ("officer", "192.0.2.7", "view")
    assert record.at and record.whose == f"requester of {world.request.code}"


def test_no_name_of_whose_data_it_is_stands_in_the_line(world: World, signed_in_as: SignedIn) -> None:
    """The line outlives the wish to be forgotten."""
    signed_in_as("officer").get(reverse("office:request", args=[world.request.code]))
    kept = str(list(AccessRecord.objects.values()))
    assert world.request.requester_name not in kept and world.request.requester_email not in kept


def test_who_is_not_shown_the_person_leaves_no_line(world: World, signed_in_as: SignedIn) -> None:
    signed_in_as("analyst").get(reverse("office:request", args=[world.request.code]))
    assert not lines()


def test_what_the_documents_tell_names_nobody(signed_in_as: SignedIn) -> None:
    signed_in_as("officer").get(reverse("office:request", args=["metro-manila-2013"]))
    assert not lines()


def test_an_attachment_is_handed_over_with_a_reason_only(world: World, signed_in_as: SignedIn) -> None:
    client, address = signed_in_as("officer"), reverse("office:attachment", kwargs=dict(world.arguments["attachment"]))
    asked = client.get(address)
    assert asked.status_code == 200 and "Content-Disposition" not in asked.headers
    assert client.post(address, {"reason": "  "}).status_code == 422 and not lines()
    given = client.post(address, {"reason": "to answer the city"})
    assert given.headers["Content-Disposition"].startswith("attachment")
    assert AccessRecord.objects.get().reason == "to answer the city"


def test_a_dossier_read_and_taken_leaves_lines(world: World, signed_in_as: SignedIn) -> None:
    client, pk = signed_in_as("officer"), world.arguments["dossier"]["pk"]
    client.get(reverse("office:dossier", args=[pk]))
    client.get(reverse("office:dossier_download", args=[pk, "docx"]))
    assert [line[3] for line in lines()] == ["view", "download"]


@pytest.mark.parametrize(("sensitive", "left"), [(True, 1), (False, 0)])
def test_reading_a_sensitive_engagement_leaves_a_line(signed_in_as: SignedIn, sensitive: bool, left: int) -> None:
    row = Engagement.objects.filter(withdrawn_on=None)[0]
    Engagement.objects.filter(pk=row.pk).update(is_sensitive=sensitive)
    assert signed_in_as("auditor").get(reverse("office:engagement", args=[row.code])).status_code == 200
    assert len(lines()) == left and verify_chain().holds


def test_who_may_not_see_it_finds_nothing_and_leaves_nothing(person: Callable[..., Any], signed_in_as: SignedIn) -> None:
    row = Engagement.objects.filter(withdrawn_on=None)[0]
    Engagement.objects.filter(pk=row.pk).update(is_sensitive=True, owner=person("officer", name="owner-of-it"))
    assert signed_in_as("officer").get(reverse("office:engagement", args=[row.code])).status_code == 404
    assert not lines()


NAMED = (SECRET_NAME, SECRET_EMAIL, "city@manila.example", "ana.reyes@manila.example", "Ana Reyes")
"""Who asked, to whom a mail went, and who wrote one."""


def test_every_page_and_file_that_names_who_asked_leaves_a_line(world: World, signed_in_as: SignedIn) -> None:
    """Every address is opened by somebody who may know; where the name or the address stands in the answer, a line must be there."""
    client, silent, naming = signed_in_as("manager"), [], []
    papers = 0
    for name, row in TABLE.items():
        if row.rule == LINK or row.post_only:
            continue
        for arguments in in_each_form(world.arguments[row.about]):
            before = AccessRecord.objects.count()
            answer = client.get(reverse(name, kwargs=arguments))
            body = b"".join(answer) if answer.streaming else answer.content
            text, papers = readable(body), papers + body.startswith(b"%PDF")
            if any(named in text for named in NAMED):
                naming.append((name, arguments.get("name")))
                if AccessRecord.objects.count() == before:
                    silent.append((name, arguments.get("name")))
    assert naming and papers > 5 and not silent


def test_searching_for_the_name_leaves_a_line_where_it_is_shown(world: World, signed_in_as: SignedIn) -> None:
    client = signed_in_as("manager")
    for address in (f"/office/search/?q={SECRET_NAME.split()[0]}", f"/office/requests/?q={SECRET_NAME.split()[0]}"):
        before, body = AccessRecord.objects.count(), client.get(address).content.decode()
        shown = SECRET_NAME in body or SECRET_EMAIL in body
        assert not shown or AccessRecord.objects.count() > before, address
