"""Words that a need and a text have in common, as a reader would point at them."""

import unicodedata
from collections.abc import Callable
from typing import Final

from seoulution.language.spelling import is_hangul, words_of
from seoulution.language.tokens import bigrams, search_words

_LEAST_LETTERS: Final = 4
_LEAST_SYLLABLES: Final = 2


def telling_words(need: str, text: str, language: str, is_common: Callable[[str, str], bool]) -> tuple[str, ...]:
    """Words of `need` that stand in `text`, each once and in their order; short ones and those in common use are left out.

    A Korean word is taken as far as the text has it: what follows are its endings.
    """
    held = set(search_words(text, language))
    level = unicodedata.normalize("NFKC", text)
    found: dict[str, str] = {}
    for word in words_of(unicodedata.normalize("NFKC", need)):
        shared = _beginning(word, level) if is_hangul(word) else word if word.casefold() in held else ""
        parts = bigrams(shared) if is_hangul(shared) else [shared.casefold()]
        long_enough = len(shared) >= (_LEAST_SYLLABLES if is_hangul(shared) else _LEAST_LETTERS)
        if long_enough and not any(is_common(part, language) for part in parts):
            found.setdefault(shared.casefold(), shared)
    return tuple(found.values())


def _beginning(word: str, text: str) -> str:
    """The longest beginning of `word` with which a word of `text` begins as well."""
    ends = range(len(word), _LEAST_SYLLABLES - 1, -1)
    return next((word[:end] for end in ends if f" {word[:end]}" in f" {text}"), "")
