"""Words of a text for lexical search: Korean by morphology and by Hangul bigrams, others by word."""

import re
import unicodedata
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from kiwipiepy import Kiwi

READ_CHARACTERS: Final = 20_000

_CONTENT_TAGS: Final = ("NN", "NR", "SL", "SN", "XR", "VV", "VA", "SH")
"""Nouns, numbers, foreign words, roots and the stems of verbs: particles and endings say nothing about the subject."""

_WORD: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_HANGUL: Final = re.compile(r"[가-힣]+")


@lru_cache(maxsize=1)
def programme_words() -> tuple[str, ...]:
    """The user dictionary that ships: words such as 유수율 that the analyser does not know."""
    text = files("seoulution.language").joinpath("data", "terms-ko.txt").read_text(encoding="utf-8")
    return tuple(line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#"))


@lru_cache(maxsize=1)
def _kiwi() -> "Kiwi":
    from kiwipiepy import Kiwi  # three seconds to load: only when Korean text is met

    analyser = Kiwi(num_workers=1)
    for word in programme_words():
        analyser.add_user_word(word, "NNP", 5.0)
    return analyser


def tokens(text: str, language: str) -> list[str]:
    """The content words of `text`, folded in case; Korean ones as morphemes with their dictionary stems."""
    text = unicodedata.normalize("NFKC", text[:READ_CHARACTERS])
    if language != "ko":
        return [word.casefold() for word in _WORD.findall(text)]
    return [token.form.casefold() for token in _kiwi().tokenize(text) if token.tag.startswith(_CONTENT_TAGS)]


def bigrams(text: str) -> list[str]:
    """Every two neighbouring Hangul syllables: finds 누수 inside 누수율 and what the analyser cuts wrongly."""
    text = unicodedata.normalize("NFKC", text[:READ_CHARACTERS])
    return [run[place : place + 2] for run in _HANGUL.findall(text) for place in range(max(1, len(run) - 1))]


def search_words(text: str, language: str) -> tuple[str, ...]:
    """What ranking by shared words reads: Hangul bigrams and foreign words for Korean, words for the others.

    Bigrams cost nothing and measured as well as morphemes; those serve the search box, where a reader sees the words.
    """
    words = [word.casefold() for word in _WORD.findall(unicodedata.normalize("NFKC", text[:READ_CHARACTERS]))]
    if language != "ko":
        return tuple(words)
    return (*bigrams(text), *(word for word in words if not _HANGUL.search(word)))
