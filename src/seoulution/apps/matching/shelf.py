"""The solutions on offer as a list in memory: what they are sorted by in a search, and their names; read anew when one changed."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Final

import numpy as np
from numpy.typing import NDArray

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.matching.freshness import solutions_mark
from seoulution.engine.catalogue.evidence import EvidenceGrade
from seoulution.engine.matching.lexical import WordIndex
from seoulution.engine.vocabulary import Sector
from seoulution.language.spelling import form_of, is_hangul, words_of
from seoulution.language.tokens import bigrams

STAGES: Final = range(1, 6)
COSTS: Final = ("low", "medium", "high", "unknown")
KINDS: Final = ("knowledge", "deliverable")
"""As they stand in the address, which cities read too."""

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


Flags = NDArray[np.bool_]


class Shelf:
    """Facts and names of all solutions on offer, in the order of the catalogue.

    columns : facet -> value -> which solutions have it; `codes` in the same order
    """

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
        self.codes = list(self.facts)
        self.columns = _columns(list(self.facts.values()))
        self._names = WordIndex(names)
        self._lengths = np.array([len(set(name)) for name in names], dtype=np.int64)
        self._owners = owners

    def flags(self, codes: Iterable[str]) -> Flags:
        """Which of the solutions are among `codes`."""
        among = set(codes)
        return np.array([code in among for code in self.codes], dtype=bool)

    def narrowed(self, chosen: Mapping[str, str], *, but: str = "") -> Flags:
        """Which solutions have every chosen value; the facet `but` is left aside."""
        kept = np.ones(len(self.codes), dtype=bool)
        for facet, value in chosen.items():
            if facet != but:
                kept &= self.columns[facet][value]
        return kept

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


def _columns(facts: Sequence[Facts]) -> dict[str, dict[str, Flags]]:
    """The facets in the order in which they are shown; a value that no solution has is there as well."""

    def by(values: Iterable[str], of: Callable[[Facts], Iterable[str]]) -> dict[str, Flags]:
        return {value: np.array([value in of(one) for one in facts], dtype=bool) for value in values}

    return {
        "sector": by((sector.value for sector in Sector), lambda one: (one.sector,)),
        "stage": by((str(stage) for stage in STAGES), lambda one: [str(stage) for stage in one.stages]),
        "cost": by(COSTS, lambda one: (one.cost,)),
        "kind": by(KINDS, lambda one: one.kinds),
        "evidence": by((grade.value for grade in EvidenceGrade), lambda one: (one.evidence,)),
    }


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
