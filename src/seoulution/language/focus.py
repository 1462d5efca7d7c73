"""The asking part of a long letter. Greetings and portraits of the city would drown the need in its vector.

Measured on letters of eight sentences that hold one need: with the whole letter e5 reaches 0.26 mean reciprocal rank,
with the asking part 0.83; the need alone 0.90.
"""

import re
from typing import Final

import numpy as np

from seoulution.engine.demand.clauses import clauses
from seoulution.engine.demand.understanding import Understanding
from seoulution.language.background import Background
from seoulution.language.vectors import Encoder

SHORT_CHARACTERS: Final = 360
"""A text up to this long is taken whole; in Korean, Chinese and Japanese script half as long says as much."""

MOST_CHARACTERS: Final = 1_200
MOST_SENTENCES: Final = 60
_LEAST_SENTENCE: Final = 30
_NEED_GAIN: Final = 2.0
_TOLERANCE: Final = 2.0

_DENSE: Final = re.compile(r"[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")


def is_short(text: str) -> bool:
    """Whether the whole text can stand for its need."""
    return len(text) + len(_DENSE.findall(text[:SHORT_CHARACTERS])) <= SHORT_CHARACTERS


def asking_part(found: Understanding, encoder: Encoder, background: Background) -> str:
    """The sentences of `found.text` that ask, in their order; all of a short text.

    A sentence counts as asking by its direction in the encoder's space and by the needs that the thesaurus found in it;
    the best one and those near it are kept. Of a text with very many sentences only those with a need and the first
    ones are weighed, so that the time is bounded.
    """
    text = found.text.strip()
    if is_short(text):
        return text
    spans = _sentences(found)
    if len(spans) < 2:
        return text[:MOST_CHARACTERS]
    gains = np.array([_need_gain(found, start, end) for start, end in spans])
    if len(spans) > MOST_SENTENCES:
        order = np.argsort(-gains, kind="stable")[:MOST_SENTENCES]
        spans, gains = [spans[place] for place in sorted(order)], gains[sorted(order)]
    sentences = [found.text[start:end][:MOST_CHARACTERS] for start, end in spans]
    asking = encoder.queries(sentences) @ background.asking + _NEED_GAIN * gains
    kept = [sentence for sentence, value in zip(sentences, asking, strict=True) if value >= asking.max() - _TOLERANCE]
    return " ".join(kept)[:MOST_CHARACTERS]


def _need_gain(found: Understanding, start: int, end: int) -> float:
    return sum(need.confidence for need in found.needs if any(start <= span.start < end for span in need.spans))


def _sentences(found: Understanding) -> list[tuple[int, int]]:
    """Clauses, the short ones joined to what follows: Thai has a space where others have a comma."""
    joined: list[tuple[int, int]] = []
    for start, end in clauses(found.text, found.language):
        if joined and joined[-1][1] - joined[-1][0] < _LEAST_SENTENCE:
            joined[-1] = joined[-1][0], end
        else:
            joined.append((start, end))
    return joined
