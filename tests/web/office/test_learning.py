"""An officer says whether a city's needs may teach the search; without a reason nothing changes and nothing typed is lost."""

from collections.abc import Callable

import pytest
from django.test import Client

from seoulution.apps.demand.models import SharingRequest

pytestmark = pytest.mark.django_db


@pytest.fixture
def letter() -> SharingRequest:
    row = SharingRequest.objects.first()
    assert row is not None
    row.text_is_reported = False
    row.save()
    return row


def given(row: SharingRequest, **changed: object) -> dict[str, object]:
    return {"allowed": "yes", "reason": "The city agreed by letter.", "revision": row.revision, **changed}


def test_a_release_with_a_reason_is_saved_and_shown(letter: SharingRequest, signed_in_as: Callable[[str], Client]):
    officer = signed_in_as("officer")
    address = f"/office/requests/{letter.code}/learning/"
    assert b"does not learn from its needs" in officer.get(f"/office/requests/{letter.code}/").content
    assert officer.post(address, given(letter)).status_code == 302
    letter.refresh_from_db()
    assert (letter.may_be_learnt_from, letter.learning_reason) == (True, "The city agreed by letter.")
    assert b"The city agrees that the search learns" in officer.get(f"/office/requests/{letter.code}/").content


def test_without_a_reason_it_is_refused_in_words(letter: SharingRequest, signed_in_as: Callable[[str], Client]):
    page = signed_in_as("officer").post(f"/office/requests/{letter.code}/learning/", given(letter, reason="  "))
    assert page.status_code == 422
    assert b"Say in a sentence why" in page.content
    letter.refresh_from_db()
    assert not letter.may_be_learnt_from


def test_whoever_comes_second_keeps_what_was_typed(letter: SharingRequest, signed_in_as: Callable[[str], Client]):
    page = signed_in_as("officer").post(
        f"/office/requests/{letter.code}/learning/", given(letter, revision=letter.revision - 1, reason="Typed at length.")
    )
    assert page.status_code == 409
    assert b"Typed at length." in page.content
