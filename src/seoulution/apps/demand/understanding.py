"""From a text to language, sectors and needs, with the thesaurus that ships."""

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from seoulution.engine.demand.clauses import clauses
from seoulution.engine.demand.understanding import NeedFound, Understanding, understood
from seoulution.engine.vocabulary import Language, Sector
from seoulution.language.identify import identify
from seoulution.language.thesaurus import vocabulary

MOST_NEEDS: Final = 6
"""More would be a list of words, not of needs; the surest are kept."""

_LONGEST_NEED: Final = 400

_INNER_ENDS: Final = re.compile(
    r"[,;:،、，](?=\s)|、|，|\s(?=(?:and|y|e|et|und|dan|và|và|и|ба|болон|และ|그리고|및)\s)|\s(?=و)", re.IGNORECASE
)
"""Commas, colons and the word "and" of the languages we read; a comma within a number has no space behind it."""

_TRIMMED: Final = " \t\n,;:،、，"


@dataclass(frozen=True, slots=True)
class NeedUnderstood:
    """A need as the office first sees it: the clause that names it, and the phrases within the text."""

    text: str
    sector: Sector | None
    concepts: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class RequestUnderstood:
    """`language` is what was declared or identified; no needs means that a person must read the text."""

    language: str
    declared: bool
    sectors: tuple[Sector, ...]
    needs: tuple[NeedUnderstood, ...]


def understand_text(text: str, declared: str) -> RequestUnderstood:
    """What the rule reads from a text; the declared language wins."""
    named = Language(declared) if declared in set(Language) else None
    identified = identify(text, named)
    found = understood(text, identified.language, vocabulary())
    needs = [_need(found, need) for need in _by_clause(found)[:MOST_NEEDS]]
    return RequestUnderstood(identified.language, identified.declared, tuple(found.sectors), tuple(needs))


def _by_clause(found: Understanding) -> list[tuple[NeedFound, ...]]:
    """Needs of one sector named in the same part of a sentence are one need with several subjects."""
    bounds = _parts(found)
    groups: dict[tuple[object, int], list[NeedFound]] = {}
    for need in found.needs:
        start = need.spans[0].start
        place = next((number for number, (begin, end) in enumerate(bounds) if begin <= start < end), 0)
        groups.setdefault((need.sector, place), []).append(need)
    return [tuple(group) for group in groups.values()]


def _parts(found: Understanding) -> list[tuple[int, int]]:
    """Clauses, cut further at commas and colons where more than one sector is named in the same clause."""
    parts: list[tuple[int, int]] = []
    for begin, end in clauses(found.text, found.language):
        sectors = {need.sector for need in found.needs for span in need.spans if begin <= span.start < end}
        if len(sectors) < 2:
            parts.append((begin, end))
            continue
        cuts = [match.end() for match in _INNER_ENDS.finditer(found.text, begin, end)]
        parts += _joined(list(pairwise([begin, *cuts, end])), found)
    return parts


def _joined(pieces: list[tuple[int, int]], found: Understanding) -> list[tuple[int, int]]:
    """A piece that names nothing belongs to the one before it, or at the start to the one after."""
    starts = [span.start for need in found.needs for span in need.spans]
    joined: list[tuple[int, int]] = []
    waiting: int | None = None
    for begin, end in pieces:
        if any(begin <= start < end for start in starts):
            joined.append((begin if waiting is None else waiting, end))
            waiting = None
        elif joined:
            joined[-1] = (joined[-1][0], end)
        elif waiting is None:
            waiting = begin
    return joined or pieces


def _need(found: Understanding, group: tuple[NeedFound, ...]) -> NeedUnderstood:
    spans = sorted({(span.start, span.end) for need in group for span in need.spans})
    texts = [
        found.text[begin:end].strip(_TRIMMED) for begin, end in _parts(found) if any(begin <= start < end for start, _ in spans)
    ]
    whole = " … ".join(dict.fromkeys(texts))
    return NeedUnderstood(
        text=whole if len(whole) <= _LONGEST_NEED else whole[: _LONGEST_NEED - 1].rstrip() + "…",
        sector=group[0].sector,
        concepts=tuple(need.concept for need in group),
        spans=tuple(spans),
    )
