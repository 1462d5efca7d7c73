"""The link by which a party opens its side of an engagement, looked up by its hash and judged from its row."""

from datetime import datetime

from seoulution.apps.demand.links import LinkState, state_of, token_hash
from seoulution.apps.demand.models import StatusLink
from seoulution.apps.publishing.models import PartyLink


def party_link_of(token: str, *, now: datetime) -> PartyLink | None:
    """The valid link behind a token. Forged, expired, revoked, replaced and not-yet-issued ones are all simply None."""
    link = _stored(token)
    return link if link is not None and _state(link, now) is LinkState.VALID else None


def refused_link(token: str, *, now: datetime) -> tuple[LinkState, PartyLink | None]:
    """Why a token opened nothing, for the office's count: with the engagement's link where the row is known."""
    link = _stored(token)
    if link is not None:
        return _state(link, now), link
    return state_of(StatusLink.objects.filter(token_hash=token_hash(token)).first(), now=now), None


def _stored(token: str) -> PartyLink | None:
    rows = PartyLink.objects.select_related("engagement__city", "engagement__sharing_request", "agency", "firm")
    return rows.filter(token_hash=token_hash(token)).first()


def _state(link: PartyLink, now: datetime) -> LinkState:
    """A file that was withdrawn takes its links with it."""
    return LinkState.REVOKED if link.engagement.withdrawn_on is not None else state_of(link, now=now)
