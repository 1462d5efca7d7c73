"""Finding a place by its code or any of its names, in any spelling, and suggesting near misses."""

import difflib
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

UNDECOMPOSED: Final = str.maketrans(
    {"đ": "d", "ð": "d", "ł": "l", "ø": "o", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss", "ħ": "h"}
)
"""Letters that Unicode does not split into a plain letter and a mark."""

SUFFIXES: Final = ("특별시", "광역시", "직할시", "시", "city", "metropolitancity", "municipality")
"""Words a writer may add to a name; they are dropped only when the name with them is not known."""

LIKENESS: Final = 0.6
"""Below this share of common letters (difflib's ratio) a name is no near miss."""

MOST_SUGGESTIONS: Final = 5


@dataclass(frozen=True, slots=True)
class Named:
    """A place and every name it goes by, the one to show first."""

    code: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """Exactly one place goes by that name."""

    code: str


@dataclass(frozen=True, slots=True)
class Suggestions:
    """No place, or several, go by that name: the codes that may be meant, best first.

    ambiguous : the name itself belongs to each of them; otherwise they are only near misses (or none at all)
    """

    query: str
    codes: tuple[str, ...]
    ambiguous: bool = False


def plain(name: str) -> str:
    """A name without case, marks, spaces and punctuation: `Đà Nẵng` and `da-nang` become `danang`."""
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).casefold().translate(UNDECOMPOSED))
    unmarked = "".join(sign for sign in folded if not unicodedata.combining(sign))
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFC", unmarked))


class NameIndex:
    """All names of all places, made plain once."""

    def __init__(self, places: Iterable[Named]) -> None:
        self._codes: dict[str, list[str]] = {}
        self._by_code: dict[str, str] = {}
        for place in places:
            self._by_code[plain(place.code)] = place.code
            for name in (place.code, *place.names):
                key = plain(name)
                if key and place.code not in self._codes.setdefault(key, []):
                    self._codes[key].append(place.code)

    def find(self, query: str) -> Found | Suggestions:
        """The place that goes by that code or name; a code wins over another place's name."""
        key = plain(query)
        for spelling in (key, *(key.removesuffix(suffix) for suffix in SUFFIXES if key.endswith(suffix))):
            if spelling in self._by_code:
                return Found(self._by_code[spelling])
            codes = self._codes.get(spelling, [])
            if len(codes) == 1:
                return Found(codes[0])
            if codes:
                return Suggestions(query, tuple(codes), ambiguous=True)
        return Suggestions(query, self._near(key))

    def _near(self, key: str) -> tuple[str, ...]:
        """Names that begin with what was written, then names that look like it."""
        if not key:
            return ()
        begun = sorted(
            name for name in self._codes if len(key) > 1 and (name.startswith(key) or (len(name) > 2 and key.startswith(name)))
        )
        spelt = {unicodedata.normalize("NFD", name): name for name in self._codes}
        alike = difflib.get_close_matches(unicodedata.normalize("NFD", key), spelt, n=MOST_SUGGESTIONS, cutoff=LIKENESS)
        codes = [code for name in (*(spelt[letters] for letters in alike), *begun) for code in self._codes[name]]
        return tuple(dict.fromkeys(codes))[:MOST_SUGGESTIONS]


def find(query: str, places: Iterable[Named]) -> Found | Suggestions:
    """One search without keeping an index."""
    return NameIndex(places).find(query)
