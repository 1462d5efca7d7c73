"""The engagements as a board: a column per stage with its count and its first cards; empty columns show where nothing is under way."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final

from django.db.models import Count, Model, QuerySet, Window
from django.db.models.functions import RowNumber
from django.http import HttpRequest

from seoulution.apps.engagements.kept_answers import kept
from seoulution.apps.engagements.models import Engagement
from seoulution.apps.prepared import Question, Rows
from seoulution.engine.vocabulary import Stage
from seoulution.web.office.engagement_rows_read import rows_of

CARDS: Final = 12
"""Cards shown in a column; the rest is one press away, in the table."""
FIELDS: Final = (
    "pk", "code", "name_ko", "name_en", "sector", "stage", "standing", "ending", "city__name_ko", "city__name_en",
)  # fmt: skip


_OF_ONE: Final = "the stage asked for"


@dataclass(frozen=True, slots=True)
class BoardColumn:
    """more : where the table shows all of them; empty when every card is here"""

    stage: Stage
    count: int
    cards: tuple[Mapping[str, Any], ...]
    more: str


def board_of(
    request: HttpRequest, rows: QuerySet[Engagement], *rests_on: type[Model], searched: Rows | None = None
) -> tuple[BoardColumn, ...]:
    """Two questions to the database, whatever the length of the list: how many stand where, and the first of each.

    rests_on : what the list's filter reads besides the engagements; searched : keys and stages where they were found already
    """
    if searched is None:
        counts: Mapping[str, int] = dict(kept(rows.order_by().values_list("stage").annotate(number=Count("pk")), *rests_on))
        first = [pk for _place, pk in sorted(kept(_first_of(rows, counts), *rests_on))] if counts else []
    else:
        counts = Counter(stage for _pk, stage in searched)
        first = [pk for stage in counts for pk in list(islice((pk for pk, at in searched if at == stage), CARDS))]
    cards: dict[str, list[Mapping[str, Any]]] = {stage: [] for stage in Stage}
    for card in rows_of(first, FIELDS):
        cards[card["stage"]].append(card)
    return tuple(
        BoardColumn(stage, counts.get(stage, 0), tuple(cards[stage]), _more(request, stage, counts.get(stage, 0)))
        for stage in Stage
    )


def _first_of(rows: QuerySet[Engagement], counts: Mapping[str, int]) -> Question:
    """Place and key of the first cards of each stage, read from the list's index stage by stage. The question of one stage is worked out once."""
    order: Any = rows.query.order_by
    place = Window(RowNumber(), order_by=order)
    one = Question.of(rows.filter(stage=_OF_ONE).annotate(place=place).values_list("place", "pk")[:CARDS])
    return Question.together(one.with_values({_OF_ONE: stage.value}) for stage in Stage if counts.get(stage))


def _more(request: HttpRequest, stage: Stage, count: int) -> str:
    if count <= CARDS:
        return ""
    query = request.GET.copy()
    query["stage"], query["view"] = stage.value, "table"
    query.pop("page", None)
    return f"{request.path}?{query.urlencode()}"
