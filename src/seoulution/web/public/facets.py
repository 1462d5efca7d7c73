"""What a list of solutions can be narrowed by: each facet with its values, how many there are of each, and the address of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from django.http import HttpRequest
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from seoulution.apps.matching.shelf import Flags, Shelf
from seoulution.apps.publishing.compose.solution_paper import COSTS
from seoulution.apps.publishing.labels import label
from seoulution.engine.catalogue.evidence import EvidenceGrade
from seoulution.engine.vocabulary import Sector, SolutionKind
from seoulution.web.shared.component_values import Link
from seoulution.web.shared.editorial.explained import grade_meaning


@dataclass(frozen=True, slots=True)
class Facet:
    """`links` : one for each value that some solution has; the current one takes the value away again."""

    name: str
    title: str
    links: Sequence[Link]


def chosen_in(request: HttpRequest, shelf: Shelf) -> dict[str, str]:
    """The facets chosen in the address; what is no value of a facet is not heard."""
    given = {name: request.GET.get(name, "") for name in shelf.columns}
    return {name: value for name, value in given.items() if value in shelf.columns[name]}


def facets(request: HttpRequest, shelf: Shelf, chosen: Mapping[str, str], found: Flags | None) -> list[Facet]:
    """Counts within what was `found` (all, when nothing is searched for) and within the other facets that are chosen."""
    titles = {
        "sector": _("Sector"),
        "stage": _("Level of development"),
        "cost": _("Cost class"),
        "kind": _("Kind"),
        "evidence": _("Evidence"),
    }
    made = []
    others = [(key, value) for key, given in request.GET.lists() if key != "page" for value in given]
    for name, values in shelf.columns.items():
        kept = [pair for pair in others if pair[0] != name]
        among = shelf.narrowed(chosen, but=name)
        among = among if found is None else among & found
        counted = [(value, int(np.count_nonzero(flags & among))) for value, flags in values.items()]
        links = [
            Link(words_of(name, value), _address(request.path, kept, name, value, chosen), chosen.get(name) == value, count)
            for value, count in counted
            if count or chosen.get(name) == value
        ]
        made.append(Facet(name, titles[name], links))
    return made


def in_use(chosen: Mapping[str, str]) -> list[tuple[str, str, str]]:
    """(parameter, value, words) of each facet that narrows the list."""
    return [(name, value, words_of(name, value)) for name, value in chosen.items()]


def words_of(name: str, value: str) -> str:
    """A value of a facet in words."""
    match name:
        case "sector":
            return label(Sector, value)
        case "stage":
            return _("Level %(level)s") % {"level": value}
        case "cost":
            return _("Cost: %(cost)s") % {"cost": COSTS[value]}
        case "kind":
            return label(SolutionKind, SolutionKind.KNOWLEDGE if value == "knowledge" else SolutionKind.EXPORTABLE)
        case _:
            return f"{value}: {grade_meaning(EvidenceGrade(value))}"


def _address(path: str, kept: Sequence[tuple[str, str]], name: str, value: str, chosen: Mapping[str, str]) -> str:
    """With `value`, or without it where it is the chosen one."""
    query = urlencode([*kept, *([] if chosen.get(name) == value else [(name, value)])])
    return f"{path}?{query}" if query else path
