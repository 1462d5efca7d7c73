"""Matching against a catalogue that was never indexed: everything for a small one, a shortlist per need for a large one."""

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np

from seoulution.engine.matching.match import CLI_LIMIT, Ranking
from seoulution.language.index import Index, rank_needs
from seoulution.language.passages import Concepts, Passage, Vectors, concepts_of, embed_passages
from seoulution.language.vectors import Encoder, Vector, encoders

READ_WHOLE: Final = 600
"""Passages that every encoder reads at once: about half a minute on two cores."""

SHORTLIST: Final = 30
"""Solutions per need that the slow encoder reads of a large catalogue."""


class Matcher:
    """Ranks needs against `passages`. Building it embeds what is needed for the first answer."""

    def __init__(self, passages: Sequence[Passage], *, read_whole: int = READ_WHOLE) -> None:
        self._passages = list(passages)
        self._concepts: Concepts = concepts_of(self._passages)
        self._whole = len(self._passages) <= read_whole
        found = encoders().available
        self._slow = [encoder for encoder in found if encoder.name == "e5"]
        self._quick = [encoder for encoder in found if encoder.name != "e5"]
        self._read: dict[str, dict[int, Vector]] = {encoder.name: {} for encoder in self._slow}
        self._titles: Vectors | None = None
        self._vectors = embed_passages(self._passages, found if self._whole else self._quick)
        self._index = Index(self._passages, self._vectors, self._concepts)

    def rankings(self, texts: Sequence[str], languages: Sequence[str], *, limit: int = CLI_LIMIT) -> list[Ranking]:
        """One ranking per text; the answer to a need does not depend on the others."""
        if self._whole or not self._slow:
            return self._index.rankings(texts, languages, limit=limit)
        shortlists = self._index.rankings(texts, languages, limit=SHORTLIST)
        return [
            self._of_large(text, language, first, limit)
            for text, language, first in zip(texts, languages, shortlists, strict=True)
        ]

    def _of_large(self, text: str, language: str, first: Ranking, limit: int) -> Ranking:
        if not first.hits:
            return first
        if not _KNOWING & first.hits[0].ranks.keys():
            first = rank_needs([text], [language], self._passages, self._by_titles(), self._concepts, limit=SHORTLIST)[0]
        chosen = {hit.solution for hit in first.hits}
        places = [place for place, passage in enumerate(self._passages) if passage.solution in chosen]
        subset = [self._passages[place] for place in places]
        ranking = rank_needs([text], [language], subset, self._vectors_of(places), self._concepts, limit=limit)[0]
        return Ranking(ranking.hits, first.weak and ranking.weak)

    def _vectors_of(self, places: Sequence[int]) -> Vectors:
        chosen: dict[str, Vector] = {name: rows[list(places)] for name, rows in self._vectors.by_encoder.items()}
        for encoder in self._slow:
            known = self._read[encoder.name]
            missing = [place for place in places if place not in known]
            for place, row in zip(missing, encoder.passages([self._passages[place].text for place in missing]), strict=True):
                known[place] = row
            chosen[encoder.name] = np.array([known[place] for place in places])
        return Vectors(chosen)

    def _by_titles(self) -> Vectors:
        """For a language that only the slow encoder speaks and a need without a known subject: the beginnings alone."""
        if self._titles is None:
            heads = [Passage(one.solution, one.language, one.text[:_TITLE_CHARACTERS], one.weight) for one in self._passages]
            self._titles = Vectors(_shared_heads(self._slow, heads))
        return self._titles


_KNOWING: Final = frozenset({"use", "subjects"})
_TITLE_CHARACTERS: Final = 48


def _shared_heads(slow: Sequence[Encoder], heads: Sequence[Passage]) -> Mapping[str, Vector]:
    """Passages of one solution share their beginning, the title: each beginning is read once."""
    texts = list(dict.fromkeys(head.text for head in heads))
    place = {text: number for number, text in enumerate(texts)}
    order = [place[head.text] for head in heads]
    return {encoder.name: encoder.passages(texts)[order] for encoder in slow}
