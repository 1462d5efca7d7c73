"""How much processor time does one match cost? `python -m bench.match`

Ours beside its peers (BM25 by rank-bm25, e5 alone by brute force) and the bound: reading the need once with e5, which no
ranking by meaning can avoid. Processor time of this process, median over the needs of the development half; no network.
"""

import json
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from rank_bm25 import BM25Okapi

from bench.table import Row
from seoulution.language.identify import identify
from seoulution.language.index import rank_needs
from seoulution.language.passages import concepts_of, embed_passages, passages_of
from seoulution.language.tokens import search_words
from seoulution.language.vectors import encoders

EVALUATION = Path(__file__).parents[1] / "evaluation"


def lines(name: str) -> list[dict[str, object]]:
    """Rows of a file of the evaluation set."""
    return [json.loads(line) for line in (EVALUATION / name).read_text(encoding="utf-8").splitlines()]


def cost_ms(ask: Callable[[str], object], texts: list[str]) -> tuple[float, float]:
    """Median processor and wall milliseconds of one text."""
    processor, wall = [], []
    ask(texts[0])
    for text in texts:
        before = time.process_time(), time.perf_counter()
        ask(text)
        processor.append((time.process_time() - before[0]) * 1000)
        wall.append((time.perf_counter() - before[1]) * 1000)
    return statistics.median(processor), statistics.median(wall)


def measured() -> list[Row]:
    """One need of the development half against the evaluation catalogue, median."""
    started = time.perf_counter()
    e5 = encoders().available[0]
    for encoder in encoders().available:
        encoder.queries(["first use"])
    loaded = time.perf_counter() - started
    catalogue = [
        passage
        for row in lines("catalogue.jsonl")
        for code in ("ko", "en")
        for passage in passages_of(str(row["id"]), code, row[code]["title"], row[code]["text"])  # type: ignore[index,call-overload]
    ]
    started = time.process_time()
    vectors = embed_passages(catalogue)
    embedding = (time.process_time() - started) / len(catalogue) * 1000
    concepts = concepts_of(catalogue)
    texts = [str(row["text"]) for row in lines("needs-dev.jsonl")]
    words = BM25Okapi([search_words(passage.text, passage.language) for passage in catalogue])
    rows = vectors.by_encoder["e5"]
    ours, _ = cost_ms(lambda text: rank_needs([text], [identify(text).language], catalogue, vectors, concepts), texts)
    alone, _ = cost_ms(lambda text: np.argsort(-(rows @ e5.queries([text])[0])), texts)
    lexical, _ = cost_ms(lambda text: words.get_scores(search_words(text, identify(text).language)), texts)
    bound, _ = cost_ms(lambda text: e5.queries([text]), texts)
    return [
        Row("one need, CPU; peer e5 alone", ours, "ms", bound, alone, note="bound: reading the need once with e5"),
        Row("one need, CPU; peer BM25", ours, "ms", bound, lexical, note="BM25 is far quicker and far worse: matching-quality"),
        Row("embedding one passage, CPU", embedding, "ms"),
        Row("loading the encoders", loaded, "s"),
    ]
