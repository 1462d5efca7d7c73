"""Words found in a text by their beginnings: what the wording guard and the look for praise share."""

import re
from collections.abc import Iterable, Iterator


def places_of(text: str, language: str, stems: Iterable[str], unless: Iterable[str] = ()) -> Iterator[re.Match[str]]:
    """Each place where one of `stems` stands, outside the innocent phrases `unless`.

    stems : beginnings of a word (`*` for any ending); Korean and Thai ones are found anywhere
    """
    innocent = [match.span() for phrase in unless for match in _pattern(phrase, language).finditer(text)]
    for stem in stems:
        for match in _pattern(stem, language).finditer(text):
            if not any(start <= match.start() and match.end() <= end for start, end in innocent):
                yield match


def _pattern(stem: str, language: str) -> re.Pattern[str]:
    body = re.escape(stem).replace(r"\*", r"\w*").replace(r"\ ", r"\s+")
    if language in {"ko", "th"}:
        return re.compile(body)
    return re.compile(rf"(?<!\w){body}(?!\w)", re.IGNORECASE)
