"""A text made shorter without ever cutting a sentence: for papers with room for less than was written."""

import re
import unicodedata
from typing import Final

from seoulution.engine.catalogue.references import references

_END: Final = re.compile(r"(?P<word>[^\s.!?。]*)[.!?。！？؟…]+[\"'”’»)\]]*(?=\s+(?P<next>\S))")
_SHORT: Final = frozenset({"no", "nos", "vol", "fig", "approx", "st", "dr", "mr", "mrs", "ms", "cf", "vs", "art", "núm"})
"""Words whose full stop ends no sentence; nor does that of a single letter."""


def whole_sentences(text: str, most: int) -> tuple[str, bool]:
    """The first sentences that have room, at least one, and whether something was left out.

    most : room in letters; a letter of Korean, Chinese or Japanese takes two. Of a reference to a claim only its words count.
    """
    seen = _seen(text)
    if breadth(seen) <= most:
        return text, False
    ends = [found.end() for found in _END.finditer(seen) if _ends(found)]
    fitting = [end for end in ends if breadth(seen[:end]) <= most]
    cut = fitting[-1] if fitting else ends[0] if ends else len(text)
    return text[:cut].rstrip(), cut < len(text)


def breadth(text: str) -> int:
    """How much room a text takes, in Latin letters."""
    return sum(_breadth(letter) for letter in text)


def _breadth(letter: str) -> int:
    if letter == "\0" or unicodedata.combining(letter):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def _ends(found: re.Match[str]) -> bool:
    """A new sentence begins with no small letter, and not after an abbreviation or an initial."""
    word = found["word"].strip("([“\"'").lower()
    return not found["next"].islower() and word not in _SHORT and not (len(word) == 1 and word.isalpha() and word.isascii())


def _seen(text: str) -> str:
    """The text with the marks of references blotted out, letter for letter, so that places stay the same."""
    letters = list(text)
    for found in references(text):
        words = range(found.start + 1, found.start + 1 + len(found.words))
        for place in range(found.start, found.end):
            if place not in words:
                letters[place] = "\0"
            elif letters[place] in ".!?":
                letters[place] = "0"
    return "".join(letters)
