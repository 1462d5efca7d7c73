"""The words by which a need is recognised, and how each language bends them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from seoulution.engine.demand.folding import folded
from seoulution.engine.vocabulary import Sector

_UNSPACED: Final = frozenset({"ko", "th", "lo", "km", "my", "zh", "ja"})
"""Languages whose words carry endings or no spaces: a term is found anywhere in the text."""

_OPEN_SYLLABLES: Final = range(ord("가"), ord("힣") + 1, 28)
"""Hangul syllables without a final consonant; the 27 that follow each are the same one with a final consonant."""

_PLURAL_S: Final = frozenset({"en", "es", "fr", "pt"})

_ARABIC_CLITICS: Final = "(?:[وف]?(?:[بكل]?ال|لل|[بكل])?)"

_INDONESIAN_AFFIXES: Final = "(?:nya|an|kan)?"


@dataclass(frozen=True, slots=True)
class TermEntry:
    """One term of one language for one concept; `*` in the term stands for any ending.

    sector : None for subjects outside the nine sectors, which are named so that they are not misread
    """

    concept: str
    sector: Sector | None
    language: str
    term: str


@dataclass(frozen=True, slots=True)
class TermPattern:
    """A term made ready to be found. `shared` counts the concepts that use it: more means it says less.

    clue : small letters without which the pattern can't be there; looking for them first is ten times quicker
    """

    entry: TermEntry
    pattern: re.Pattern[str]
    words: int
    shared: int
    clue: str = ""


def pattern_of(entry: TermEntry) -> re.Pattern[str]:
    """How the term may stand in a folded text: endings, clitics, plural, up to two words in between."""
    words = folded(entry.term, entry.language).split()
    if entry.language in _UNSPACED:
        return re.compile(r"\s*".join(_ended(word) for word in words), re.IGNORECASE)
    bent = [_bent(word, entry.language) for word in words]
    between = r"(?:[^\w.!?]+\w+){0,2}[^\w.!?]+"
    return re.compile(rf"(?<!\w){between.join(bent)}(?!\w)", re.IGNORECASE)


def clue_of(entry: TermEntry) -> str:
    """The longest word of the term as far as every bend of it keeps it."""
    bodies = [word.replace("*", "").lower() for word in folded(entry.term, entry.language).split()]
    if entry.language in _UNSPACED:
        bodies = [body[:-1] if body and ord(body[-1]) in _OPEN_SYLLABLES else body for body in bodies]
    return max(bodies, key=len, default="")


def _ended(word: str) -> str:
    """A Korean stem on an open syllable takes its ending into it: with `*`, 새 also finds 샌다 and 샙니다."""
    body = word.replace("*", "")
    if word.endswith("*") and body and ord(body[-1]) in _OPEN_SYLLABLES:
        return f"{re.escape(body[:-1])}[{body[-1]}-{chr(ord(body[-1]) + 27)}]"
    return re.escape(body)


def _bent(word: str, language: str) -> str:
    body = re.escape(word).replace(r"\*", r"\w*")
    if language == "ar":
        return _ARABIC_CLITICS + body
    if word.endswith("*"):
        return body
    if language in _PLURAL_S:
        return body + "(?:e?s)?"
    return body + _INDONESIAN_AFFIXES if language == "id" else body


class Vocabulary:
    """All terms, ready by language. Built once and shared: it never changes."""

    def __init__(self, entries: Iterable[TermEntry]) -> None:
        by_term: dict[tuple[str, str], set[str]] = {}
        kept = tuple(entries)
        for entry in kept:
            by_term.setdefault((entry.language, entry.term.casefold()), set()).add(entry.concept)
        ready: dict[str, list[TermPattern]] = {}
        for entry in kept:
            shared = len(by_term[entry.language, entry.term.casefold()])
            words = len(entry.term.split())
            ready.setdefault(entry.language, []).append(TermPattern(entry, pattern_of(entry), words, shared, clue_of(entry)))
        self._ready: Mapping[str, tuple[TermPattern, ...]] = {code: tuple(rows) for code, rows in ready.items()}
        self.entries = kept

    def terms_for(self, language: str) -> tuple[TermPattern, ...]:
        """The terms of `language`; a text in a script other than Latin may also use English ones."""
        own = self._ready.get(language, ())
        if language in _ENGLISH_LOANS:
            return own + self._ready.get("en", ())
        return own

    @property
    def languages(self) -> frozenset[str]:
        """Languages in which at least one need can be recognised."""
        return frozenset(self._ready)


_ENGLISH_LOANS: Final = frozenset({"ko", "th", "ru", "mn", "ar", "zh", "ja", "und"})
"""In a Latin script the English terms would be found in unrelated words (Spanish `renta` is not `rent`)."""
