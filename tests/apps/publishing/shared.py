"""Engagements with something shared: made by the services as in life."""

from typing import Any

from seoulution.apps.accounts.models import User
from seoulution.apps.engagements.models import Engagement
from seoulution.apps.network.models import Firm
from seoulution.apps.publishing.models import PartyLink, SharedItem
from seoulution.apps.publishing.parties import CITY, Counterpart
from seoulution.apps.publishing.services.party_links import issue_party_link
from seoulution.apps.publishing.services.sharing import Thing, share
from seoulution.engine.engagements.codes import Recipient, SharedKind
from seoulution.engine.vocabulary import Language


def engagement(number: int = 0) -> Engagement:
    """One that the documents tell of; nobody owns it, so every officer works on it."""
    return Engagement.objects.filter(withdrawn_on=None).select_related("city")[number]


def firm(number: int = 0) -> Counterpart:
    return Counterpart(Recipient.FIRM, firm=Firm.objects.filter(withdrawn_on=None).order_by("code")[number])


def told(
    row: Engagement, by: User, *, to: Counterpart = CITY, text: str = "The pilot covers two districts.", **more: Any
) -> SharedItem:
    """A piece of information shared with one party."""
    given = {"subject": "Area of the pilot", "reason": "asked at the meeting", **more}
    (item,) = share(row, Thing(SharedKind.INFORMATION, text=text), to=[to], by=by, **given)
    return item


def link_for(
    row: Engagement, by: User, *, to: Counterpart = CITY, language: Language = Language.ES, **more: Any
) -> tuple[PartyLink, str]:
    """A link of one holder for thirty days."""
    return issue_party_link(row, to=to, language=language, by=by, **{"holder": "Planning office", "days": 30, **more})
