"""What of a paper out there is no longer true."""

from collections.abc import Callable
from typing import Any

import pytest
from django.utils import timezone
from tests.apps.publishing.referring import AFTER, BEFORE, SOLUTION, doubted, due, ended
from tests.apps.publishing.sending import leaflet_of, sent

from seoulution.apps.catalogue.models import Claim
from seoulution.apps.publishing.sendings import Today, stale_sendings, untold
from seoulution.apps.publishing.services.sendings import tell_recipient
from seoulution.engine.catalogue.sent_claims import SentClaim
from seoulution.engine.vocabulary import Language

pytestmark = pytest.mark.django_db
DAY = timezone.localdate()


def changed(code: str, value: float) -> None:
    row = Claim.objects.get(solution__code=SOLUTION, code=code)
    Claim.objects.filter(pk=row.pk).update(figure={**row.figure, "value": value})


def test_a_paper_that_was_just_sent_still_holds(person: Callable[..., Any]) -> None:
    sending = sent(person("officer"))
    assert sending.claims and Today(DAY).stale(sending) == ()
    assert not stale_sendings(DAY).exists()


def test_what_changed_is_said_with_how_it_read_then_and_reads_now(person: Callable[..., Any]) -> None:
    sending = sent(person("officer"))
    changed(AFTER, 94.6)
    (claim,) = Today(DAY).stale(sending)
    assert (claim.key, claim.then, claim.now, claim.state) == (f"{SOLUTION}/{AFTER}", "94.4 %", "94.6 %", SentClaim.CHANGED)


def test_doubted_expired_and_lost_claims_make_it_stale_worst_first_and_one_due_for_its_look_does_not(
    person: Callable[..., Any],
) -> None:
    sending = sent(person("officer"))
    due("rwr-2009")
    assert Today(DAY).stale(sending) == ()
    doubted(AFTER)
    ended(BEFORE)
    Claim.objects.filter(solution__code=SOLUTION, code="rwr-1999").delete()
    assert [claim.state for claim in Today(DAY).stale(sending)] == [SentClaim.GONE, SentClaim.EXPIRED, SentClaim.DOUBTED]


def test_each_language_is_held_against_its_own_words(person: Callable[..., Any]) -> None:
    by = person("officer")
    for language in (Language.KO, Language.ES, Language.AR):
        assert Today(DAY).stale(sent(by, leaflet_of(language=language))) == (), language


def test_every_sending_of_a_stale_paper_is_listed_until_its_recipient_is_told(person: Callable[..., Any]) -> None:
    by = person("officer")
    one, other, elsewhere = sent(by), sent(by, recipient="Embassy in Quito"), sent(by, leaflet_of("ozone-contactor"))
    changed(AFTER, 94.6)
    assert set(stale_sendings(DAY)) == set(untold(DAY)) == {one, other}
    tell_recipient(one, by=by)
    assert set(untold(DAY)) == {other} and one in stale_sendings(DAY) and elsewhere not in stale_sendings(DAY)


def test_the_register_is_read_once_however_many_were_sent(
    person: Callable[..., Any], django_assert_max_num_queries: Callable[..., Any]
) -> None:
    by = person("officer")
    rows = [sent(by, leaflet_of(language=language)) for language in (Language.EN, Language.EN, Language.KO, Language.KO)]
    with django_assert_max_num_queries(7):
        list(stale_sendings(DAY))
    register = Today(DAY)
    register.read(rows)
    with django_assert_max_num_queries(0):
        assert [register.stale(row) for row in rows] == [()] * 4
