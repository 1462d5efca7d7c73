"""Catalogue and needs as lines of JSON: what can be read is kept, what cannot is named with its line."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

MOST_CHARACTERS: Final = 2_000_000
"""A longer line is refused: no solution or letter is, and memory must stay bounded."""


@dataclass(frozen=True, slots=True)
class LineProblem:
    """A line that was skipped: file name, line number from 1, and why."""

    file: str
    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class CatalogueLine:
    """A solution: title and text by language; at least one language has at least one of them."""

    id: str
    texts: Mapping[str, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class NeedLine:
    """A need in a city's words; `lang` when the writer declared it."""

    id: str
    text: str
    lang: str | None = None


def catalogue_lines(path: Path) -> Iterator[CatalogueLine | LineProblem]:
    """Every solution of the file, or the problem of its line; a repeated id is a problem of the later line."""
    seen: set[str] = set()
    for number, row in _rows(path):
        if isinstance(row, str):
            yield LineProblem(path.name, number, row)
            continue
        code = _code(row)
        texts = {key: (_text(part, "title"), _text(part, "text")) for key, part in row.items() if isinstance(part, dict)}
        texts = {key: pair for key, pair in texts.items() if any(pair)}
        if code is None or code in seen or not texts:
            reason = (
                "no id"
                if code is None
                else "no title or text in any language"
                if not texts
                else f"the id {code!r} is there already"
            )
            yield LineProblem(path.name, number, reason)
            continue
        seen.add(code)
        yield CatalogueLine(code, texts)


def need_lines(path: Path) -> Iterator[NeedLine | LineProblem]:
    """Every need of the file, or the problem of its line. An empty text is a need: the answer is that there is no match."""
    for number, row in _rows(path):
        if isinstance(row, str):
            yield LineProblem(path.name, number, row)
            continue
        code, text, lang = _code(row), row.get("text"), row.get("lang")
        if code is None or not isinstance(text, str):
            yield LineProblem(path.name, number, "no id" if code is None else "no text")
            continue
        clean = text.encode("utf-8", "replace").decode("utf-8")
        yield NeedLine(code, clean, lang if isinstance(lang, str) and lang else None)


def _rows(path: Path) -> Iterable[tuple[int, dict[str, object] | str]]:
    """Line number with the object on that line, or with the reason why there is none; empty lines are nothing."""
    with path.open("rb") as stream:
        for number, raw in enumerate(stream, start=1):
            if raw.strip():
                yield number, _row(raw)


def _row(raw: bytes) -> dict[str, object] | str:
    if len(raw) > 4 * MOST_CHARACTERS:
        return f"longer than {MOST_CHARACTERS} characters"
    try:
        row = json.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return "not UTF-8"
    except (ValueError, RecursionError) as problem:
        return f"not JSON ({problem})"
    return row if isinstance(row, dict) else "not an object"


def _code(row: Mapping[str, object]) -> str | None:
    code = row.get("id")
    if isinstance(code, int) and not isinstance(code, bool):
        return str(code)
    return code if isinstance(code, str) and code.strip() else None


def _text(part: Mapping[str, object], key: str) -> str:
    """Lone surrogates, which JSON can carry and no encoder can read, become question marks."""
    value = part.get(key)
    return value.encode("utf-8", "replace").decode("utf-8").strip() if isinstance(value, str) else ""
