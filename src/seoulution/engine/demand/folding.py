"""Spellings that differ only by habit are read as one, character for character, so that offsets stay true."""

import unicodedata
from functools import lru_cache
from typing import Final

_HABITS: Final = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ة": "ه", "ё": "е", "Ё": "Е", "’": "'", "ʼ": "'"})

_ACCENTS_OPTIONAL: Final = frozenset({"en", "es", "fr", "pt", "id"})
"""Vietnamese is not here: without its marks it is another word."""


@lru_cache(maxsize=4096)
def _bare(character: str) -> str:
    base = unicodedata.normalize("NFD", character)[0]
    return base if base.isascii() else character


def folded(text: str, language: str) -> str:
    """`text` with habits of spelling levelled; always as long as `text`."""
    text = text.translate(_HABITS)
    if language in _ACCENTS_OPTIONAL and not text.isascii():
        text = "".join(character if character.isascii() else _bare(character) for character in text)
    return text
