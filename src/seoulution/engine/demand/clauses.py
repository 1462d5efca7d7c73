"""Where one statement of a text ends and the next begins, by the marks of its script."""

import re
from collections.abc import Iterator
from typing import Final

_ENDS: Final = re.compile(r"[.!?؟…](?=[\s\"'”’)\]]|$)|[。！？؛;।።။។]|\n+")
"""A full stop inside 94.5 or e-mail is no end: it needs a space, a closing mark or the end of the text behind it."""

_SPACED_CLAUSES: Final = frozenset({"th", "lo", "km", "my"})
"""Scripts that put a space between clauses, not between words."""


def clauses(text: str, language: str) -> Iterator[tuple[int, int]]:
    """The (start, end) of each clause of `text`, trimmed of white space, in order; empty ones are left out."""
    ends = [match.end() for match in _ENDS.finditer(text)]
    if language in _SPACED_CLAUSES:
        ends += [match.end() for match in re.finditer(r"\s+", text)]
    start = 0
    for end in [*sorted(set(ends)), len(text)]:
        piece = text[start:end]
        if piece.strip():
            left = start + len(piece) - len(piece.lstrip())
            yield left, start + len(piece.rstrip())
        start = end
