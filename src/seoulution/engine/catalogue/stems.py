"""Words found in a text by their beginnings: what the wording guard and the look for praise share."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache


def places_of(text: str, language: str, stems: Iterable[str], unless: Iterable[str] = ()) -> Iterator[re.Match[str]]:
    """Each place where one of `stems` stands, outside the innocent phrases `unless`.

    stems : beginnings of a word (`*` for any ending); Korean and Thai ones are found anywhere
    """
    found = [match for stem in stems for match in _pattern(stem, language).finditer(text)]
    innocent = [match.span() for phrase in unless for match in _pattern(phrase, language).finditer(text)] if found else []
    for match in found:
        if not any(start <= match.start() and match.end() <= end for start, end in innocent):
            yield match


@lru_cache(maxsize=4096)
def _pattern(stem: str, language: str) -> re.Pattern[str]:
    body = re.escape(stem).replace(r"\*", r"\w*").replace(r"\ ", r"\s+")
    if language in {"ko", "th"}:
        return re.compile(body)
    return re.compile(rf"(?<!\w){body}(?!\w)", re.IGNORECASE)
