"""The request workspace: the letter, the needs with their matches, the words between office and city."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from seoulution.apps.demand.models import Need, SharingRequest
from seoulution.apps.demand.services import say
from seoulution.apps.matching.models import Match
from seoulution.apps.publishing.services.dossiers import build_dossier
from seoulution.engine.vocabulary import Language

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]
PAGE = "/office/requests/metro-manila-2013/"


@pytest.fixture
def manila() -> SharingRequest:
    return SharingRequest.objects.get(code="metro-manila-2013")


def test_what_the_city_wrote_is_read_once_somebody_who_works_on_it_saw_it(manila: SharingRequest, signed_in_as: SignIn) -> None:
    message = say(manila, text="When may we hope for an answer?", by=None)
    assert "When may we hope" in signed_in_as("analyst").get(PAGE).content.decode()
    message.refresh_from_db()
    assert message.read_at is None, "an analyst reads requests but does not answer them"
    shown = signed_in_as("officer").get(PAGE).context["conversation"]
    message.refresh_from_db()
    assert [each.read_at for each in shown] == [message.read_at] and message.read_at is not None


def test_a_need_stands_with_its_offers_and_a_removed_one_apart(manila: SharingRequest, signed_in_as: SignIn) -> None:
    need = manila.needs.get()
    gone = Need.objects.create(sharing_request=manila, text="Not this.", found_by="person", removed_at=manila.received_at)
    context = signed_in_as("officer").get(PAGE).context
    [(shown, offers)] = context["needs"]
    assert shown == need and context["removed"] == [gone]
    assert [match for _offer, match, _reasons in offers] == list(need.matches.order_by("rank"))
    assert all(offer.solution == match.solution and reasons for offer, match, reasons in offers)


def test_ten_needs_ask_the_database_no_more_than_one(manila: SharingRequest, signed_in_as: SignIn) -> None:
    build_dossier(manila, language=Language.EN, by=None)
    client = signed_in_as("officer")
    client.get(PAGE)
    with CaptureQueriesContext(connection) as with_one:
        client.get(PAGE)
    matches = list(manila.needs.get().matches.all())
    for number in range(9):
        need = Need.objects.create(sharing_request=manila, text=f"Need {number}", found_by="person")
        Match.objects.bulk_create(
            Match(need=need, solution=each.solution, rank=each.rank, weak=False, reasons={}) for each in matches
        )
    with CaptureQueriesContext(connection) as with_ten:
        assert len(client.get(PAGE).context["needs"]) == 10
    assert len(with_ten) == len(with_one)


def test_each_match_leads_to_its_edition_for_the_city(manila: SharingRequest, signed_in_as: SignIn) -> None:
    page = signed_in_as("officer").get(PAGE).content.decode()
    codes = set(Match.objects.filter(need__sharing_request=manila).values_list("solution__code", flat=True))
    assert codes and all(f"/solutions/{code}/for/metro-manila/" in page for code in codes)
