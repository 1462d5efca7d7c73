"""The two-sided file of an engagement, as its city reads it; an agency or firm with a link sees only what it was given."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone

from seoulution.apps.cities.models import Indicator
from seoulution.apps.cities.queries import profile_of
from seoulution.apps.engagements.models import Engagement
from seoulution.apps.engagements.queries import facts_of
from seoulution.apps.network.models import Source
from seoulution.apps.outcomes.models import Result
from seoulution.apps.publishing.models import Opening, Proposal, SharedItem
from seoulution.apps.publishing.parties import belonging_to
from seoulution.apps.publishing.shown_promises import promises_shown
from seoulution.engine.engagements.codes import Agreed, ProposalKind, ProposalState
from seoulution.engine.vocabulary import Sector
from seoulution.web.city_portal.engagement_standing import engagement_standing, plain_track
from seoulution.web.city_portal.holder import Holder, for_party, language_for
from seoulution.web.city_portal.standing import MOST_FIGURES
from seoulution.web.shared import page_language
from seoulution.web.shared.once import fresh_key
from seoulution.web.shared.said_back import said_back
from seoulution.web.shared.tags.records import indicator_name


@for_party
def engagement(request: HttpRequest, holder: Holder, code: str) -> HttpResponse:
    """The file. Reading it records nothing; opening one of the shared things does."""
    row = get_object_or_404(holder.engagements(), code=code)
    return engagement_page(request, holder, row)


def engagement_page(request: HttpRequest, holder: Holder, row: Engagement, *, status: int = 200, **more: Any) -> HttpResponse:
    """Also after a form that was refused, with what was typed."""
    context = {**_common(holder, row), **(_for_city(holder, row) if holder.is_city else {}), **more}
    return page_language.page(request, language_for(request, holder), "city_portal/engagement.html", context, status=status)


def items_with_addresses(holder: Holder, rows: Iterable[SharedItem]) -> list[tuple[SharedItem, str, bool]]:
    """Each with where it is read, and whether this party has read it."""
    listed = list(rows)
    read = set(Opening.objects.filter(item__in=listed).values_list("item_id", flat=True))
    return [(item, reverse("city_portal:item", args=[item.pk]), item.pk in read) for item in listed]


def _common(holder: Holder, row: Engagement) -> dict[str, Any]:
    proposals = Proposal.objects.filter(belonging_to(holder.counterpart), engagement=row)
    return {
        "row": row,
        "holder": holder,
        "items": items_with_addresses(holder, holder.items().filter(engagement=row)),
        "said_back": said_back(proposals),
        "request_row": holder.request if holder.status_link else None,
        "submission": fresh_key(),
    }


def _for_city(holder: Holder, row: Engagement) -> dict[str, Any]:
    today, sectors = timezone.localdate(), frozenset({Sector(row.sector)})
    facts = facts_of(row, today=today)
    profile = profile_of(row.city, today=today, sectors=sectors)
    proposals = list(Proposal.objects.filter(belonging_to(holder.counterpart), engagement=row))
    request = row.sharing_request if holder.request is not None and row.sharing_request_id == holder.request.pk else None
    needs = list(request.needs.filter(removed_at=None)) if request else []
    to_confirm = _to_confirm(row, proposals, has_needs=bool(needs))
    unread = [item for item, _href, read in items_with_addresses(holder, holder.items().filter(engagement=row)) if not read]
    names = {each.code: indicator_name(each) for each in Indicator.objects.filter(code__in=profile.missing)}
    missing = [names[code] for code in profile.missing[-MOST_FIGURES:] if code in names]
    figures = [
        (each, profile.readings[each.code])
        for each in Indicator.objects.filter(code__in=profile.readings)
        if not profile.readings[each.code].stands_in and (not each.record.sectors or sectors & set(each.record.sectors))
    ]
    return {
        "standing": engagement_standing(row, facts, unread=unread, to_confirm=to_confirm, said_back=proposals, missing=missing),
        "track": plain_track(row, facts),
        "to_confirm": to_confirm,
        "solutions": row.solutions.all(),
        "needs": needs,
        "conversation": request.messages.all() if request else (),
        "dossiers": request.dossiers.exclude(shared_with_city_at=None) if request else (),
        "figures": figures,
        "indicators": Indicator.objects.filter(withdrawn_on=None, code__in=[*profile.readings, *profile.missing]),
        "sources": {
            source.code: source
            for source in Source.objects.filter(code__in={reading.best.source for _each, reading in figures})
        },
        "promises": promises_shown(row, today=today),
        "results": [(each, f"result-{each.pk}") for each in Result.objects.filter(engagement=row, actual__isnull=False)],
        "results_said": {each.about for each in proposals if each.state == ProposalState.WAITING},
    }


def _to_confirm(row: Engagement, proposals: Iterable[Proposal], *, has_needs: bool) -> list[Agreed]:
    """Not confirmed, and not on its way: the city is asked once. A need or a solution only where the page names one."""
    if row.ending:
        return []
    standing = set(row.confirmations.filter(taken_back_on=None).values_list("what", flat=True))
    standing |= {
        each.about for each in proposals if each.kind == ProposalKind.CONFIRMATION and each.state == ProposalState.WAITING
    }
    asked = [*([Agreed.NEED] if has_needs else []), *([Agreed.SOLUTION] if row.solutions.exists() else [])]
    return [what for what in asked if what not in standing]
