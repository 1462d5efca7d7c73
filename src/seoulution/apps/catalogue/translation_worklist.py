"""What is translated and what is not: counts for each language, and the texts of one language in the order of the template."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import md5
from typing import Final

from django.db.models.functions import MD5

from seoulution.apps.catalogue.languages import TARGET_LANGUAGES, TranslationState
from seoulution.apps.catalogue.models import PolicySolution, Translation
from seoulution.apps.catalogue.models.translations import TranslationOrigin
from seoulution.engine.vocabulary import Language

OPEN: Final = frozenset({TranslationState.MISSING, TranslationState.OUTDATED, TranslationState.MACHINE})
"""States that ask for a person."""

_Row = tuple[str, str]
"""How a text was made, and the mark of the English it was made from."""


@dataclass(frozen=True, slots=True)
class WorkItem:
    """One text of a solution in one language; texts themselves are read for the page that is shown."""

    solution: PolicySolution
    path: str
    source: str
    state: TranslationState

    @property
    def section(self) -> str:
        """What kind of text it is: `sections`, `claims`, `levels` …"""
        return self.path.partition(".")[0]


def worklist(solutions: Iterable[PolicySolution], language: Language) -> list[WorkItem]:
    """Every text, solution by solution, in the order of the template."""
    made = _made(Translation.objects.filter(language=language.value))
    return [
        WorkItem(solution, path, source, _state(made.get((solution.pk, language.value, path)), source))
        for solution in solutions
        for path, source in _texts(solution)
    ]


def counts(solutions: Iterable[PolicySolution]) -> dict[Language, Counter[TranslationState]]:
    """How many texts of each language are in each state."""
    made = _made(Translation.objects.all())
    found: dict[Language, Counter[TranslationState]] = {language: Counter() for language in TARGET_LANGUAGES}
    for solution in solutions:
        for path, source in _texts(solution):
            for language in TARGET_LANGUAGES:
                found[language][_state(made.get((solution.pk, language.value, path)), source)] += 1
    return found


def after(items: Iterable[WorkItem], solution: str, path: str) -> WorkItem | None:
    """The next text that asks for a person, from the one named onwards and then from the beginning; None where nothing is open."""
    every = list(items)
    here = next((place for place, item in enumerate(every) if (item.solution.code, item.path) == (solution, path)), -1)
    turned = every[here + 1 :] + every[: max(here, 0)]
    return next((item for item in turned if item.state in OPEN), None)


def _texts(solution: PolicySolution) -> Iterator[tuple[str, str]]:
    return ((path, words.en) for path, words in solution.manuscript.texts())


def _made(rows: object) -> Mapping[tuple[int, str, str], _Row]:
    marked = rows.annotate(mark=MD5("source_text"))  # type: ignore[attr-defined]
    values = marked.values_list("solution_id", "language", "path", "origin", "mark")
    return {(solution, language, path): (origin, mark) for solution, language, path, origin, mark in values.iterator()}


def _state(row: _Row | None, source: str) -> TranslationState:
    """As `languages.state_of` says it, from the mark instead of the whole English."""
    if row is None:
        return TranslationState.MISSING
    origin, mark = row
    if mark != md5(source.encode(), usedforsecurity=False).hexdigest():
        return TranslationState.OUTDATED
    return TranslationState.HUMAN if origin == TranslationOrigin.HUMAN else TranslationState.MACHINE
