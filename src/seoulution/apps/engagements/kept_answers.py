"""Counts over all engagements, kept in the process until an engagement changes: of a hundred thousand they take longer than the rest of a page.

Nothing here can be older than the last change. Whether something changed is read from the history, which the database itself writes with every
change of a row: its newest rows name the state of the table. The newest hundred, not the last alone, because transactions end in
another order than they began: one that comes in late, behind up to a hundred changes of others, makes another state too. A deletion would
leave no trace there; engagements, promises and tasks are withdrawn, ended or closed, never deleted.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Final

from django.db import connection
from django.db.models import Model, QuerySet

from seoulution.apps.engagements.models import Engagement
from seoulution.apps.prepared import Prepared, Question, Rows, number_of

LOOKED_BACK: Final = 100
MOST: Final = 1_000
"""Answers kept; those not asked for longest go first."""


def kept(rows: QuerySet[Any, Any], *rests_on: type[Model]) -> Rows:
    """The rows of a question in `values_list`, asked of the database only once something it rests on has changed.

    rests_on : further tables with a history that the question reads, besides the engagements
    """
    (answer,) = kept_together([rows], *rests_on)
    return answer


def kept_together(questions: Sequence[QuerySet[Any, Any]], *rests_on: type[Model]) -> list[Rows]:
    """The rows of several questions that rest on the same tables."""
    database = connection.settings_dict["NAME"]
    state = tuple(_newest(model)() for model in (Engagement, *rests_on))
    return [_answer(database, state, Question.of(rows)) for rows in questions]


def counted(rows: QuerySet[Engagement, Any], *rests_on: type[Model]) -> int:
    """How many rows a list has."""
    answer = kept(number_of(rows), *rests_on)
    return int(answer[0][0]) if answer else 0


@lru_cache(maxsize=MOST)
def _answer(database: str, state: tuple[Rows, ...], question: Question) -> Rows:
    """The state was read before the answer is: an answer may be newer than its key, never older."""
    return question.rows()


@lru_cache(maxsize=50)
def _newest(model: type[Model]) -> Prepared:
    """The newest rows of its history: others after each change of a row."""
    events = model.pgh_event_model._default_manager  # type: ignore[attr-defined]
    return Prepared(lambda: events.order_by("-pgh_id").values_list("pgh_id")[:LOOKED_BACK])
