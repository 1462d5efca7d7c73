"""Links of parties: a hash, one holder, an end; a new one ends the old; refused attempts are counted without the token."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from tests.apps.publishing.shared import engagement, firm, link_for

from seoulution.apps.demand.links import token_hash
from seoulution.apps.engagements.services.rights import AlreadyOver, NotAllowed, ReasonMissing
from seoulution.apps.publishing.models import LinkRefusal, PartyLink
from seoulution.apps.publishing.party_links import party_link_of
from seoulution.apps.publishing.services.party_links import note_refusal, reissue_party_link, revoke_party_link

pytestmark = pytest.mark.django_db
Person = Callable[..., Any]


def test_a_link_opens_the_file_until_its_day(person: Person) -> None:
    link, token = link_for(engagement(), person("officer"))
    now = timezone.now()
    assert party_link_of(token, now=now) == link and link.token_hash == token_hash(token)
    assert party_link_of(token, now=now + timedelta(days=29)) == link
    assert party_link_of(token, now=now + timedelta(days=31)) is None


def test_a_link_needs_a_holder_and_an_end_within_a_year(person: Person) -> None:
    with pytest.raises(NotAllowed) as refused:
        link_for(engagement(), person("officer"), holder=" ", days=366)
    assert [finding.code for finding in refused.value.findings] == ["sharing.no-holder", "sharing.days-out-of-range"]
    with pytest.raises(PermissionDenied):
        link_for(engagement(), person("auditor"))


def test_a_new_link_of_the_same_holder_ends_the_old_one_and_no_other(person: Person) -> None:
    officer, row = person("officer"), engagement()
    first, old = link_for(row, officer)
    _, colleague = link_for(row, officer, holder="Water works")
    _, firms = link_for(row, officer, to=firm())
    _, new = reissue_party_link(first, by=officer)
    now = timezone.now()
    assert party_link_of(old, now=now) is None
    assert all(party_link_of(token, now=now) for token in (new, colleague, firms))


def test_a_link_is_revoked_with_a_reason_once(person: Person) -> None:
    officer = person("officer")
    link, token = link_for(engagement(), officer)
    with pytest.raises(ReasonMissing):
        revoke_party_link(link, reason="", by=officer)
    revoke_party_link(link, reason="the person has left", by=officer)
    assert party_link_of(token, now=timezone.now()) is None
    with pytest.raises(AlreadyOver):
        revoke_party_link(link, reason="again", by=officer)


def test_a_withdrawn_engagement_takes_its_links_with_it(person: Person) -> None:
    row = engagement()
    _, token = link_for(row, person("officer"))
    row.withdrawn_on = timezone.localdate()
    row.save()
    assert party_link_of(token, now=timezone.now()) is None


def test_refused_attempts_are_counted_by_day_address_and_cause(person: Person) -> None:
    officer, now = person("officer"), timezone.now()
    link, token = link_for(engagement(), officer)
    note_refusal(token, address="192.0.2.1", now=now)
    assert not LinkRefusal.objects.exists()
    revoke_party_link(link, reason="lost", by=officer)
    for _ in range(3):
        note_refusal(token, address="192.0.2.1", now=now)
    note_refusal(token, address="192.0.2.2", now=now)
    note_refusal("forged", address="192.0.2.1", now=now)
    rows = {(row.address, row.cause, row.link_id, row.attempts) for row in LinkRefusal.objects.all()}
    assert rows == {
        ("192.0.2.1", "revoked", link.pk, 3),
        ("192.0.2.2", "revoked", link.pk, 1),
        ("192.0.2.1", "unknown", None, 1),
    }
    assert PartyLink.objects.count() == 1


def test_two_at_once_wait_for_each_other(person: Any) -> None:
    with CaptureQueriesContext(connection) as asked:
        link_for(engagement(), person("officer"))
    said = [query["sql"] for query in asked.captured_queries]
    locks = next(number for number, sql in enumerate(said) if "engagements_engagement" in sql and "FOR NO KEY UPDATE" in sql)
    assert locks < next(number for number, sql in enumerate(said) if "publishing_partylink" in sql)
