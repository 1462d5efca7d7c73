"""Matching in memory: a catalogue made ready once, and the solutions that answer each need asked of it.

Exact search. Everything that does not depend on the need is laid out beforehand: passages by solution, subjects, words,
and how near each passage is to each concept of the thesaurus.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Final

import numpy as np
from numpy.typing import NDArray

from seoulution.engine.demand.understanding import Understanding, understood
from seoulution.engine.matching.fusion import FloatArray, Ranker
from seoulution.engine.matching.lexical import WordIndex
from seoulution.engine.matching.match import PRODUCT_LIMIT, Ranking, ranked
from seoulution.engine.matching.pooling import LINKED_WEIGHT, PassageKey, Pool
from seoulution.engine.matching.subjects import SubjectTable
from seoulution.language.background import Background, backgrounds
from seoulution.language.focus import asking_part
from seoulution.language.passages import Concepts, Passage, Vectors
from seoulution.language.query_vectors import query_vectors
from seoulution.language.thesaurus import vocabulary
from seoulution.language.tokens import search_words
from seoulution.language.vectors import Encoder, Vector, encoders

SUBJECT_WEIGHT: Final = 0.3
"""Of an encoder's weight. Small: a term can be used in passing. Twice that where only one encoder speaks the language."""

WORD_WEIGHT: Final = 0.15
"""Shared words count only within one language and little: measured, an equal weight makes matching worse."""

NEAR: Final[Mapping[str, float]] = {"e5": 0.035, "use": 0.25}
"""Cosine of a need without its common part and a passage, above which something is close even without a shared subject.
Set on the development half between the needs with an answer and those without; never shown to anybody."""

_BESIDE: Final = 0.6
"""Of the nearest passage's cosine: what is much farther than the nearest is not near, however much lies between it and the far."""

_COMMON: Final = 0.08
_COMMON_LEAST: Final = 3
_FEW: Final = 4
"""Up to so many needs, one product of matrix and vector each is quicker than one of two matrices."""


@dataclass(frozen=True, slots=True, eq=False)
class _Meaning:
    """One encoder's view of the catalogue. `concepts` : (concepts, passages), the nearness of each concept to each passage."""

    encoder: Encoder
    background: Background
    passages: Vector
    concepts: Vector

    def nearness(self, asked: Vector) -> Vector:
        """(needs, passages)."""
        if len(asked) > _FEW:
            return np.asarray(asked @ self.passages.T)
        return np.array([self.passages @ one for one in asked], dtype=np.float32)

    def nearness_of_concepts(self, asked: Mapping[str, float]) -> Vector:
        """(passages,) of a need's concepts, mixed by their confidence."""
        row = {code: number for number, code in enumerate(self.background.concept_codes)}
        known = [(row[code], confidence) for code, confidence in asked.items() if code in row]
        if not known:
            return np.zeros(self.concepts.shape[1], dtype=np.float32)
        weights = np.array([confidence for _, confidence in known], dtype=np.float32)
        return np.asarray(weights @ self.concepts[[number for number, _ in known]])


class Index:
    """A catalogue ready to be asked; it never changes, so threads share it.

    passages, vectors : in the same order
    concepts : as `concepts_of` returns them, or as staff set them; None leaves subjects out of the ranking
    """

    def __init__(self, passages: Sequence[Passage], vectors: Vectors, concepts: Concepts | None) -> None:
        self.passages = passages
        self.solutions = list(dict.fromkeys(passage.solution for passage in passages))
        self.place = {solution: number for number, solution in enumerate(self.solutions)}
        self._keys = [PassageKey(self.place[one.solution], one.language, one.weight) for one in passages]
        self._owners = np.array([key.solution for key in self._keys], dtype=np.int64)
        self.languages = frozenset(key.language for key in self._keys)
        self._pool = Pool(self._keys, len(self.solutions))
        self._subjects = None if concepts is None else SubjectTable([concepts.get(one, {}) for one in self.solutions])
        self._meanings = [_meaning(one, vectors) for one in encoders().available if one.name in vectors.by_encoder]
        self._words: dict[str, tuple[WordIndex, NDArray[np.int64]]] = {}
        self._lock = Lock()
        self._linked = np.array([key.weight <= LINKED_WEIGHT for key in self._keys], dtype=bool)
        self._passages_of: dict[str, list[int]] = {}
        for number, passage in enumerate(passages):
            self._passages_of.setdefault(passage.solution, []).append(number)

    def passages_of(self, solution: str) -> list[Passage]:
        """The passages of one solution, in their order; none of a solution that is not here."""
        return [self.passages[number] for number in self._passages_of.get(solution, ())]

    def is_common(self, word: str, language: str) -> bool:
        """Whether so many passages hold `word` that sharing it says nothing."""
        index, owners = self.words(language)
        return len(index.holders(word)) > max(_COMMON_LEAST, _COMMON * len(owners))

    def rankings(
        self,
        texts: Sequence[str],
        languages: Sequence[str],
        *,
        limit: int = PRODUCT_LIMIT,
        also: Sequence[Ranker] = (),
    ) -> list[Ranking]:
        """The best solutions for each need, best first, with the place that each ranker gave them.

        also : further opinions, over all `texts` and `solutions`

        A need without letters and an empty catalogue get an empty, weak ranking. The rankers are `e5`, `use`, `subjects`
        (shared concepts), `subjects-by-meaning` (concepts of the need near in meaning) and `words` (shared words, where need
        and passage are in one language); they are fused by reciprocal rank.
        """
        if len(texts) != len(languages):
            raise ValueError(f"{len(texts)} needs but {len(languages)} languages")
        asked = [place for place, text in enumerate(texts) if any(character.isalpha() for character in text)]
        rankings = [Ranking((), weak=True) for _ in texts]
        if not asked or not self.solutions:
            return rankings
        needs = [understood(texts[place], languages[place], vocabulary()) for place in asked]
        others = [Ranker(one.name, one.scores[asked], one.weights[asked]) for one in also]
        for place, ranking in zip(asked, self._ranked(needs, others, limit), strict=True):
            rankings[place] = ranking
        return rankings

    def words(self, language: str) -> tuple[WordIndex, NDArray[np.int64]]:
        """The words of the solutions' own passages in `language`, and whose passage each is; counted at the first question."""
        with self._lock:
            if language not in self._words:
                own = [n for n, key in enumerate(self._keys) if key.language == language and key.weight > LINKED_WEIGHT]
                index = WordIndex(search_words(self.passages[place].text, language) for place in own)
                self._words[language] = index, self._owners[own]
            return self._words[language]

    def _ranked(self, needs: Sequence[Understanding], also: Sequence[Ranker], limit: int) -> tuple[Ranking, ...]:
        near_by = self._near_by(needs)
        subjects = self._by_subject(needs)
        rankers = [*self._by_meaning(needs, near_by), *subjects, self._by_words(needs), *also]
        near, linked = self._near(needs, near_by)
        shared = (subjects[0].scores > 0 if subjects else np.zeros_like(near)).any(axis=1)
        weak = [not bool(one) for one in np.asarray(near.any(axis=1) | linked.any(axis=1) | shared)]
        closest = None
        if near_by:
            heard = [near_by[m.encoder.name] * self._spoken(m, needs)[:, None] for m in self._meanings]
            closest = self._pool.nearest(np.sum(heard, axis=0))
        return ranked(rankers, self.solutions, weak, closest=closest, near=near, linked=linked, limit=limit)

    def _near_by(self, needs: Sequence[Understanding]) -> dict[str, Vector]:
        """(needs, passages) by encoder: the asking part of each need, without what all requests share."""
        if not self._meanings:
            return {}
        first = self._meanings[0]
        parts = [asking_part(need, first.encoder, first.background) for need in needs]
        found = {}
        for meaning in self._meanings:
            centres = np.array([meaning.background.centre(need.language) for need in needs])
            found[meaning.encoder.name] = meaning.nearness(query_vectors(meaning.encoder, parts) - centres)
        return found

    def _by_meaning(self, needs: Sequence[Understanding], near_by: Mapping[str, Vector]) -> list[Ranker]:
        names = [(meaning, meaning.encoder.name) for meaning in self._meanings]
        return [Ranker(name, self._pool.pooled(near_by[name]), self._spoken(meaning, needs)) for meaning, name in names]

    def _by_subject(self, needs: Sequence[Understanding]) -> list[Ranker]:
        if self._subjects is None:
            return []
        asked = [{need.concept: need.confidence for need in found.needs} for found in needs]
        weights = np.array([self._subject_weight(found) if own else 0.0 for found, own in zip(needs, asked, strict=True)])
        rankers = [Ranker("subjects", self._subjects.scores(asked), weights)]
        if not self._meanings:
            return rankers
        near = np.zeros((len(asked), len(self.solutions)))
        if weights.any():
            for meaning in self._meanings:
                near += self._pool.pooled(np.array([meaning.nearness_of_concepts(own) for own in asked]))
        return [*rankers, Ranker("subjects-by-meaning", near, weights)]

    def _subject_weight(self, need: Understanding) -> float:
        speaking = sum(meaning.encoder.speaks(need.language) for meaning in self._meanings)
        return SUBJECT_WEIGHT * (2.0 if speaking < len(self._meanings) else 1.0)

    def _by_words(self, needs: Sequence[Understanding]) -> Ranker:
        scores = np.zeros((len(needs), len(self.solutions)))
        for language in {need.language for need in needs} & self.languages:
            index, owners = self.words(language)
            for number, need in enumerate(needs):
                if need.language == language:
                    np.maximum.at(scores[number], owners, index.scores(search_words(need.text, language)))
        return Ranker("words", scores, np.where(scores.any(axis=1), WORD_WEIGHT, 0.0))

    def _near(
        self, needs: Sequence[Understanding], near_by: Mapping[str, Vector]
    ) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
        """(needs, solutions) twice: an own passage, and a past need linked to it, is near to an encoder that speaks the language."""
        own = np.zeros((len(needs), len(self.solutions)), dtype=bool)
        linked = np.zeros_like(own)
        for meaning in self._meanings:
            spoken = self._spoken(meaning, needs)
            for row, values in enumerate(near_by[meaning.encoder.name]):
                if spoken[row]:
                    close = values >= max(NEAR.get(meaning.encoder.name, np.inf), _BESIDE * float(values.max()))
                    own[row, self._owners[close & ~self._linked]] = True
                    linked[row, self._owners[close & self._linked]] = True
        return own, linked

    def _spoken(self, meaning: _Meaning, needs: Sequence[Understanding]) -> FloatArray:
        return np.array([1.0 if meaning.encoder.speaks(need.language) else 0.0 for need in needs])


def rank_needs(
    need_texts: Sequence[str],
    languages: Sequence[str],
    passages: Sequence[Passage],
    vectors: Vectors,
    concepts: Concepts | None,
    *,
    limit: int = PRODUCT_LIMIT,
) -> list[Ranking]:
    """As `Index.rankings`, for a catalogue that is asked once."""
    return Index(passages, vectors, concepts).rankings(need_texts, languages, limit=limit)


def _meaning(encoder: Encoder, vectors: Vectors) -> _Meaning:
    background = backgrounds()[encoder.name]
    rows = np.ascontiguousarray(vectors.by_encoder[encoder.name], dtype=np.float32)
    return _Meaning(encoder, background, rows, np.asarray(background.concepts @ rows.T, dtype=np.float32))
