"""Hangul as the keys that write it (두벌식, the standard keyboard), and back.

One sequence of keys serves three ends: a slip of one letter is one key apart, a syllable half typed is the beginning of the
whole one, and a word typed with the other keyboard switched on is that sequence itself: `dbtndbf` is 유수율.
"""

import unicodedata
from typing import Final

_FIRST: Final = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_MIDDLE: Final = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_LAST: Final = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
"""Letters in the order in which Unicode makes syllables of them."""

_KEYS: Final = dict(
    zip(
        "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡㅃㅉㄸㄲㅆㅒㅖ",
        "qwertyuiopasdfghjklzxcvbnmQWERTOP",
        strict=True,
    )
) | dict(
    zip(
        "ㅘㅙㅚㅝㅞㅟㅢㄳㄵㄶㄺㄻㄼㄽㄾㄿㅀㅄ",
        ("hk", "ho", "hl", "nj", "np", "nl", "ml", "rt", "sw", "sg", "fr", "fa", "fq", "ft", "fx", "fv", "fg", "qt"),
        strict=True,
    )
)
_LETTERS: Final = {keys: letter for letter, keys in _KEYS.items()} | {
    key.upper(): letter for letter, key in _KEYS.items() if len(key) == 1 and key not in "qwertop" and key.islower()
}
"""Shift makes another letter of seven keys; of the others it makes none."""

_FIRST_SYLLABLE: Final = 0xAC00


def keystrokes(text: str) -> str:
    """The keys that write the Hangul in `text`; whatever else it holds stays."""
    keys = []
    for character in unicodedata.normalize("NFC", text):
        place = ord(character) - _FIRST_SYLLABLE
        if 0 <= place < 11_172:
            parts = _FIRST[place // 588], _MIDDLE[place % 588 // 28], _LAST[place % 28]
            keys.append("".join(_KEYS.get(part, "") for part in parts))
        else:
            keys.append(_KEYS.get(character, character))
    return "".join(keys)


def hangul(keys: str) -> str | None:
    """What the keys write on a Korean keyboard; None unless it is whole syllables throughout."""
    letters = [_LETTERS.get(key, "") for key in keys]
    if not all(letters):
        return None
    made: list[str] = []
    place = 0
    while place < len(letters):
        first, place = letters[place], place + 1
        if first not in _FIRST:
            return None
        middle, place = _joined(keys, place, _MIDDLE)
        if middle is None:
            return None
        last, after = _joined(keys, place, _LAST)
        if last is not None and after < len(letters) and letters[after] in _MIDDLE:  # it begins the next syllable
            last, after = _joined(keys[: place + 1], place, _LAST) if after - place == 2 else (None, place)
        place = after if last is not None else place
        made.append(_syllable(first, middle, last))
    return "".join(made) or None


def _joined(keys: str, place: int, of: str) -> tuple[str | None, int]:
    """The letter of `of` that begins at `place`: two keys together where they make one, else one."""
    for length in (2, 1):
        letter = _LETTERS.get(keys[place : place + length])
        if letter is not None and letter in of and len(keys[place : place + length]) == length:
            return letter, place + length
    return None, place


def _syllable(first: str, middle: str, last: str | None) -> str:
    number = (_FIRST.index(first) * 21 + _MIDDLE.index(middle)) * 28 + (_LAST.index(last) if last else 0)
    return chr(_FIRST_SYLLABLE + number)
