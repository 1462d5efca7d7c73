"""The private link by which a city follows its request: 256 random bits of which only a hash is kept.

Validity is judged from the stored row, never from the token, so a token can't be dated into the future.
"""

import hashlib
import secrets
from datetime import datetime, timedelta
from typing import Final

from seoulution.apps.demand.models import StatusLink

CLOCK_TOLERANCE: Final = timedelta(minutes=5)


def new_token() -> str:
    """43 characters that can stand in an address."""
    return secrets.token_urlsafe(32)


def token_hash(token: str) -> str:
    """What is stored and looked up; the token itself has enough randomness to need no salt."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def link_of(token: str, *, now: datetime) -> StatusLink | None:
    """The valid link behind a token; forged, expired, revoked and not-yet-issued ones are all simply None."""
    link = StatusLink.objects.select_related("sharing_request__city").filter(token_hash=token_hash(token)).first()
    if link is None or link.revoked_at is not None:
        return None
    if link.issued_at > now + CLOCK_TOLERANCE or link.expires_at <= now:
        return None
    return link
