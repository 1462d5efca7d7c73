"""The log over all engagements: by subject, filtered in the address, the file like the screen."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from tests.apps.publishing.shared import engagement, firm, told
from tests.web.office.test_sharing import rivals

from seoulution.apps.network.models import Firm
from seoulution.apps.publishing.models import SharedItem
from seoulution.apps.publishing.parties import Counterpart
from seoulution.engine.engagements.codes import Recipient

pytestmark = pytest.mark.django_db
LOG = "/office/sharing/equal-information/"


def test_the_log_shows_who_got_what_and_the_file_the_same(person: Callable[..., Any], signed_in_as: Callable[..., Any]) -> None:
    officer = person("officer", name="sharer")
    told(engagement(), officer, subject="Pipe survey")
    told(engagement(1), officer, to=firm(), subject="Site plan")
    client = signed_in_as("officer")
    body, table = client.get(LOG).content.decode(), client.get(LOG + "?download=csv").content.decode()
    assert all(words in body and words in table for words in ("Pipe survey", "Site plan"))
    narrowed = client.get(LOG + "?recipient=firm&download=csv").content.decode()
    assert "Site plan" in narrowed and "Pipe survey" not in narrowed
    assert client.get(LOG + "?q=Pipe&download=xlsx").status_code == 200
    assert "Pipe survey" not in client.get(LOG + "?q=nothing-like-it").content.decode()


def test_firms_that_were_not_told_within_a_week_are_named(person: Callable[..., Any], signed_in_as: Callable[..., Any]) -> None:
    row, peers = rivals()
    first = Counterpart(Recipient.FIRM, firm=Firm.objects.get(code=peers[0]))
    told(row, person("officer", name="sharer"), to=first, subject="Tender dates")
    SharedItem.objects.update(shared_at=timezone.now() - timedelta(days=9))
    client = signed_in_as("officer")
    client.cookies["django_language"] = "en"
    missing = Firm.objects.get(code=peers[1])
    for address in (LOG, f"/office/engagements/{row.code}/sharing/"):
        body = client.get(address).content.decode()
        assert "did not get this within 7 days" in body and missing.name_en in body.replace("&amp;", "&")


def test_a_sensitive_file_is_in_nobodys_log_but_its_peoples(
    person: Callable[..., Any], signed_in_as: Callable[..., Any]
) -> None:
    row = engagement()
    told(row, person("officer", name="sharer"), subject="Pipe survey")
    row.is_sensitive = True
    row.save()
    assert "Pipe survey" not in signed_in_as("officer").get(LOG).content.decode()
    assert "Pipe survey" in signed_in_as("auditor").get(LOG).content.decode()
