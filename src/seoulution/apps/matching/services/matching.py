"""What solutions are offered for a need, and what people decided of them."""

import logging
from collections.abc import Sequence
from datetime import date

import pghistory
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.rights import required
from seoulution.apps.accounts.roles import Permission
from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.demand.models import Channel, Need, SharingRequest
from seoulution.apps.demand.services import Incoming, StaleEdit, receive
from seoulution.apps.matching.models import Match, Verdict
from seoulution.apps.matching.offers import Offer
from seoulution.apps.matching.queries import offers_for
from seoulution.apps.matching.upkeep import refresh_in_background
from seoulution.engine.vocabulary import Sector
from seoulution.formats.cleaning import clean_text

logger = logging.getLogger(__name__)


@transaction.atomic
def match_needs(request: SharingRequest, *, today: date, by: User | None) -> None:
    """Offers solutions for every open need that nobody has decided on; people's verdicts and additions stay."""
    if by is not None:
        required(by, Permission.WORK_REQUESTS)
    needs = list(request.needs.filter(removed_at=None, none_fits=False))
    asked = [(need.text, need.concepts, Sector(need.sector) if need.sector else None) for need in needs]
    with pghistory.context(reason="matched by rule", by=by.username if by else "system"):
        for need, offers in zip(needs, offers_for(asked, request.language, request.city, today=today), strict=True):
            _store(need, offers)


def _store(need: Need, offers: Sequence[Offer]) -> None:
    kept = set(need.matches.exclude(verdict=Verdict.PROPOSED).values_list("solution_id", flat=True))
    kept |= set(need.matches.filter(added_by_person=True).values_list("solution_id", flat=True))
    need.matches.exclude(solution_id__in=kept).delete()
    for offer in offers:
        if offer.solution.pk in kept:
            continue
        Match.objects.create(
            need=need,
            solution=offer.solution,
            rank=offer.rank,
            weak=offer.weak,
            reasons={
                "concepts": list(offer.concepts),
                "same_sector": offer.same_sector,
                "passage": dict(offer.passage),
            },
        )


@transaction.atomic
def decide(match: Match, *, verdict: Verdict, reason: str, seen_revision: int, by: User) -> Match:
    """Accept, reject with a reason, or take the decision back; refused when someone else decided first."""
    required(by, Permission.WORK_REQUESTS)
    current = Match.objects.select_for_update().get(pk=match.pk)
    if current.revision != seen_revision:
        raise StaleEdit(current)
    with pghistory.context(reason=f"match {verdict}", by=by.username):
        current.verdict = verdict
        current.verdict_reason = clean_text(reason)
        current.decided_by = by
        current.decided_at = timezone.now()
        current.revision += 1
        current.save()
    refresh_in_background()
    return current


@transaction.atomic
def add_match(need: Need, *, solution: PolicySolution, reason: str, by: User) -> Match:
    """A person knows a fit that the rule did not find; it counts as accepted."""
    required(by, Permission.WORK_REQUESTS)
    with pghistory.context(reason="match added", by=by.username):
        last = need.matches.order_by("-rank").values_list("rank", flat=True).first() or 0
        match, _ = Match.objects.update_or_create(
            need=need,
            solution=solution,
            defaults={
                "verdict": Verdict.ACCEPTED,
                "verdict_reason": clean_text(reason),
                "decided_by": by,
                "decided_at": timezone.now(),
                "weak": False,
                "added_by_person": True,
                "revision": F("revision") + 1,
            },
            create_defaults={
                "rank": last + 1,
                "weak": False,
                "verdict": Verdict.ACCEPTED,
                "verdict_reason": clean_text(reason),
                "decided_by": by,
                "decided_at": timezone.now(),
                "added_by_person": True,
            },
        )
        match.refresh_from_db(fields=["revision"])
    refresh_in_background()
    return match


def take_in(incoming: Incoming, *, channel: Channel, today: date, by: User | None) -> tuple[SharingRequest, str]:
    """Receives a request and offers solutions for what it needs. Returns it with the token of its private link.

    The request is kept even if matching fails: a city's letter is never lost to a fault of ours.
    """
    request, token = receive(incoming, channel=channel, by=by)
    try:
        match_needs(request, today=today, by=by)
    except Exception:
        logger.exception("The request %s is kept, but no solutions were offered; open it and press match again.", request.code)
    return request, token
