"""How words are compared when somebody may have slipped: in which form, how many slips apart, and how many are forgiven."""

import re
import unicodedata
from typing import Final

from seoulution.language.keyboard import keystrokes

_WORDS: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_HANGUL: Final = re.compile(r"[가-힣ㄱ-ㅣ]")
_LATIN: Final = re.compile(r"[a-z]+")
_STROKES: Final = str.maketrans({"đ": "d", "ł": "l", "ø": "o", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe"})
"""Letters whose stroke is no mark that Unicode takes off."""

PARTICLES: Final = [
    "은",
    "는",
    "이",
    "가",
    "을",
    "를",
    "에",
    "의",
    "로",
    "와",
    "과",
    "도",
    "만",
    "에서",
    "에게",
    "으로",
    "까지",
    "부터",
    "이나",
    "마다",
    "보다",
    "처럼",
    "하고",
    "이고",
    "이며",
    "에는",
    "에도",
    "으로는",
    "에서는",
]
"""What a Korean noun carries behind it; taken off before it is looked for."""

_ENDINGS: Final = frozenset(
    [
        "s",
        "es",
        "d",
        "ed",
        "ing",
        "r",
        "er",
        "n",
        "nes",
        "ons",
        "e",
        "x",
        "a",
        "o",
        "as",
        "os",
        "an",
        "kan",
        "nya",
        "ment",
        "al",
        "y",
        "ly",
    ]
)
"""What words of our Latin-script languages carry behind a stem: two words apart by it alone are one word."""


def words_of(text: str) -> list[str]:
    """The words as they stand, without figures and marks."""
    return _WORDS.findall(text)


def is_hangul(word: str) -> bool:
    return bool(_HANGUL.search(word))


def is_latin(word: str) -> bool:
    """All its letters are Latin, marks aside."""
    return not is_hangul(word) and bool(_LATIN.fullmatch(form_of(word).replace("'", "").replace("-", "")))


def form_of(text: str) -> str:
    """How a text is compared: Hangul as keys, Latin letters bare and small, other scripts small."""
    if is_hangul(text):
        return keystrokes(text)
    small = unicodedata.normalize("NFKD", text.casefold()).translate(_STROKES)
    return "".join(character for character in small if not unicodedata.combining(character)).replace("’", "'")


def slips_between(one: str, other: str, most: int) -> int:
    """Letters left out, added, exchanged or swapped with their neighbour between two forms; `most` + 1 when more.

    Source: optimal string alignment, after Damerau (1964), "A technique for computer detection and correction of spelling errors".
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    before, row = list[int](), list(range(len(other) + 1))
    for place, letter in enumerate(one, 1):
        last, before, row = before, row, [place]
        for column, facing in enumerate(other, 1):
            cost = min(before[column] + 1, row[-1] + 1, before[column - 1] + (letter != facing))
            if place > 1 and column > 1 and letter == other[column - 2] and one[place - 2] == facing:
                cost = min(cost, last[column - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)


def forgiven(word: str) -> int:
    """How many slips are mended without asking: none in short words, where another word is as near."""
    length = len(form_of(word))
    if is_hangul(word):
        return 0 if length < 7 else 1 if length < 12 else 2
    return 0 if length < 5 else 1 if length < 8 else 2


def same_stem(one: str, other: str) -> bool:
    """Two forms that differ by an ending alone are one word, bent."""
    short, long = sorted((one, other), key=len)
    return long.startswith(short) and (long == short or long[len(short) :] in _ENDINGS)


def without_particle(word: str) -> list[tuple[str, str]]:
    """A Korean word as (stem, particle) in every way it may be cut, the whole word first."""
    return [(word, "")] + [(word[: -len(end)], end) for end in PARTICLES if word.endswith(end) and len(word) > len(end) + 1]
