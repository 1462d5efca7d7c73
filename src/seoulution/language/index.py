"""Matching in memory: passages of solutions as vectors, and the solutions that answer each need.

The database only stores what `embed_passages` returns (384 numbers of `e5`, 512 of `use` for each passage) and gives it
back as `Vectors`; nothing here reads or writes it. Exact search: 5,000 solutions take milliseconds.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from seoulution.engine.demand.understanding import Understanding, understood
from seoulution.engine.matching.fusion import FloatArray, Ranker
from seoulution.engine.matching.lexical import WordIndex
from seoulution.engine.matching.match import PRODUCT_LIMIT, Ranking, ranked
from seoulution.engine.matching.pooling import PassageKey, nearest, pooled
from seoulution.engine.matching.subjects import subject_scores
from seoulution.language.background import backgrounds
from seoulution.language.focus import asking_part
from seoulution.language.thesaurus import vocabulary
from seoulution.language.tokens import search_words
from seoulution.language.vectors import Encoder, Vector, encoders

PASSAGE_CHARACTERS: Final = 600
MOST_PASSAGES: Final = 12

SUBJECT_WEIGHT: Final = 0.3
"""Of an encoder's weight. Small: a term can be used in passing. Twice that where only one encoder speaks the language."""

WORD_WEIGHT: Final = 0.15
"""Shared words count only within one language and little: measured, an equal weight makes matching worse."""

NEAR: Final[Mapping[str, float]] = {"e5": 0.035, "use": 0.25}
"""Cosine of a need without its common part and a passage, above which something is close even without a shared subject.
Set on the development half between the needs with an answer and those without; never shown to anybody."""

Concepts = Mapping[str, Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of a solution's text.

    weight : 1 for the solution's own words, a little less for long sections; at most 0.5 for a past need that staff
        linked to the solution: such a one can only speak for it
    """

    solution: str
    language: str
    text: str
    weight: float = 1.0


@dataclass(frozen=True, slots=True, eq=False)
class Vectors:
    """Unit vectors of passages by encoder name: `e5` (passages, 384), `use` (passages, 512), float32, in their order.

    An encoder that is not installed, or whose vectors were not made, is absent.
    """

    by_encoder: Mapping[str, Vector]


def chunks(text: str, size: int = PASSAGE_CHARACTERS) -> list[str]:
    """`text` in pieces of about `size` characters, cut at ends of sentences where possible; at most `MOST_PASSAGES`."""
    pieces: list[str] = []
    for sentence in re.findall(r".+?(?:[.!?。؟\n]+(?=\s|$)|$)", text.strip(), flags=re.DOTALL):
        for start in range(0, len(sentence), size):
            part = sentence[start : start + size].strip()
            if not part:
                continue
            if pieces and len(pieces[-1]) + len(part) < size:
                pieces[-1] = f"{pieces[-1]} {part}"
            else:
                pieces.append(part)
            if len(pieces) > MOST_PASSAGES:
                return pieces[:MOST_PASSAGES]
    return pieces


def passages_of(solution: str, language: str, title: str, text: str) -> list[Passage]:
    """A solution's title and text as passages, each led by the title: a piece must say what it is about."""
    title, pieces = title.strip(), chunks(text) or [""]
    whole = [f"{title}. {piece}" if title and piece else title or piece for piece in pieces]
    return [Passage(solution, language, one) for one in whole if one]


def embed_passages(passages: Sequence[Passage], using: Sequence[Encoder] | None = None) -> Vectors:
    """Vectors of all passages, about 100 ms a passage on one core; call it in a background job."""
    chosen = encoders().available if using is None else using
    texts = [passage.text for passage in passages]
    return Vectors({encoder.name: encoder.passages(texts) for encoder in chosen})


def concepts_of(passages: Sequence[Passage]) -> Concepts:
    """What each solution speaks of, by the thesaurus: solution -> concept -> confidence in (0, 1)."""
    found: dict[str, dict[str, float]] = {}
    for passage in passages:
        own = found.setdefault(passage.solution, {})
        for need in understood(passage.text, passage.language, vocabulary()).needs:
            own[need.concept] = max(own.get(need.concept, 0.0), need.confidence)
    return found


def rank_needs(
    need_texts: Sequence[str],
    languages: Sequence[str],
    passages: Sequence[Passage],
    vectors: Vectors,
    concepts: Concepts | None,
    *,
    limit: int = PRODUCT_LIMIT,
) -> list[Ranking]:
    """The best solutions for each need, best first, with the place that each ranker gave them.

    need_texts, languages : one each per need; language codes as `identify` returns them
    passages, vectors : as stored, in the same order
    concepts : as `concepts_of` returns them, or as staff set them; None leaves subjects out of the ranking

    A need without letters and an empty catalogue get an empty, weak ranking. The rankers are `e5`, `use`, `subjects`
    (shared concepts), `subjects-by-meaning` (concepts of the need near in meaning) and `words` (shared words, where need and
    passage are in one language); they are fused by reciprocal rank.
    """
    if len(need_texts) != len(languages):
        raise ValueError(f"{len(need_texts)} needs but {len(languages)} languages")
    solutions = list(dict.fromkeys(passage.solution for passage in passages))
    asked = [place for place, text in enumerate(need_texts) if any(character.isalpha() for character in text)]
    rankings = [Ranking((), weak=True) for _ in need_texts]
    if not asked or not solutions:
        return rankings
    needs = [understood(need_texts[place], languages[place], vocabulary()) for place in asked]
    matrix = _Matrix(needs, passages, solutions, vectors, concepts)
    for place, ranking in zip(asked, matrix.ranked(limit), strict=True):
        rankings[place] = ranking
    return rankings


class _Matrix:
    """All needs against all solutions; the arrays that the ranking is made of."""

    def __init__(
        self,
        needs: Sequence[Understanding],
        passages: Sequence[Passage],
        solutions: list[str],
        vectors: Vectors,
        concepts: Concepts | None,
    ) -> None:
        place = {solution: number for number, solution in enumerate(solutions)}
        self.needs, self.passages, self.solutions, self.vectors = needs, passages, solutions, vectors
        self.keys = [PassageKey(place[passage.solution], passage.language, passage.weight) for passage in passages]
        self.concepts = None if concepts is None else [concepts.get(solution, {}) for solution in solutions]
        self.encoders = [encoder for encoder in encoders().available if encoder.name in vectors.by_encoder]
        self.nearness: dict[str, FloatArray] = {}

    def ranked(self, limit: int) -> tuple[Ranking, ...]:
        rankers = [*self._by_meaning(), *self._by_subject(), self._by_words()]
        weak = self._weak(rankers)
        closest = None
        if self.nearness:
            closest = nearest(np.sum(list(self.nearness.values()), axis=0), self.keys, len(self.solutions))
        return ranked(rankers, self.solutions, weak, closest=closest, limit=limit)

    def _by_meaning(self) -> list[Ranker]:
        if not self.encoders:
            return []
        focuser = self.encoders[0]
        parts = [asking_part(need, focuser, backgrounds()[focuser.name]) for need in self.needs]
        rankers = []
        for encoder in self.encoders:
            background = backgrounds()[encoder.name]
            centres = np.array([background.centre(need.language) for need in self.needs])
            asked = encoder.queries(parts) - centres
            nearness = (asked @ self.vectors.by_encoder[encoder.name].T).astype(np.float64)
            spoken = np.array([1.0 if encoder.speaks(need.language) else 0.0 for need in self.needs])
            self.nearness[encoder.name] = nearness * spoken[:, None]
            rankers.append(Ranker(encoder.name, pooled(nearness, self.keys, len(self.solutions)), spoken))
        return rankers

    def _by_subject(self) -> list[Ranker]:
        if self.concepts is None:
            return []
        asked = [{need.concept: need.confidence for need in found.needs} for found in self.needs]
        weights = np.array([self._subject_weight(found) if own else 0.0 for found, own in zip(self.needs, asked, strict=True)])
        rankers = [Ranker("subjects", subject_scores(asked, self.concepts), weights)]
        near = np.zeros((len(asked), len(self.solutions)))
        for encoder in self.encoders:
            background = backgrounds()[encoder.name]
            row = {code: number for number, code in enumerate(background.concept_codes)}
            mixed = np.zeros((len(asked), encoder.dimension))
            for number, own in enumerate(asked):
                for code, confidence in own.items():
                    if code in row:
                        mixed[number] += confidence * background.concepts[row[code]]
            near += pooled(mixed @ self.vectors.by_encoder[encoder.name].T, self.keys, len(self.solutions))
        return [*rankers, Ranker("subjects-by-meaning", near, weights)] if self.encoders else rankers

    def _subject_weight(self, need: Understanding) -> float:
        speaking = sum(encoder.speaks(need.language) for encoder in self.encoders)
        return SUBJECT_WEIGHT * (2.0 if speaking < len(self.encoders) else 1.0)

    def _by_words(self) -> Ranker:
        scores = np.zeros((len(self.needs), len(self.solutions)))
        for language in {need.language for need in self.needs} & {key.language for key in self.keys}:
            own = [place for place, key in enumerate(self.keys) if key.language == language]
            index = WordIndex([search_words(self.passages[place].text, language) for place in own])
            owners = [self.keys[place].solution for place in own]
            for number, need in enumerate(self.needs):
                if need.language == language:
                    np.maximum.at(scores[number], owners, index.scores(search_words(need.text, language)))
        return Ranker("words", scores, np.where(scores.any(axis=1), WORD_WEIGHT, 0.0))

    def _weak(self, rankers: Sequence[Ranker]) -> list[bool]:
        """No solution treats a subject of the need, and none is near in meaning to an encoder that speaks its language."""
        shared: NDArray[np.bool_] = np.zeros(len(self.needs), dtype=bool)
        for ranker in rankers:
            if ranker.name == "subjects":
                shared = np.asarray((ranker.scores > 0).any(axis=1))
        near = np.zeros_like(shared)
        for name, rows in self.nearness.items():
            near = near | np.asarray(rows.max(axis=1) >= NEAR.get(name, np.inf))
        return [not bool(one) for one in shared | near]
