"""Passages of solutions: how a text is cut, what vectors and concepts are made of it. Nothing here reads or writes the database.

The database only stores what `embed_passages` returns (384 numbers of `e5`, 512 of `use` for each passage) and gives it
back as `Vectors`.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from seoulution.engine.demand.understanding import understood
from seoulution.language.thesaurus import vocabulary
from seoulution.language.vectors import Encoder, Vector, encoders

PASSAGE_CHARACTERS: Final = 600
MOST_PASSAGES: Final = 12

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
    return merged_concepts((passage.solution, concepts_in(passage.text, passage.language)) for passage in passages)


def concepts_in(text: str, language: str) -> dict[str, float]:
    """What one text speaks of: concept -> confidence in (0, 1). Some milliseconds a text: kept with a stored passage."""
    return {need.concept: need.confidence for need in understood(text, language, vocabulary()).needs}


def merged_concepts(found: Iterable[tuple[str, Mapping[str, float]]]) -> Concepts:
    """The concepts of (solution, concepts) pairs by solution; the surest mention counts."""
    merged: dict[str, dict[str, float]] = {}
    for solution, concepts in found:
        own = merged.setdefault(solution, {})
        for code, confidence in concepts.items():
            own[code] = max(own.get(code, 0.0), confidence)
    return merged
