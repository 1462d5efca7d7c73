"""Private links: 256 random bits of which only a hash is kept. A city follows its request by one; engagements have their own.

Validity is judged from the stored row, never from the token, so a token can't be dated into the future.
"""

import hashlib
import secrets
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final, Protocol

from seoulution.apps.demand.models import StatusLink

CLOCK_TOLERANCE: Final = timedelta(minutes=5)


class LinkState(StrEnum):
    """Whether a link opens anything. Whoever comes with one learns only valid or not; the office may know why."""

    VALID = "valid"
    UNKNOWN = "unknown"
    REVOKED = "revoked"
    NOT_YET = "not_yet"
    EXPIRED = "expired"


class PrivateLink(Protocol):
    """What every kind of link keeps of its validity."""

    issued_at: datetime
    expires_at: datetime
    revoked_at: datetime | None


def new_token() -> str:
    """43 characters that can stand in an address."""
    return secrets.token_urlsafe(32)


def token_hash(token: str) -> str:
    """What is stored and looked up; the token itself has enough randomness to need no salt."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def state_of(link: PrivateLink | None, *, now: datetime) -> LinkState:
    """From the row alone; a link dated further ahead than clocks differ was made under a wrong clock and opens nothing."""
    if link is None:
        return LinkState.UNKNOWN
    if link.revoked_at is not None:
        return LinkState.REVOKED
    if link.issued_at > now + CLOCK_TOLERANCE:
        return LinkState.NOT_YET
    return LinkState.EXPIRED if link.expires_at <= now else LinkState.VALID


def link_of(token: str, *, now: datetime) -> StatusLink | None:
    """The valid link behind a token; forged, expired, revoked and not-yet-issued ones are all simply None."""
    link = StatusLink.objects.select_related("sharing_request__city").filter(token_hash=token_hash(token)).first()
    return link if state_of(link, now=now) is LinkState.VALID else None
