"""What long lists ask of all their rows, such as their count, kept in the process until one of them changes: it takes longer than the rest of a page.

Nothing here can be older than the last change. Whether something changed is read from the history, which the database itself writes with every
change of a row: its newest rows name the state of the table. The newest hundred, not the last alone, because transactions end in
another order than they began: one that comes in late, behind up to a hundred changes of others, makes another state too. A deletion would
leave no trace there; engagements, promises and tasks are withdrawn, ended or closed, never deleted.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from functools import lru_cache
from threading import Lock
from typing import Any, Final, TypeVar

from django.db import connection
from django.db.models import Model, QuerySet, Value

from seoulution.apps.engagements.models import Engagement
from seoulution.apps.prepared import Question, Rows

LOOKED_BACK: Final = 100
MOST: Final = 1_000
"""Answers kept; those not asked for longest go first."""
FEW: Final = 2_000
"""Rows of a search that are kept as a whole."""
T = TypeVar("T")


def kept(asked: QuerySet[Any, Any] | Question, *rests_on: type[Model]) -> Rows:
    """The rows of a question in `values_list`, asked of the database only once something it rests on has changed.

    rests_on : further tables with a history that the question reads, besides the engagements
    """
    return _in_turn(_answer, state_of(*rests_on), asked if isinstance(asked, Question) else Question.of(asked))


def state_of(*rests_on: type[Model]) -> Hashable:
    """Another value after each change of the engagements or of these tables: what was made from them before is made anew.

    To be read before they are.
    """
    return connection.settings_dict["NAME"], frozenset(_newest((Engagement, *rests_on)).rows())


@dataclass(frozen=True, slots=True)
class Listed:
    """The rows of a list, worked out once for all that is asked of it and remembered by: the question alone says which they are.

    question : their keys, in the order of the list
    """

    question: Question
    rows: QuerySet[Any, Any] = field(compare=False)

    @classmethod
    def of(cls, rows: QuerySet[Any, Any]) -> Listed:
        return cls(Question.of(rows.values_list("pk")), rows)


def few(rows: QuerySet[Engagement, Any], *rests_on: type[Model]) -> Rows | None:
    """Key and stage of all engagements of a list, in its order; None where they are more than `FEW`.

    For lists that are searched for: finding the words is most of their cost, and is done once for the count, the page and the board.
    """
    return _in_turn(_few, state_of(*rests_on), Question.of(rows.values_list("pk", "stage")[: FEW + 1]))


@lru_cache(maxsize=100)
def _few(state: Hashable, question: Question) -> Rows | None:
    found = question.rows()
    return found if len(found) <= FEW else None


def counted(rows: QuerySet[Any, Any] | Listed, *rests_on: type[Model]) -> int:
    """How many rows a list has."""
    return _in_turn(_number, state_of(*rests_on), rows if isinstance(rows, Listed) else Listed.of(rows))


@lru_cache(maxsize=MOST)
def _number(state: Hashable, listed: Listed) -> int:
    """Asked without the order, which costs more than counting."""
    return listed.rows.order_by().count()


def _in_turn(ask: Callable[[Hashable, Any], T], state: Hashable, asked: Hashable) -> T:
    """After a change all who look at a list ask the same at once: the first one asks the database, the others wait for the answer."""
    with _TURNS[hash(asked) % len(_TURNS)]:
        return ask(state, asked)


_TURNS: Final = tuple(Lock() for _ in range(32))


@lru_cache(maxsize=MOST)
def _answer(state: Hashable, question: Question) -> Rows:
    """The state was read before the answer is: an answer may be newer than its key, never older."""
    return question.rows()


@lru_cache(maxsize=50)
def _newest(models: tuple[type[Model], ...]) -> Question:
    """The newest rows of their histories, asked for together: others after each change of a row."""
    return Question.together(Question.of(_newest_of(model)) for model in models).standing()


def _newest_of(model: type[Model]) -> QuerySet[Any, Any]:
    events = model.pgh_event_model._default_manager  # type: ignore[attr-defined]
    named = events.annotate(of=Value(model._meta.label))
    newest: QuerySet[Any, Any] = named.order_by("-pgh_id").values_list("of", "pgh_id")[:LOOKED_BACK]
    return newest
