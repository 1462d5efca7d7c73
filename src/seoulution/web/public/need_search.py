"""A search in a visitor's words as the page shows it: what was read, what was found, and why each solution stands there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import get_language

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.matching.search import Found, Search, search
from seoulution.apps.publishing.compose.reasons import reasons_of_hit
from seoulution.apps.publishing.quoting import Withheld, results_said


@dataclass(frozen=True, slots=True)
class Shown:
    """A solution as a card of the results. `weak` : said plainly; `need` : which of several needs it answers, in their words."""

    solution: PolicySolution
    result: str
    weak: bool
    reasons: Sequence[str]
    need: str


def search_for(written: str, *, as_written: bool = False) -> Search | None:
    """None when nothing was asked."""
    return search(written, (get_language() or "en").split("-")[0], as_written=as_written)


def shown(asked: Search, rows: Mapping[str, PolicySolution], found: Sequence[Found], today: date) -> list[Shown]:
    """The cards of one page. `rows` : the solutions by code; one that is gone meanwhile is left out."""
    present = [one for one in found if one.hit.solution in rows]
    solutions = [rows[one.hit.solution] for one in present]
    register, said = Withheld(today, solutions), results_said([row.pk for row in solutions], today)
    return [
        Shown(
            row,
            said[row.pk],
            one.hit.weak or not asked.understood,
            reasons_of_hit(one.hit, asked.needs[one.need], row, register),
            asked.needs[one.need].text if one.need else "",
        )
        for row, one in zip(solutions, present, strict=True)
    ]
