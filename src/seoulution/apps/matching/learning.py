"""Which past needs may teach the search: only those whose words are public, or that an officer released with a reason.

The rule is asked again before every search, so a need that is taken back counts no more from that moment on.
"""

from django.db.models import F, Q

from seoulution.apps.matching.models import Match, Passage, Verdict

_RELEASED = Q(need__sharing_request__text_is_reported=True) | Q(need__sharing_request__may_be_learnt_from=True)


def learnable() -> dict[int, list[Match]]:
    """Matches that a person accepted and that may teach, by solution."""
    rows = Match.objects.filter(_RELEASED, verdict=Verdict.ACCEPTED, need__removed_at=None)
    by_solution: dict[int, list[Match]] = {}
    for row in rows.select_related("need__sharing_request").order_by("pk"):
        by_solution.setdefault(row.solution_id, []).append(row)
    return by_solution


def counting() -> tuple[int, ...]:
    """The passages of past needs that count at this moment."""
    rows = Passage.objects.filter(
        _RELEASED, need__removed_at=None, need__matches__solution=F("solution"), need__matches__verdict=Verdict.ACCEPTED
    )
    return tuple(rows.order_by("pk").values_list("pk", flat=True))
