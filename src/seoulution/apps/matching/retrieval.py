"""The search index in memory, laid once for all requests of the process and again when anything it rests on changed."""

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from threading import Lock

import numpy as np

from seoulution.apps.matching.freshness import Mark, mark
from seoulution.apps.matching.rows import Rows, read
from seoulution.apps.matching.shelf import Shelf, shelf
from seoulution.engine.matching.fusion import Ranker
from seoulution.engine.matching.match import PRODUCT_LIMIT
from seoulution.engine.matching.match import Hit as Found
from seoulution.engine.vocabulary import Sector
from seoulution.language.index import Index
from seoulution.language.passages import Concepts, Passage, Vectors, embed_passages, merged_concepts
from seoulution.language.shared_words import telling_words
from seoulution.language.vectors import Vector

_MOST_SHARED = 4
_MOST_ANSWERED = 300
NAME_WEIGHT = 1.0
"""Of an encoder's weight: who types a solution's name wants that one."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One need as it is searched for."""

    text: str
    language: str
    concepts: tuple[str, ...]
    sector: Sector | None


@dataclass(frozen=True, slots=True)
class Hit:
    """One solution found, with what it shares with the need.

    weak : nothing in the catalogue is close, or this one shares neither a subject nor the sector
    near : one of its passages is near in meaning by itself
    named : its name stands in what was asked, or what was asked in its name
    learnt : staff linked a past need near to this one to it
    """

    solution: str
    weak: bool
    concepts: tuple[str, ...]
    same_sector: bool
    passage: Mapping[str, str]
    near: bool = False
    named: bool = False
    learnt: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class _Laid:
    """`twins` : for each passage the place of the same passage in the solution's other language, by language.

    answered : what was asked lately of this index, under a digest: a facet or a next page asks the same again
    """

    mark: Mark
    rows: Rows
    index: Index
    twins: list[dict[str, int]]
    concepts: Concepts
    shelf: Shelf
    answered: OrderedDict[bytes, list[list[Hit]]] = field(default_factory=OrderedDict)


_lock = Lock()
_kept: list[_Laid] = []


def embedded(texts: Sequence[str]) -> list[tuple[Vector | None, Vector | None]]:
    """The e5 and USE vectors of each text; None where an encoder is not installed."""
    vectors = embed_passages([Passage("", "", text) for text in texts]).by_encoder
    e5, use = vectors.get("e5"), vectors.get("use")
    return [(None if e5 is None else e5[n], None if use is None else use[n]) for n in range(len(texts))]


def forget_index() -> None:
    """After the passages changed."""
    with _lock:
        _kept.clear()


def retrieved(asked: Sequence[Asked], *, limit: int = PRODUCT_LIMIT) -> list[list[Hit]]:
    """For each need the solutions found, best first; strays come after those that share a subject or the sector."""
    return _found(asked, [{} for _ in asked], _laid(), limit)


def found_and_shelf(asked: Sequence[Asked], *, limit: int) -> tuple[list[list[Hit]], Shelf]:
    """The same where what is asked may be a solution's name, with the list of solutions on which it was looked up."""
    laid = _laid()
    return _found(asked, [laid.shelf.named_in(one.text) for one in asked], laid, limit), laid.shelf


def _found(asked: Sequence[Asked], named: Sequence[Mapping[str, float]], laid: _Laid, limit: int) -> list[list[Hit]]:
    key = blake2b(f"{limit} {asked!r} {[sorted(names.items()) for names in named]!r}".encode(), digest_size=16).digest()
    with _lock:
        known = laid.answered.get(key)
        if known is not None:
            laid.answered.move_to_end(key)
    if known is not None:
        return known
    rankings = laid.index.rankings(
        [one.text for one in asked], [one.language for one in asked], limit=limit, also=_by_name(named, laid.index)
    )
    found = [
        sorted((_hit(one, hit, ranking.weak, hit.solution in names, laid) for hit in ranking.hits), key=lambda hit: hit.weak)
        for one, names, ranking in zip(asked, named, rankings, strict=True)
    ]
    with _lock:
        laid.answered[key] = found
        while len(laid.answered) > _MOST_ANSWERED:
            laid.answered.popitem(last=False)
    return found


def shared_words(need: Asked, solution: str) -> tuple[str, ...]:
    """Telling words of the need that the solution's own passages hold as well, in the same language; a few, in their order.

    Asked of the index that the last search of this process used: for the hits of one page, right after it.
    """
    with _lock:
        index = _kept[0].index if _kept else None
    if index is None or need.language not in index.languages:
        return ()
    told = " ".join(one.text for one in index.passages_of(solution) if one.language == need.language)
    return telling_words(need.text, told, need.language, index.is_common)[:_MOST_SHARED]


def _by_name(named: Sequence[Mapping[str, float]], index: Index) -> list[Ranker]:
    if not any(named):
        return []
    scores = np.zeros((len(named), len(index.solutions)))
    for row, names in enumerate(named):
        for code, share in names.items():
            if code in index.place:
                scores[row, index.place[code]] = share
    return [Ranker("names", scores, np.where(scores.any(axis=1), NAME_WEIGHT, 0.0))]


def _hit(one: Asked, found: Found, weak: bool, named: bool, laid: _Laid) -> Hit:
    shared = tuple(concept for concept in one.concepts if concept in laid.concepts.get(found.solution, {}))
    facts = laid.shelf.facts.get(found.solution)
    same = one.sector is not None and facts is not None and facts.sector == one.sector
    stray = bool(one.concepts) and not shared and not same
    twins = laid.twins[found.passage] if found.passage >= 0 else {}
    return Hit(
        solution=found.solution,
        weak=(weak or stray) and not named,
        concepts=shared,
        same_sector=same,
        passage={language: _shortened(laid.index.passages[place].text) for language, place in twins.items()},
        near=found.near,
        named=named,
        learnt=found.linked,
    )


def _shortened(text: str) -> str:
    return text if len(text) <= 220 else text[:219].rsplit(" ", 1)[0] + "…"


def _laid() -> _Laid:
    """The index of this process, laid again when another process changed what it rests on."""
    wanted = mark()
    with _lock:
        if not _kept or _kept[0].mark != wanted:
            _kept[:] = [_lay(wanted, _kept[0].rows if _kept else None)]
        return _kept[0]


def _lay(wanted: Mark, known: Rows | None) -> _Laid:
    """Only solutions on offer, and of past needs only those that may count now."""
    rows, on_offer, linked = read(known), shelf(wanted.solutions), set(wanted.linked)
    counts = [
        passage.solution in on_offer.facts and (bool(passage.text) or int(key) in linked)
        for key, passage in zip(rows.ids, rows.passages, strict=True)
    ]
    places = np.flatnonzero(counts)
    whole = len(places) == len(counts)
    passages = rows.passages if whole else [rows.passages[place] for place in places]
    vectors = rows.vectors if whole else {name: vector[places] for name, vector in rows.vectors.items()}
    concepts = merged_concepts((rows.passages[place].solution, rows.concepts[place]) for place in places)
    return _Laid(wanted, rows, Index(passages, Vectors(vectors), concepts), _twins(passages), concepts, on_offer)


def _twins(passages: Sequence[Passage]) -> list[dict[str, int]]:
    """Passages of a solution are made in the same order in each language, so the n-th of one is the n-th of the other."""
    order: dict[tuple[str, str], list[int]] = {}
    for place, passage in enumerate(passages):
        if passage.text:
            order.setdefault((passage.solution, passage.language), []).append(place)
    twins: list[dict[str, int]] = [{} for _ in passages]
    for (solution, _language), places in order.items():
        for number, place in enumerate(places):
            for other in ("ko", "en"):
                there = order.get((solution, other), [])
                if number < len(there):
                    twins[place][other] = there[number]
    return twins
