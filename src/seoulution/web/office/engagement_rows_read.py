"""The fields of a page's engagements, read by their keys."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from seoulution.apps.engagements.models import Engagement
from seoulution.apps.prepared import A_KEY, Question
from seoulution.web.office.lists import ROWS_PER_PAGE


def rows_of(keys: Sequence[int], fields: tuple[str, ...]) -> list[dict[str, Any]]:
    """One mapping of the fields for each of the engagements that there is, in the order of the keys."""
    if not keys:
        return []
    question = _question(fields, -(-len(keys) // ROWS_PER_PAGE) * ROWS_PER_PAGE)
    asked = {stand_in: keys[min(number, len(keys) - 1)] for number, stand_in in enumerate(question.values)}
    found = {row[0]: dict(zip(fields, row[1:], strict=True)) for row in question.with_values(asked).rows()}
    return [found[key] for key in keys if key in found]


@lru_cache(maxsize=200)
def _question(fields: tuple[str, ...], number: int) -> Question:
    """Worked out once for each choice of columns and whole pages of keys: a shorter page asks for its last key again."""
    stand_ins = range(A_KEY, A_KEY + number)
    return Question.of(Engagement.objects.filter(pk__in=stand_ins).order_by().values_list("pk", *fields)).standing()
