"""Passages as they lie in memory: read from the database once, and after a change only what is new."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from django.db.models import BinaryField, Func
from numpy.typing import NDArray

from seoulution.apps.matching.models import Passage as Row
from seoulution.language.passages import Passage
from seoulution.language.vectors import Vector

DIMENSIONS = {"e5": 384, "use": 512}
_BATCH = 4_000
_HEAD = 4
"""pgvector sends two short numbers before the values."""


@dataclass(slots=True)
class Rows:
    """Passages in the order of their ids. `vectors` : by encoder, without one of which some passage has no vector."""

    ids: NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, dtype=np.int64))
    passages: list[Passage] = field(default_factory=list)
    concepts: list[dict[str, float]] = field(default_factory=list)
    vectors: dict[str, Vector] = field(default_factory=dict)


def read(known: Rows | None = None) -> Rows:
    """All passages; those of `known` are not read again, since a passage is replaced, never changed."""
    known = known or Rows()
    now = np.array(list(Row.objects.order_by("pk").values_list("pk", flat=True)), dtype=np.int64)
    kept = np.flatnonzero(np.isin(known.ids, now))
    new = _fetched(np.setdiff1d(now, known.ids).tolist())
    if len(kept) == len(known.ids) and not len(new.ids):
        return known
    ids = np.concatenate([known.ids[kept], new.ids])
    order = np.argsort(ids, kind="stable")
    passages = [*(known.passages[place] for place in kept), *new.passages]
    concepts = [*(known.concepts[place] for place in kept), *new.concepts]
    return Rows(
        ids[order],
        [passages[place] for place in order],
        [concepts[place] for place in order],
        {name: _joined(known, kept, new, name, order) for name in DIMENSIONS if _whole(known, kept, new, name)},
    )


def _whole(known: Rows, kept: NDArray[np.int64], new: Rows, name: str) -> bool:
    return (not len(kept) or name in known.vectors) and (not len(new.ids) or name in new.vectors)


def _joined(known: Rows, kept: NDArray[np.int64], new: Rows, name: str, order: NDArray[np.intp]) -> Vector:
    whole = np.concatenate(
        [rows for rows in (known.vectors[name][kept] if len(kept) else None, new.vectors.get(name)) if rows is not None]
    )
    return whole if np.array_equal(order, np.arange(len(order))) else whole[order]


def _fetched(ids: Sequence[int]) -> Rows:
    passages: list[Passage] = []
    concepts: list[dict[str, float]] = []
    missing: set[str] = set()
    vectors = {name: np.empty((len(ids), size), dtype=np.float32) for name, size in DIMENSIONS.items()}
    for batch in _batches(ids):
        at = slice(len(passages), len(passages) + len(batch))
        passages += [Passage(code, language, text, weight) for code, language, text, weight, *_rest in batch]
        concepts += [row[4] for row in batch]
        for name, column in (("e5", 5), ("use", 6)):
            sent = [row[column] for row in batch]
            if any(one is None for one in sent):
                missing.add(name)
                continue
            packed = b"".join(bytes(one)[_HEAD:] for one in sent)
            vectors[name][at] = np.frombuffer(packed, dtype=">f4").reshape(len(batch), DIMENSIONS[name])
    return Rows(
        np.array(ids, dtype=np.int64), passages, concepts, {name: vectors[name] for name in DIMENSIONS if name not in missing}
    )


def _batches(ids: Sequence[int]) -> Iterator[list[tuple[Any, ...]]]:
    """In pgvector's own bytes: as text, the numbers of 100,000 passages would take a minute to read."""
    sent = {name: Func(name, function="vector_send", output_field=BinaryField()) for name in DIMENSIONS}
    rows = Row.objects.order_by("pk")
    for start in range(0, len(ids), _BATCH):
        batch = rows.filter(pk__in=list(ids[start : start + _BATCH])).annotate(sent_e5=sent["e5"], sent_use=sent["use"])
        yield list(batch.values_list("solution__code", "language", "text", "weight", "concepts", "sent_e5", "sent_use"))
