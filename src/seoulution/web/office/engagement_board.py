"""The engagements as a board: a column per stage with its count and its first cards; empty columns show where nothing is under way."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import Count, QuerySet
from django.http import HttpRequest

from seoulution.apps.engagements.models import Engagement
from seoulution.engine.vocabulary import Stage

CARDS: Final = 12
"""Cards shown in a column; the rest is one press away, in the table."""
FIELDS: Final = (
    "pk", "code", "name_ko", "name_en", "sector", "stage", "standing", "ending", "city__name_ko", "city__name_en",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class BoardColumn:
    """more : where the table shows all of them; empty when every card is here"""

    stage: Stage
    count: int
    cards: tuple[Mapping[str, Any], ...]
    more: str


def board_of(request: HttpRequest, rows: QuerySet[Engagement]) -> tuple[BoardColumn, ...]:
    """Two questions to the database, whatever the length of the list: how many stand where, and the first of each."""
    counts: dict[str, int] = dict(rows.order_by().values_list("stage").annotate(number=Count("pk")))
    firsts = [rows.filter(stage=stage).values_list("pk", flat=True)[:CARDS] for stage in Stage if counts.get(stage)]
    keys = list(firsts[0].union(*firsts[1:], all=True)) if firsts else []
    found = {row["pk"]: row for row in Engagement.objects.filter(pk__in=keys).values(*FIELDS)}
    cards: dict[str, list[Mapping[str, Any]]] = {stage: [] for stage in Stage}
    for key in keys:
        if key in found:
            cards[found[key]["stage"]].append(found[key])
    return tuple(
        BoardColumn(stage, counts.get(stage, 0), tuple(cards[stage]), _more(request, stage, counts.get(stage, 0)))
        for stage in Stage
    )


def _more(request: HttpRequest, stage: Stage, count: int) -> str:
    if count <= CARDS:
        return ""
    query = request.GET.copy()
    query["stage"], query["view"] = stage.value, "table"
    query.pop("page", None)
    return f"{request.path}?{query.urlencode()}"
