"""The private link: random, kept as a hash only, judged from its stored row."""

import hashlib
import re
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seoulution.apps.demand.links import CLOCK_TOLERANCE, link_of, new_token, token_hash
from seoulution.apps.demand.models import SharingRequest, StatusLink

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
TOKEN = "t" * 43
SECOND = timedelta(seconds=1)


@pytest.fixture
def link(db: None) -> StatusLink:
    return StatusLink.objects.create(
        sharing_request=SharingRequest.objects.get(code="metro-manila-2013"),
        token_hash=token_hash(TOKEN),
        issued_at=NOW,
        expires_at=NOW + timedelta(days=10),
    )


def test_a_token_has_256_random_bits_in_43_characters_of_an_address() -> None:
    """32 bytes in base64 without padding: ceil(256 / 6) = 43."""
    tokens = {new_token() for _ in range(100)}
    assert len(tokens) == 100
    assert all(re.fullmatch(r"[A-Za-z0-9_-]{43}", token) for token in tokens)


@given(st.text(alphabet=st.characters()))
def test_any_text_that_arrives_in_an_address_can_be_looked_up(text: str) -> None:
    assert re.fullmatch("[0-9a-f]{64}", token_hash(text))


def test_a_half_character_is_looked_up_and_the_hash_is_sha_256() -> None:
    assert len(token_hash("\ud800")) == 64
    assert token_hash(TOKEN) == hashlib.sha256(TOKEN.encode()).hexdigest()


def test_a_link_opens_from_its_issue_until_the_instant_it_expires(link: StatusLink) -> None:
    assert link_of(TOKEN, now=NOW) == link
    assert link_of(TOKEN, now=link.expires_at - SECOND) == link
    assert link_of(TOKEN, now=link.expires_at) is None


def test_a_clock_that_differs_by_five_minutes_is_forgiven_and_by_more_is_not(link: StatusLink) -> None:
    assert link_of(TOKEN, now=NOW - CLOCK_TOLERANCE) == link
    assert link_of(TOKEN, now=NOW - CLOCK_TOLERANCE - SECOND) is None


def test_a_revoked_link_opens_nothing(link: StatusLink) -> None:
    link.revoked_at = NOW
    link.save()
    assert link_of(TOKEN, now=NOW + SECOND) is None


@pytest.mark.parametrize("token", ["", "T" * 43, TOKEN[:-1], TOKEN + "t", token_hash(TOKEN)])
def test_what_is_not_the_token_opens_nothing(token: str, link: StatusLink) -> None:
    """The stored hash itself is no key: who read the table can't open a file with it."""
    assert link_of(token, now=NOW) is None
