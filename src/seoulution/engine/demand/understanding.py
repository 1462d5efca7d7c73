"""From a text to the needs it names, each with the phrases that say so."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from seoulution.engine.demand.clauses import clauses
from seoulution.engine.demand.folding import folded
from seoulution.engine.demand.terms import TermPattern, Vocabulary
from seoulution.engine.vocabulary import Sector

READ_CHARACTERS: Final = 20_000
"""A request states its needs early; what lies behind is kept with the request but not analysed."""

_ONE_WORD: Final = 0.55
_SEVERAL_WORDS: Final = 0.75
"""How much one phrase alone says for its concept: a phrase of several words is seldom there by accident."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Part of a text: characters `start` to `end` (exclusive) of `Understanding.text`."""

    start: int
    end: int

    def lies_within(self, other: "Span") -> bool:
        """True when `other` says the same and more."""
        return other.start <= self.start and self.end <= other.end and self != other


@dataclass(frozen=True, slots=True)
class NeedFound:
    """A need the text names, with every phrase that names it. `confidence` in (0, 1)."""

    concept: str
    sector: Sector | None
    spans: tuple[Span, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class Understanding:
    """What was understood of a text. No needs is an answer: nothing was recognised.

    text : the text the spans point into (Unicode NFC, at most `READ_CHARACTERS` long)
    sectors : weight of each sector, summing to 1; empty when no need of the nine sectors was found
    shortened : the text was longer than what was read
    """

    text: str
    language: str
    sectors: Mapping[Sector, float]
    needs: tuple[NeedFound, ...]
    shortened: bool

    @property
    def is_empty(self) -> bool:
        """Nothing was recognised; a person must read it."""
        return not self.needs


def understood(text: str, language: str, vocabulary: Vocabulary) -> Understanding:
    """The needs named in `text`, the surest first; the same need named twice is one need with two phrases."""
    whole = unicodedata.normalize("NFC", text)
    read = whole[:READ_CHARACTERS]
    level = folded(read, language)
    hits = [hit for start, end in clauses(level, language) for hit in _hits(level, start, end, vocabulary.terms_for(language))]
    needs = _merged(_longest(hits))
    return Understanding(read, language, _sector_weights(needs), needs, shortened=len(whole) > READ_CHARACTERS)


_Hit = tuple[Span, TermPattern]


def _hits(text: str, start: int, end: int, terms: Iterable[TermPattern]) -> Iterable[_Hit]:
    """Every term found inside one clause; a term never reaches over the end of a clause."""
    small = text[start:end].lower()
    for term in terms:
        if term.clue not in small:
            continue
        for match in term.pattern.finditer(text, start, end):
            if match.end() > match.start():
                yield Span(match.start(), match.end()), term


def _longest(hits: list[_Hit]) -> list[_Hit]:
    """A phrase inside a longer one is dropped: `food waste` is not also `waste`."""
    spans = sorted({span for span, _ in hits})
    inner = set()
    furthest: Span | None = None
    for span in sorted(spans, key=lambda one: (one.start, -one.end)):
        if furthest is not None and span.lies_within(furthest):
            inner.add(span)
        elif furthest is None or span.end > furthest.end:
            furthest = span
    return [hit for hit in hits if hit[0] not in inner]


def _merged(hits: list[_Hit]) -> tuple[NeedFound, ...]:
    """Confidence grows with each different phrase and shrinks with a phrase that several concepts use."""
    by_concept: dict[str, list[_Hit]] = {}
    for hit in hits:
        by_concept.setdefault(hit[1].entry.concept, []).append(hit)
    needs = []
    for concept, found in by_concept.items():
        doubt = 1.0
        for term in {id(term): term for _, term in found}.values():
            doubt *= 1 - (_ONE_WORD if term.words == 1 else _SEVERAL_WORDS) / term.shared
        spans = tuple(sorted({span for span, _ in found}))
        needs.append(NeedFound(concept, found[0][1].entry.sector, spans, round(1 - doubt, 4)))
    return tuple(sorted(needs, key=lambda need: (-need.confidence, need.spans[0], need.concept)))


def _sector_weights(needs: Iterable[NeedFound]) -> Mapping[Sector, float]:
    sums: dict[Sector, float] = {}
    for need in needs:
        if need.sector is not None:
            sums[need.sector] = sums.get(need.sector, 0.0) + need.confidence
    total = sum(sums.values())
    return {sector: value / total for sector, value in sorted(sums.items(), key=lambda item: -item[1])}
