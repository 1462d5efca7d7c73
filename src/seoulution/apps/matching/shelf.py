"""The solutions on offer as a list in memory: what they are sorted by in a search, and their names; read anew when one changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Final

import numpy as np
from numpy.typing import NDArray

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.matching.freshness import solutions_mark
from seoulution.engine.matching.lexical import WordIndex
from seoulution.language.spelling import form_of, is_hangul, words_of
from seoulution.language.tokens import bigrams

STAGES: Final = range(1, 6)
_MOST_IN_NAME: Final = 6
"""Words; a longer question is a sentence, which names a solution only by the whole of its name."""
_SELDOM: Final = 3
"""A name of one word says something inside a sentence only where few names hold that word."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a facet asks of a solution. `stages` : the stages of development it has a level for."""

    code: str
    sector: str
    kinds: tuple[str, ...]
    cost: str
    evidence: str
    stages: tuple[int, ...]


class Shelf:
    """Facts and names of all solutions on offer, in the order of the catalogue."""

    def __init__(self, mark: int) -> None:
        self.mark = mark
        self.facts: dict[str, Facts] = {}
        names: list[tuple[str, ...]] = []
        owners: list[str] = []
        fields = (
            "code",
            "sector",
            "is_knowledge",
            "is_exportable",
            "cost_class",
            "evidence_grade",
            "lowest_level",
            "highest_level",
        )
        rows = PolicySolution.objects.offered().values_list(*fields, "name_ko", "name_en", "data__aliases")
        for code, sector, knowledge, deliverable, cost, grade, lowest, highest, ko, en, aliases in rows:
            kinds = tuple(name for name, held in (("knowledge", knowledge), ("deliverable", deliverable)) if held)
            stages = tuple(range(lowest, (highest or lowest) + 1)) if lowest else ()
            self.facts[code] = Facts(code, sector, kinds, cost, grade, stages)
            for name in (ko, en, *(aliases or ())):
                names.append(name_words(name))
                owners.append(code)
        self._names = WordIndex(names)
        self._lengths = np.array([len(set(name)) for name in names], dtype=np.int64)
        self._owners = owners

    def named_in(self, asked: str) -> dict[str, float]:
        """Solutions that `asked` names: all its words are in a name, or a whole name is in it. Higher is more of the name."""
        words = set(name_words(asked))
        if not words:
            return {}
        holders = [self._names.holders(word) for word in words]
        held = np.bincount(np.concatenate(holders), minlength=len(self._owners)) if holders else np.zeros(0, dtype=np.int64)
        whole = (held == self._lengths) & (self._lengths > 0) & self._telling(holders)
        inside = (held == len(words)) & (len(words) <= _MOST_IN_NAME)
        found: dict[str, float] = {}
        for place in np.flatnonzero(whole | inside):
            share = len(words) / max(len(words), int(self._lengths[place]))
            found[self._owners[place]] = max(found.get(self._owners[place], 0.0), share)
        return found

    def _telling(self, holders: Sequence[NDArray[np.int32]]) -> NDArray[np.bool_]:
        """Names of several words, and names of one seldom word."""
        seldom = np.zeros(len(self._owners), dtype=bool)
        for places in holders:
            if len(places) <= _SELDOM:
                seldom[places] = True
        return np.asarray((self._lengths > 1) | seldom)


def name_words(text: str) -> tuple[str, ...]:
    """The words of a name as they are compared; Hangul as pairs of syllables, since names are written with and without spaces."""
    return (*bigrams(text), *(form_of(word) for word in words_of(text) if not is_hangul(word)))


_lock = Lock()
_kept: list[Shelf] = []


def shelf(mark: int | None = None) -> Shelf:
    """The shelf of this process as the catalogue stands now."""
    wanted = solutions_mark() if mark is None else mark
    with _lock:
        if not _kept or _kept[0].mark != wanted:
            _kept[:] = [Shelf(wanted)]
        return _kept[0]
