"""The city's file: one request as its city may see it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone

from seoulution.apps.cities.models import Indicator
from seoulution.apps.cities.queries import profile_of
from seoulution.apps.demand.models import SharingRequest
from seoulution.apps.matching.models import Match, Verdict
from seoulution.apps.network.models import Source
from seoulution.engine.cities.profile import CityProfile, Reading
from seoulution.engine.vocabulary import Sector
from seoulution.web.city_portal.editions import offered_for, titled
from seoulution.web.city_portal.holder import Holder, for_holder, language_of
from seoulution.web.city_portal.standing import standing
from seoulution.web.shared import city_link, page_language
from seoulution.web.shared.attachments import attachment_response
from seoulution.web.shared.once import fresh_key


@for_holder
def file(request: HttpRequest, row: SharingRequest) -> HttpResponse:
    """Status, what is wanted, messages, needs, documents, files and the city's own figures. Reading changes nothing."""
    return page_language.page(request, language_of(request, row), "city_portal/file.html", file_context(request, row))


def file_context(request: HttpRequest, row: SharingRequest) -> dict[str, Any]:
    """Everything the page shows."""
    needs = list(row.needs.filter(removed_at=None))
    messages = list(row.messages.all())
    sectors = frozenset(Sector(code) for code in row.sectors)
    profile = profile_of(row.city, today=timezone.localdate(), sectors=sectors) if row.city else None
    just_sent = request.GET.get("sent") == row.code
    return {
        "row": row,
        "standing": standing(row, needs, messages, profile),
        "needs": needs,
        "chosen": Match.objects.filter(need__in=needs, verdict=Verdict.ACCEPTED).select_related("solution")
        if not row.city
        else (),
        "editions": titled(offered_for(row), language_of(request, row)) if row.city else (),
        "conversation": messages,
        "dossiers": row.dossiers.exclude(shared_with_city_at=None),
        "engagements": Holder(status_link=row.status_links.order_by("-pk").first()).engagements(),
        "attachments": row.attachments.all(),
        "figures": _figures(profile, sectors),
        "sources": _sources(profile),
        "just_sent": just_sent,
        "link": city_link.address_of(request, city_link.token_of(request)) if just_sent else "",
        "valid_until": row.status_links.filter(revoked_at=None).values_list("expires_at", flat=True).first(),
        "submission": fresh_key(),
    }


def _figures(profile: CityProfile | None, sectors: frozenset[Sector]) -> list[tuple[Indicator, Reading]]:
    """The city's own figures in the sectors it asked about, and those that describe every place; never the country's."""
    if profile is None:
        return []
    rows = Indicator.objects.filter(code__in=profile.readings)
    wanted = [row for row in rows if not sectors or not row.record.sectors or sectors & set(row.record.sectors)]
    return [(row, profile.readings[row.code]) for row in wanted if not profile.readings[row.code].stands_in]


def _sources(profile: CityProfile | None) -> dict[str, Source]:
    codes = {reading.best.source for reading in profile.readings.values()} if profile else set()
    return {source.code: source for source in Source.objects.filter(code__in=codes)}


@for_holder
def attachment(request: HttpRequest, row: SharingRequest, name: str) -> HttpResponse:
    """A file the city itself sent, always as a download; of another request's files nothing is known here."""
    return attachment_response(get_object_or_404(row.attachments, stored_name=name))
