"""What changed between two texts, word by word, for people who review or read back."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Final

_TOKEN: Final = re.compile(r"\[[^\[\]\n]*\]\(claim:[^)\s]*\)|\s+|[^\s\w]|\w+(?:[.,]\d+)*")
"""A reference to a claim is one word: it stays whole whatever changes around it."""


class Change(StrEnum):
    """What became of a run of words."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Run:
    """Words that share one fate."""

    change: Change
    text: str


def word_differences(before: str, after: str) -> tuple[Run, ...]:
    """The two texts as one: what stayed, what was taken out, what came in; joined again they give either text."""
    return tuple(_joined(_runs(_TOKEN.findall(before), _TOKEN.findall(after))))


def _runs(old: list[str], new: list[str]) -> Iterator[Run]:
    for what, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            yield Run(Change.SAME, "".join(old[i1:i2]))
            continue
        if i2 > i1:
            yield Run(Change.REMOVED, "".join(old[i1:i2]))
        if j2 > j1:
            yield Run(Change.ADDED, "".join(new[j1:j2]))


def _joined(runs: Iterator[Run]) -> Iterator[Run]:
    """A lone blank between two changes is no anchor: it joins them, so that a changed phrase reads as one."""
    kept = list(runs)
    removed = added = ""
    for place, run in enumerate(kept):
        between = run.change is Change.SAME and not run.text.strip() and 0 < place < len(kept) - 1
        if run.change is Change.REMOVED or between:
            removed += run.text
        if run.change is Change.ADDED or between:
            added += run.text
        if run.change is Change.SAME and not between:
            yield from _flushed(removed, added)
            removed = added = ""
            yield run
    yield from _flushed(removed, added)


def _flushed(removed: str, added: str) -> Iterator[Run]:
    if removed:
        yield Run(Change.REMOVED, removed)
    if added:
        yield Run(Change.ADDED, added)
