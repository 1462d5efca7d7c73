"""Measure matching on the evaluation set: `python -m evaluation.run --half dev` (or `held-out`, or any files of yours).

Prints Markdown: our ranking and what it is made of, beside encoders alone, BM25 alone and equal fusion of all three.
"""

import argparse
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import yaml

from evaluation.measures import by_language, quality
from seoulution.engine.matching.fusion import FloatArray, Ranker, fused
from seoulution.engine.matching.lexical import WordIndex
from seoulution.language.identify import identify
from seoulution.language.index import rank_needs
from seoulution.language.passages import Passage, Vectors, concepts_of, embed_passages, passages_of
from seoulution.language.tokens import search_words
from seoulution.language.vectors import encoders

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Need:
    """A need of the evaluation set with the ids of the solutions that answer it; none when nothing does."""

    id: str
    text: str
    language: str
    gold: frozenset[str]


@dataclass(frozen=True)
class Catalogue:
    """Passages with their vectors and, in the same order, each solution once."""

    passages: tuple[Passage, ...]
    vectors: Vectors

    @property
    def solutions(self) -> list[str]:
        return list(dict.fromkeys(passage.solution for passage in self.passages))


def needs_of(path: Path) -> list[Need]:
    """One need a line."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [Need(row["id"], row["text"], row["lang"], frozenset(row["gold"])) for row in rows]


def catalogue_of(path: Path) -> Catalogue:
    """Read and embedded."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    passages = tuple(
        passage
        for row in rows
        for code in ("ko", "en")
        if code in row
        for passage in passages_of(row["id"], code, row[code]["title"], row[code]["text"])
    )
    return Catalogue(passages, embed_passages(passages))


def ours(needs: Sequence[Need], catalogue: Catalogue, *, thesaurus: bool = True) -> tuple[list[list[str]], list[bool]]:
    """As the product ranks, with the language identified, not given; without the thesaurus' part on request."""
    concepts = concepts_of(catalogue.passages) if thesaurus else None
    languages = [identify(need.text).language for need in needs]
    rankings = rank_needs([need.text for need in needs], languages, catalogue.passages, catalogue.vectors, concepts, limit=10)
    return [[hit.solution for hit in ranking.hits] for ranking in rankings], [ranking.weak for ranking in rankings]


def cosine_scores(needs: Sequence[Need], catalogue: Catalogue, name: str) -> FloatArray:
    """The encoder as it comes: cosine of need and passage, the best passage of a solution counts."""
    encoder = next(one for one in encoders().available if one.name == name)
    near = encoder.queries([need.text for need in needs]) @ catalogue.vectors.by_encoder[name].T
    return best_of(near.astype(np.float64), catalogue)


def bm25_scores(needs: Sequence[Need], catalogue: Catalogue) -> FloatArray:
    """Words of the need against words of each passage, whatever the languages."""
    index = WordIndex([search_words(passage.text, passage.language) for passage in catalogue.passages])
    return best_of(np.array([index.scores(search_words(need.text, need.language)) for need in needs]), catalogue)


def best_of(near: FloatArray, catalogue: Catalogue) -> FloatArray:
    """(needs, passages) to (needs, solutions) by maximum."""
    place = {solution: number for number, solution in enumerate(catalogue.solutions)}
    scores = np.full((near.shape[0], len(place)), -np.inf)
    for column, passage in enumerate(catalogue.passages):
        number = place[passage.solution]
        scores[:, number] = np.maximum(scores[:, number], near[:, column])
    return scores


def ordered(scores: FloatArray, solutions: Sequence[str]) -> list[list[str]]:
    """The ten best of each need."""
    return [[solutions[column] for column in np.argsort(-row, kind="stable")[:10]] for row in scores]


def baselines(needs: Sequence[Need], catalogue: Catalogue) -> dict[str, list[list[str]]]:
    """What ours is compared with."""
    scores = {name: cosine_scores(needs, catalogue, name) for name in ("e5", "use")} | {"BM25": bm25_scores(needs, catalogue)}
    everyone = np.ones(len(needs))
    trained = np.array([0.0 if need.language in {"vi", "mn"} else 1.0 for need in needs])
    mixed = {
        "RRF of e5 and USE (USE where trained)": fused(
            [Ranker("e5", scores["e5"], everyone), Ranker("use", scores["use"], trained)]
        ),
        "RRF of e5, USE and BM25, equal": fused([Ranker(name, one, everyone) for name, one in scores.items()]),
    }
    named = {"BM25 alone": scores["BM25"], "USE alone": scores["use"], "e5 alone": scores["e5"]} | mixed
    return {name: ordered(one, catalogue.solutions) for name, one in named.items()}


def letters(needs: Sequence[Need]) -> list[Need]:
    """The same needs, each inside a letter of greetings and memories, in the six languages for which a frame is written."""
    frames = yaml.safe_load((HERE / "letter-frames.yaml").read_text(encoding="utf-8"))
    return [
        Need(
            need.id, f"{frames[need.language]['before']} {need.text} {frames[need.language]['after']}", need.language, need.gold
        )
        for need in needs
        if need.language in frames
    ]


def report(every: Sequence[Need], catalogue: Catalogue, tell: Callable[[str], None] = print) -> None:
    """All tables."""
    needs = [need for need in every if need.gold]
    gold, languages = [need.gold for need in needs], [need.language for need in needs]
    tell("| ranking | needs | recall@1 | recall@5 | MRR |\n|---|---|---|---|---|")
    for name, rankings in baselines(needs, catalogue).items():
        tell(f"| {name} | {quality(rankings, gold).cells()} |")
    plain, _ = ours(needs, catalogue, thesaurus=False)
    tell(f"| ours without the thesaurus | {quality(plain, gold).cells()} |")
    full, _ = ours(needs, catalogue)
    tell(f"| **ours** | {quality(full, gold).cells()} |")
    tell("\n| language | needs | recall@1 | recall@5 | MRR | MRR without the thesaurus |\n|---|---|---|---|---|---|")
    without = by_language(plain, gold, languages)
    for language, one in by_language(full, gold, languages).items():
        tell(f"| {language} | {one.cells()} | {without[language].mrr:.3f} |")
    long = letters(needs)
    in_letters, _ = ours(long, catalogue)
    tell(f"\nInside a long letter (six languages): {quality(in_letters, [need.gold for need in long]).cells()}")
    alone = baselines(long, catalogue)["e5 alone"]
    tell(f"The same with e5 alone: {quality(alone, [need.gold for need in long]).cells()}")
    _, weak = ours(every, catalogue)
    called = {
        kind: sum(flag for flag, need in zip(weak, every, strict=True) if bool(need.gold) is kind) for kind in (True, False)
    }
    missing = sum(not need.gold for need in every)
    tell(
        f"\nCalled weak: {called[False]} of {missing} needs that nothing answers, {called[True]} of {len(needs)} that something answers."
    )
    wrong = [need.id for need in every if identify(need.text).language != need.language]
    tell(f"Language identified wrongly: {len(wrong)} of {len(every)}{' (' + ', '.join(wrong) + ')' if wrong else ''}.")


def main() -> None:
    """Reads the arguments and prints the report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=("dev", "held-out"), default="dev")
    parser.add_argument("--needs", type=Path, help="your own needs instead, with id, text, lang and gold")
    parser.add_argument("--catalogue", type=Path, default=HERE / "catalogue.jsonl")
    chosen = parser.parse_args()
    report(needs_of(chosen.needs or HERE / f"needs-{chosen.half}.jsonl"), catalogue_of(chosen.catalogue))


if __name__ == "__main__":
    main()
