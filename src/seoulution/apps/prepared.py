"""Questions that Django works out once and the database is asked again and again: afterwards only the values in them change.

Working out a question takes Django longer than the database takes to answer it; for what stands in the frame of each page that is most of its cost.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.backends.postgresql.base import ServerBindingCursor
from django.db.models import Count, QuerySet, Value

Rows = tuple[tuple[Any, ...], ...]
A_KEY: Final = -20_140_302
A_DAY: Final = date(1394, 11, 29)
"""Stand-ins for a record's key and for a day: no row has such a key, and no question speaks of that day by itself."""

_TOGETHER: Final = "SELECT * FROM ({}) AS together"
"""It begins as a question does: the history's middleware names the person behind every statement that might change something."""


def number_of(rows: QuerySet[Any, Any]) -> QuerySet[Any, Any]:
    """How many rows, as a queryset of one row and one column."""
    of_all = rows.order_by().annotate(of_all=Value(1)).values("of_all")
    number: QuerySet[Any, Any] = of_all.annotate(number=Count("pk")).values_list("number")
    return number


@dataclass(frozen=True, slots=True)
class Question:
    """A question as Django worked it out; made by `of` and its own methods alone, so that no SQL here was ever written by hand.

    values : what stands in the places of the SQL, handed to the database apart from it
    is_standing : asked so often that each connection keeps its plan: making one takes the database longer than answering. Not for
        questions that depend on what somebody chose, since one plan for all values may be a bad one
    """

    sql: str
    values: tuple[Any, ...]
    is_standing: bool = False

    @classmethod
    def of(cls, rows: QuerySet[Any, Any]) -> Question:
        """The question of a queryset in `values_list`, of plain columns: what the driver gives is handed on.

        Where Django sees that no row can fit, there is nothing to ask.
        """
        try:
            return cls(*rows.query.sql_with_params())
        except EmptyResultSet:
            return cls("", ())

    @classmethod
    def together(cls, questions: Iterable[Question]) -> Question:
        """One question whose rows are those of all of them, in any order."""
        asked = [each for each in questions if each.sql]
        if len(asked) == 1:
            return asked[0]
        all_of_them = " UNION ALL ".join(f"({each.sql})" for each in asked)
        return cls(_TOGETHER.format(all_of_them) if asked else "", tuple(value for each in asked for value in each.values))

    def part(self, begin: int, end: int) -> Question:
        """Its rows from `begin` to before `end`, counted from 0: of a question in an order and without such bounds."""
        return Question(f"{self.sql} LIMIT %s OFFSET %s" if self.sql else "", (*self.values, end - begin, begin))

    def standing(self) -> Question:
        """The same, its plan kept."""
        return replace(self, is_standing=True)

    def with_values(self, given: Mapping[Hashable, Any]) -> Question:
        """The same question about other values: each is named by the one that stood in for it."""
        return replace(self, values=tuple(given.get(value, value) for value in self.values))

    def rows(self) -> Rows:
        """The answer of the database now."""
        if not self.sql:
            return ()
        with _planning_once() if self.is_standing else connection.cursor() as cursor:
            cursor.execute(self.sql, self.values)
            return tuple(cursor.fetchall())


def _planning_once() -> Any:
    """A cursor of Django whose statements are prepared in the database the first time (`prepare_threshold` in config.database).

    Where questions are written down, for a test or a developer, the usual one: this one does not tell what it asked.
    """
    if connection.queries_logged:
        return connection.cursor()
    connection.ensure_connection()
    cursor: Any = ServerBindingCursor
    return connection.make_cursor(cursor(connection.connection))


class Prepared:
    """A question asked again and again; the rule it asks by stays the queryset, written in one place.

    ask : gives the queryset, taking each value by name
    stand_ins : for each value one that occurs nowhere else in the question, by which its places in the SQL are found
    """

    def __init__(self, ask: Callable[..., QuerySet[Any, Any]], **stand_ins: Hashable) -> None:
        self._ask = ask
        self._stand_ins = stand_ins
        self._question: Question | None = None

    def __call__(self, **values: Any) -> Rows:
        """The rows for these values."""
        return self.question(**values).rows()

    def question(self, **values: Any) -> Question:
        """The question for these values, not asked yet."""
        question = self._question or self._worked_out()
        return question.with_values({stand_in: values[name] for name, stand_in in self._stand_ins.items()})

    def _worked_out(self) -> Question:
        question = Question.of(self._ask(**self._stand_ins)).standing()
        if missing := [name for name, stand_in in self._stand_ins.items() if stand_in not in question.values]:
            raise ValueError(f"the question does not depend on {', '.join(sorted(missing))}")
        self._question = question
        return question
