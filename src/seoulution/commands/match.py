"""`seoulution match`: a catalogue and needs from files, answers as lines of JSON; no database."""

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final, TextIO, TypeVar

from seoulution.commands.match_lines import CatalogueLine, LineProblem, NeedLine, catalogue_lines, need_lines
from seoulution.engine.matching.match import CLI_LIMIT, Ranking

_BATCH: Final = 32

T = TypeVar("T")


def register(words: Any) -> None:
    """Adds the word to the command line."""
    parser = words.add_parser("match", help="match needs to solutions, both from files of JSON lines")
    parser.add_argument(
        "--catalogue", type=Path, help='lines {"id", "ko": {"title", "text"}, "en": {…}}; without it, the shipped solutions'
    )
    parser.add_argument("--needs", type=Path, required=True, help='lines {"id", "text", "lang"?}')
    parser.add_argument("--json", action="store_true", help="one line of JSON per need; without it, a readable list")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Answers every readable need; 1 when a line could not be read (said on standard error), 2 when a file could not."""
    problems: list[LineProblem] = []
    try:
        catalogue = (
            shipped() if chosen.catalogue is None else _readable(catalogue_lines(chosen.catalogue), CatalogueLine, problems)
        )
        needs = _readable(need_lines(chosen.needs), NeedLine, problems)
    except OSError as refusal:
        print(f"seoulution match: {refusal.filename}: {refusal.strerror}; nothing was matched", file=sys.stderr)
        return 2
    for problem in problems:
        print(f"seoulution match: {problem.file}, line {problem.line}: {problem.reason}; the line was skipped", file=sys.stderr)
    answer(catalogue, needs, as_json=chosen.json, out=sys.stdout)
    return 1 if problems else 0


def answer(catalogue: Sequence[CatalogueLine], needs: Sequence[NeedLine], *, as_json: bool, out: TextIO) -> None:
    """Writes one answer per need, in their order, as soon as its batch is done."""
    from seoulution.language.identify import identify  # the encoders take seconds to load: not for --help
    from seoulution.language.matcher import Matcher
    from seoulution.language.passages import passages_of
    from seoulution.language.vectors import encoders

    for finding in encoders().findings:
        print(
            f"seoulution match: the encoder {finding.subject} is not installed; matching is weaker without it", file=sys.stderr
        )
    passages = [
        passage
        for line in catalogue
        for language, (title, text) in line.texts.items()
        for passage in passages_of(line.id, language, title, text)
    ]
    matcher = Matcher(passages)
    for start in range(0, len(needs), _BATCH):
        batch = needs[start : start + _BATCH]
        languages = [identify(need.text, need.lang).language for need in batch]
        rankings = matcher.rankings([need.text for need in batch], languages, limit=CLI_LIMIT)
        for need, language, ranking in zip(batch, languages, rankings, strict=True):
            out.write(_line(need, language, ranking) if as_json else _list(need, language, ranking))
        out.flush()


def shipped() -> list[CatalogueLine]:
    """The solutions of the reference data: name, with result, symptoms and what was done; no database."""
    from seoulution.reference.load import reference
    from seoulution.reference.schema.catalogue import PolicySolution, SectionKey

    lines = []
    for record in reference().of(PolicySolution):
        parts = [
            record.result,
            *record.symptoms,
            *(record.sections[key] for key in (SectionKey.PROBLEM, SectionKey.ACTIONS) if key in record.sections),
        ]
        texts = {
            "ko": (record.name.ko, " ".join(part.ko for part in parts)),
            "en": (record.name.en, " ".join(part.en for part in parts)),
        }
        lines.append(CatalogueLine(record.code, texts))
    return lines


def _readable(lines: Iterable[T | LineProblem], kind: type[T], problems: list[LineProblem]) -> list[T]:
    kept: list[T] = []
    for line in lines:
        if isinstance(line, LineProblem):
            problems.append(line)
        elif isinstance(line, kind):
            kept.append(line)
    return kept


def _line(need: NeedLine, language: str, ranking: Ranking) -> str:
    matches = [{"solution": hit.solution, "score": hit.score} for hit in ranking.hits]
    return (
        json.dumps({"id": need.id, "language": language, "weak": ranking.weak, "matches": matches}, ensure_ascii=False) + "\n"
    )


def _list(need: NeedLine, language: str, ranking: Ranking) -> str:
    head = f"{need.id} ({language}){', weak: nothing in the catalogue is close' if ranking.weak else ''}\n"
    return head + "".join(f"  {place:2}. {hit.solution}\n" for place, hit in enumerate(ranking.hits, start=1))
