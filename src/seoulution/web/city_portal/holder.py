"""Who holds a private link: asked at every page of a file, answered from the stored row, one same answer to all others."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from seoulution.apps.accounts.services.limits import take
from seoulution.apps.demand.links import link_of
from seoulution.apps.demand.models import SharingRequest, StatusLink
from seoulution.apps.engagements.models import Engagement
from seoulution.apps.publishing.models import PartyLink, SharedItem
from seoulution.apps.publishing.parties import CITY, Counterpart, belonging_to, of_row
from seoulution.apps.publishing.party_links import party_link_of
from seoulution.apps.publishing.services.party_links import note_refusal
from seoulution.engine.engagements.codes import Recipient
from seoulution.engine.vocabulary import Language
from seoulution.web.shared import city_link, page_language
from seoulution.web.shared.access import by_private_link
from seoulution.web.shared.client import client_address
from seoulution.web.shared.limits import by_address, too_many


@dataclass(frozen=True, slots=True)
class Holder:
    """Whoever came with a valid link: a city by its request's, or a party by its engagement's. Exactly one of the two is there."""

    status_link: StatusLink | None = None
    party_link: PartyLink | None = None

    @property
    def counterpart(self) -> Counterpart:
        """For whom the holder reads."""
        return of_row(self.party_link) if self.party_link else CITY

    @property
    def is_city(self) -> bool:
        return self.counterpart.recipient is Recipient.CITY

    @property
    def request(self) -> SharingRequest | None:
        """The city's request, where there is one; agencies and firms see none."""
        if self.party_link is not None:
            return self.party_link.engagement.sharing_request if self.is_city else None
        return self.status_link.sharing_request if self.status_link else None

    @property
    def language(self) -> str:
        """In which language the holder is answered unless they choose another."""
        if self.party_link is not None:
            return self.party_link.language
        row = self.request
        return (row.answer_language or row.language) if row else ""

    @property
    def limit_key(self) -> str:
        """What its writing counts by: one link of an engagement, or the request that a city follows."""
        return f"party link {self.party_link.pk}" if self.party_link else f"request {self.request.pk if self.request else 0}"

    def engagements(self) -> QuerySet[Engagement]:
        """The link's own, or those that came of the request; a sensitive one only once something of it was shared."""
        rows = Engagement.objects.filter(withdrawn_on=None).select_related("city", "responsible", "sharing_request")
        if self.party_link is not None:
            return rows.filter(pk=self.party_link.engagement_id)
        if self.request is None:
            return rows.none()
        shared = SharedItem.objects.filter(belonging_to(CITY)).values("engagement")
        return rows.filter(Q(is_sensitive=False) | Q(pk__in=shared), sharing_request=self.request)

    def items(self) -> QuerySet[SharedItem]:
        """What may be read today."""
        rows = SharedItem.objects.filter(belonging_to(self.counterpart), ended_at=None, engagement__in=self.engagements())
        return rows.select_related("engagement__city", "document_version__document", "dossier", "solution", "shared_by")


def holder_of(token: str) -> Holder | None:
    """Whoever a token makes of its bearer; None for every token that opens nothing."""
    now = timezone.now()
    if link := link_of(token, now=now):
        return Holder(status_link=link)
    if party_link := party_link_of(token, now=now):
        return Holder(party_link=party_link)
    return None


def refused(request: HttpRequest, token: str) -> HttpResponse:
    """The same page and status whether a link was forged, ran out, was revoked or is dated in the future; the attempt is counted."""
    request.is_private = True  # type: ignore[attr-defined]
    if token:
        note_refusal(token, address=client_address(request), now=timezone.now())
        exhausted = take(("link-refused", by_address(request)))
        if exhausted is not None:
            return too_many(request, exhausted)
    response = page_language.page(request, page_language.chosen(request), "city_portal/refused.html", {}, status=404)
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


def language_of(request: HttpRequest, row: SharingRequest) -> Language:
    """What the reader chooses; otherwise the language the city asked to be answered in, or wrote in."""
    return page_language.chosen(request, otherwise=row.answer_language or row.language)


def language_for(request: HttpRequest, holder: Holder) -> Language:
    """What the reader chooses; otherwise the language of the link."""
    return page_language.chosen(request, otherwise=holder.language)


def for_party(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Calls the view with whoever holds the browser's link; without a valid one nothing is shown."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        request.is_private = True  # type: ignore[attr-defined]
        token = city_link.token_of(request)
        holder = holder_of(token)
        if holder is None:
            return refused(request, token)
        with page_language.spoken(language_for(request, holder)):
            return view(request, holder, *args, **kwargs)

    return by_private_link(guarded)


def for_holder(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Calls the view with the request of a city's link; who holds an engagement's link is led to that engagement."""

    def of_request(request: HttpRequest, holder: Holder, *args: Any, **kwargs: Any) -> HttpResponse:
        if holder.status_link is None:
            engagement = holder.engagements().get()
            return redirect("city_portal:engagement", code=engagement.code)
        return view(request, holder.status_link.sharing_request, *args, **kwargs)

    return for_party(wraps(view)(of_request))
