"""A sending is recorded with the claims of the very document, by those who may, and once it has left."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from tests.apps.publishing.compose.printing import SITE
from tests.apps.publishing.referring import AFTER, ended
from tests.apps.publishing.sending import LONG_AGO, leaflet_of, sent

from seoulution.apps.catalogue.refusals import Refused
from seoulution.apps.publishing.models import Sending
from seoulution.apps.publishing.papers import digest_of, paper_of
from seoulution.apps.publishing.services.sendings import tell_recipient

pytestmark = pytest.mark.django_db


def test_a_sending_keeps_the_claims_of_the_very_document(person: Callable[..., Any]) -> None:
    officer = person("officer")
    paper = paper_of(leaflet_of(), SITE, now=timezone.now())
    sending = sent(officer, note="ten copies")
    assert sending.claims == dict(paper.claims) and sending.document_digest == digest_of(paper)
    assert (sending.kind, sending.language, sending.sent_by, sending.recalled_at) == ("leaflet", "en", officer, None)


def test_a_paper_with_an_expired_claim_is_not_sent(person: Callable[..., Any]) -> None:
    ended(AFTER)
    with pytest.raises(Refused) as refused:
        sent(person("officer"))
    assert [finding.code for finding in refused.value.findings] == ["claim.expired"]
    assert not Sending.objects.exists()


def test_a_sending_is_recorded_once_it_has_left(person: Callable[..., Any]) -> None:
    officer = person("officer")
    with pytest.raises(Refused) as refused:
        sent(officer, sent_on=timezone.localdate() + timedelta(1))
    assert [finding.code for finding in refused.value.findings] == ["sending.day-to-come"]
    assert sent(officer, sent_on=LONG_AGO).sent_on == LONG_AGO


def test_who_may_not_send_records_nothing(person: Callable[..., Any]) -> None:
    for role in ("analyst", "auditor", "owner", "partner"):
        with pytest.raises(PermissionDenied):
            sent(person(role))
    sending = sent(person("officer"))
    with pytest.raises(PermissionDenied):
        tell_recipient(sending, by=person("analyst", name="other-analyst"))


def test_that_a_recipient_was_told_can_be_taken_back(person: Callable[..., Any]) -> None:
    officer = person("officer")
    sending = tell_recipient(sent(officer), by=officer)
    assert sending.recalled_at is not None
    assert tell_recipient(sending, by=officer, told=False).recalled_at is None
