"""Ours beside other ways to search the same passages: PostgreSQL full-text alone, bm25s alone, e5 alone.

Quality on the evaluation's development half with its real vectors; time on whatever catalogue `SEOULUTION_HOME` holds
(`python -m bench.search_peers` prints one JSON line for each).
"""

import json
import re
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np

EVALUATION: Final = Path(__file__).parents[1] / "evaluation"
_WORDS: Final = re.compile(r"\w+")
Ask = Callable[[str], list[str]]


@dataclass(frozen=True)
class Peer:
    """One way to search; what was not measured is 0."""

    name: str
    recall_1: float = 0.0
    recall_5: float = 0.0
    cpu_ms: float = 0.0
    p95_ms: float = 0.0

    @staticmethod
    def read(line: str) -> "Peer":
        return Peer(**json.loads(line))


def peers_on_evaluation() -> list[Peer]:
    """Recall on the development half of the evaluation."""
    from evaluation.measures import quality
    from evaluation.run import catalogue_of, cosine_scores, needs_of, ordered, ours

    from seoulution.commands.django_ready import ready

    ready()
    needs = [need for need in needs_of(EVALUATION / "needs-dev.jsonl") if need.gold]
    catalogue = catalogue_of(EVALUATION / "catalogue.jsonl")
    texts = [(passage.solution, passage.text) for passage in catalogue.passages]
    found = {
        "ours": ours(needs, catalogue)[0],
        "e5 alone": ordered(cosine_scores(needs, catalogue, "e5"), catalogue.solutions),
    }
    for name, ask in (("PostgreSQL full-text alone", _full_text(texts)), ("bm25s alone", _bm25s(texts))):
        found[name] = [ask(need.text) for need in needs]
    gold = [need.gold for need in needs]
    measured = {name: quality(rankings, gold) for name, rankings in found.items()}
    return [Peer(name, recall_1=one.recall_1, recall_5=one.recall_5) for name, one in measured.items()]


def timed() -> list[Peer]:
    """Processor milliseconds of one need of the development half, median and 95th percentile of wall time, database included."""
    import os

    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the server sets it
    from seoulution.commands.django_ready import ready

    ready()
    from seoulution.apps.matching.models import Passage
    from seoulution.apps.matching.search import search
    from seoulution.language.query_vectors import forget_query_vectors
    from seoulution.language.vectors import encoders

    needs = [
        str(json.loads(line)["text"]) for line in (EVALUATION / "needs-dev.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    texts = list(Passage.objects.order_by("pk").values_list("solution__code", "text"))
    e5 = encoders().available[0]

    def ours(text: str) -> list[str]:
        found = search(text, "en")
        return [one.hit.solution for one in found.found] if found else []

    def reading(text: str) -> list[str]:
        e5.queries([text])
        return []

    ours("water leaks"), ours("물이 샌다")  # the index is laid, words are counted
    rows = _vectors()
    forget_query_vectors()
    asked: dict[str, Ask] = {
        "ours": ours,
        "e5, reading the question alone": reading,
        "e5 alone": lambda text: _nearest(rows @ e5.queries([text])[0], texts),
        "PostgreSQL full-text alone": _full_text(texts),
        "bm25s alone": _bm25s(texts),
    }
    return [_timed(name, ask, needs) for name, ask in asked.items()]


def _timed(name: str, ask: Ask, needs: Sequence[str]) -> Peer:
    from bench.page_cost import _database_seconds

    ask("first use")
    wall, before = [], (time.process_time(), _database_seconds())
    for need in needs:
        started = time.perf_counter()
        ask(need)
        wall.append((time.perf_counter() - started) * 1000)
    cpu = time.process_time() - before[0] + _database_seconds() - before[1]
    return Peer(name, cpu_ms=cpu / len(needs) * 1000, p95_ms=statistics.quantiles(wall, n=20)[-1])


def _full_text(texts: Sequence[tuple[str, str]]) -> Ask:
    """The `simple` configuration, any word of the question, `ts_rank`: what PostgreSQL gives without a dictionary for each language."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS full_text; CREATE TEMP TABLE full_text (solution text, said tsvector)")
        for start in range(0, len(texts), 2_000):
            batch = texts[start : start + 2_000]
            cursor.execute(
                "INSERT INTO full_text SELECT s, to_tsvector('simple', t) FROM unnest(%s::text[], %s::text[]) AS u(s, t)",
                [[solution for solution, _ in batch], [text for _, text in batch]],
            )
        cursor.execute("CREATE INDEX ON full_text USING gin (said); ANALYZE full_text")

    def ask(text: str) -> list[str]:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT solution FROM full_text, websearch_to_tsquery('simple', %s) q WHERE said @@ q "
                "GROUP BY solution ORDER BY max(ts_rank(said, q)) DESC, solution LIMIT 10",
                [" or ".join(_WORDS.findall(text))],
            )
            return [row[0] for row in cursor.fetchall()]

    return ask


def _bm25s(texts: Sequence[tuple[str, str]]) -> Ask:
    """As its own documentation uses it: its tokenizer without stop words, scipy-free, the best passages first."""
    import bm25s

    index = bm25s.BM25()
    index.index(bm25s.tokenize([text for _, text in texts], stopwords=None, show_progress=False), show_progress=False)
    most = min(200, len(texts))

    def ask(text: str) -> list[str]:
        words = bm25s.tokenize([text], stopwords=None, show_progress=False)
        if not any(words.vocab):
            return []
        places, scores = index.retrieve(words, k=most, show_progress=False)
        found = [texts[place][0] for place, score in zip(places[0], scores[0], strict=True) if score > 0]
        return list(dict.fromkeys(found))[:10]

    return ask


def _vectors() -> Any:
    from seoulution.apps.matching.rows import read

    return read().vectors["e5"]


def _nearest(nearness: Any, texts: Sequence[tuple[str, str]]) -> list[str]:
    return list(dict.fromkeys(texts[place][0] for place in np.argsort(-nearness)[:200]))[:10]


if __name__ == "__main__":
    for peer in timed():
        print(json.dumps(asdict(peer)))
