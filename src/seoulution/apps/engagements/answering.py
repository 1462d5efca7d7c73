"""Who answers for a file, for whoever has news of it: asked for many files at once, and only people who still sign in."""

from collections.abc import Collection

from seoulution.apps.engagements.models import Engagement, EngagementMember
from seoulution.engine.engagements.codes import MemberPart

Told = tuple[int, str]
"""An account and why it is told."""


def answering_for(engagements: Collection[int]) -> dict[int, tuple[Told, ...]]:
    """The owner of each file; where it has none, its team; where it has none either, the officers of its country's desk."""
    found: dict[int, tuple[Told, ...]] = {}
    files = Engagement.objects.filter(pk__in=engagements).order_by()
    members = EngagementMember.objects.filter(engagement__in=engagements, user__is_active=True).exclude(part=MemberPart.READER)
    desks = files.filter(city__country__desks__user__is_active=True)
    ranked = (
        (files.filter(owner__is_active=True).values_list("pk", "owner_id"), "owner"),
        (members.values_list("engagement_id", "user_id"), "team"),
        (desks.values_list("pk", "city__country__desks__user_id"), "desk"),
    )
    for rows, why in ranked:
        now: dict[int, tuple[Told, ...]] = {}
        for engagement, user in rows:
            now[engagement] = (*now.get(engagement, ()), (user, why))
        found = {**now, **found}
    return found
