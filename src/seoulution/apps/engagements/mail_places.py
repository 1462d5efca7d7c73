"""Where a mail that came in may belong: what it answers, who wrote it before, which city it names. A suggestion, never a decision."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from django.db.models import Exists, OuterRef, Q, QuerySet

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.roles import Permission
from seoulution.apps.cities.models import CityName
from seoulution.apps.correspondence.models import IncomingMail, OutgoingMail
from seoulution.apps.demand.models import SharingRequest
from seoulution.apps.engagements.access import visible_to
from seoulution.apps.engagements.models import Engagement
from seoulution.engine.cities.names import plain

MOST: Final = 8
PROVIDER: Final = "seoul"
"""Every letter to us may name us; that says nothing of who writes."""
_LOOKED_AT: Final = 3_000
"""Characters of a letter in which a city's name is looked for: a head or a foot."""


class Reason(StrEnum):
    """Why a place is suggested, the surest first."""

    ANSWERS = "answers"
    SENDER = "sender"
    CITY = "city"


@dataclass(frozen=True, slots=True)
class Place:
    """A request or an engagement, with the reason."""

    kind: str
    code: str
    row: SharingRequest | Engagement
    reason: Reason


def mails_for(user: User) -> QuerySet[IncomingMail]:
    """The mails a person may see: those filed to an engagement only where that exists for them."""
    if not user.may(Permission.SEE_CORRESPONDENCE):
        return IncomingMail.objects.none()
    open_to = visible_to(user).filter(code=OuterRef("filed_code"))
    return IncomingMail.objects.filter(~Q(filed_as="engagement") | Q(Exists(open_to)))


def places(mail: IncomingMail, user: User) -> list[Place]:
    """Each place once, by its surest reason; only what exists for the person."""
    found: dict[tuple[str, str], Place] = {}
    for place in _all(mail, user):
        found.setdefault((place.kind, place.code), place)
    return list(found.values())[:MOST]


def _all(mail: IncomingMail, user: User) -> Iterator[Place]:
    requests = SharingRequest.objects.select_related("city").defer("text", "origin")
    engagements = visible_to(user).select_related("city")
    answered = _answered(mail)
    yield from _requests(requests.filter(code__in=[code for kind, code in answered if kind == "request"]), Reason.ANSWERS)
    yield from _engagements(
        engagements.filter(code__in=[code for kind, code in answered if kind == "engagement"]), Reason.ANSWERS
    )
    written = requests.filter(requester_email__iexact=mail.from_address).exclude(requester_email="")
    yield from _requests(written[:MOST], Reason.SENDER)
    before = IncomingMail.objects.filter(from_address__iexact=mail.from_address).exclude(pk=mail.pk).exclude(filed_as="")
    codes = list(before.values_list("filed_as", "filed_code")[:50])
    yield from _requests(requests.filter(code__in=[code for kind, code in codes if kind == "request"])[:MOST], Reason.SENDER)
    yield from _engagements(
        engagements.filter(code__in=[code for kind, code in codes if kind == "engagement"])[:MOST], Reason.SENDER
    )
    cities = _cities(mail)
    yield from _engagements(engagements.filter(city__in=cities, ending="")[:MOST], Reason.CITY)
    yield from _requests(requests.filter(city__in=cities)[:MOST], Reason.CITY)


def _answered(mail: IncomingMail) -> list[tuple[str, str]]:
    """What the mails are about that this one answers: ours that left, and earlier ones that came in."""
    ours = OutgoingMail.objects.filter(message_id__in=mail.refers_to).exclude(about="").values_list("about", "about_code")
    theirs = (
        IncomingMail.objects.filter(message_id__in=mail.refers_to).exclude(filed_as="").values_list("filed_as", "filed_code")
    )
    return [*ours, *theirs]


def named_city(mail: IncomingMail) -> str:
    """The name of the one city that the letter names; empty where it names none or several."""
    cities = _cities(mail)
    row = CityName.objects.filter(city_id__in=cities).select_related("city").first() if len(cities) == 1 else None
    return row.city.name_en if row else ""


def _cities(mail: IncomingMail) -> set[int]:
    """Cities whose names stand in the letter as words, not inside others; very short names are never looked for."""
    words = "".join(
        sign if sign.isalnum() else " " for sign in f"{mail.subject} {mail.text[:_LOOKED_AT]} {mail.text[-_LOOKED_AT:]}"
    )
    runs = words.split()
    held = {plain("".join(runs[at : at + length])) for at in range(len(runs)) for length in (1, 2, 3)}
    rows = CityName.objects.filter(city__withdrawn_on=None, folded__in=[name for name in held if len(name) > 2])
    rows = rows.exclude(city__code=PROVIDER)
    return set(rows.values_list("city_id", flat=True))


def _requests(rows: QuerySet[SharingRequest], reason: Reason) -> Iterator[Place]:
    return (Place("request", row.code, row, reason) for row in rows)


def _engagements(rows: QuerySet[Engagement], reason: Reason) -> Iterator[Place]:
    return (Place("engagement", row.code, row, reason) for row in rows)
