"""The search index in memory: passages and vectors read once from the database, asked by every request of the process."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from threading import Lock

import numpy as np
from django.db.models import Max

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.matching.models import Passage as Row
from seoulution.engine.vocabulary import Sector
from seoulution.language.index import rank_needs
from seoulution.language.passages import Concepts, Passage, Vectors, concepts_of, embed_passages
from seoulution.language.vectors import Vector


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
    """

    solution: str
    weak: bool
    concepts: tuple[str, ...]
    same_sector: bool
    passage: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Index:
    """`twins` : for each passage the place of the same passage in the solution's other language, by language."""

    mark: tuple[int, int]
    passages: list[Passage]
    twins: list[dict[str, int]]
    vectors: Vectors
    concepts: Concepts
    sectors: dict[str, str]


_lock = Lock()
_kept: list[_Index] = []


def embedded(texts: Sequence[str]) -> list[tuple[Vector | None, Vector | None]]:
    """The e5 and USE vectors of each text; None where an encoder is not installed."""
    vectors = embed_passages([Passage("", "", text) for text in texts]).by_encoder
    e5, use = vectors.get("e5"), vectors.get("use")
    return [(None if e5 is None else e5[n], None if use is None else use[n]) for n in range(len(texts))]


def forget_index() -> None:
    """After the passages changed."""
    with _lock:
        _kept.clear()


def retrieved(asked: Sequence[Asked]) -> list[list[Hit]]:
    """For each need the solutions found, best first; strays come after those that share a subject or the sector."""
    index = _index()
    rankings = rank_needs(
        [one.text for one in asked], [one.language for one in asked], index.passages, index.vectors, index.concepts
    )
    return [
        sorted((_hit(one, hit.solution, hit.passage, ranking.weak, index) for hit in ranking.hits), key=lambda hit: hit.weak)
        for one, ranking in zip(asked, rankings, strict=True)
    ]


def _hit(one: Asked, solution: str, passage: int, weak: bool, index: _Index) -> Hit:
    shared = tuple(concept for concept in one.concepts if concept in index.concepts.get(solution, {}))
    same = one.sector is not None and index.sectors.get(solution) == one.sector
    stray = bool(one.concepts) and not shared and not same
    twins = index.twins[passage] if passage >= 0 else {}
    return Hit(
        solution=solution,
        weak=weak or stray,
        concepts=shared,
        same_sector=same,
        passage={language: _shortened(index.passages[place].text) for language, place in twins.items()},
    )


def _shortened(text: str) -> str:
    return text if len(text) <= 220 else text[:219].rsplit(" ", 1)[0] + "…"


def _index() -> _Index:
    """The index of this process, read again when another process changed the passages."""
    mark = _mark()
    with _lock:
        if not _kept or _kept[0].mark != mark:
            _kept[:] = [_read(mark)]
        return _kept[0]


def _mark() -> tuple[int, int]:
    return Row.objects.aggregate(Max("id"))["id__max"] or 0, Row.objects.count()


def _read(mark: tuple[int, int]) -> _Index:
    rows = list(Row.objects.select_related("solution").order_by("id"))
    passages = [Passage(row.solution.code, row.language, row.text, row.weight) for row in rows]
    by_encoder: dict[str, Vector] = {}
    for name in ("e5", "use"):
        values = [getattr(row, name) for row in rows]
        if rows and all(value is not None for value in values):
            by_encoder[name] = np.array([np.asarray(value) for value in values], dtype=np.float32)
    sectors = dict(PolicySolution.objects.values_list("code", "sector"))
    return _Index(mark, passages, _twins(passages), Vectors(by_encoder), concepts_of(passages), sectors)


def _twins(passages: Sequence[Passage]) -> list[dict[str, int]]:
    """Passages of a solution are made in the same order in each language, so the n-th of one is the n-th of the other."""
    order: dict[tuple[str, str], list[int]] = {}
    for place, passage in enumerate(passages):
        order.setdefault((passage.solution, passage.language), []).append(place)
    twins: list[dict[str, int]] = [{} for _ in passages]
    for (solution, _language), places in order.items():
        for number, place in enumerate(places):
            for other in ("ko", "en"):
                there = order.get((solution, other), [])
                if number < len(there):
                    twins[place][other] = there[number]
    return twins
