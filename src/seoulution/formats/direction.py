"""Left-to-right words in a paper that runs from right to left: without a mark, `10,421 cases/year.` reads `.cases/year 10,421`."""

import unicodedata
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any, Final

from seoulution.engine.dossier.document import Document, Figure, Quotation
from seoulution.formats.links import is_right_to_left

MARK: Final = "\u200e"
"""Left-to-right mark: no width, and kept by every format."""
_AS_THEY_ARE: Final = frozenset({"align", "key", "svg", "cite", "link", "address", "language", "identifier", "claims"})
"""Fields that no reader sees as running words."""


def with_marks(document: Document) -> Document:
    """The same document with a mark before and after each text that begins in Latin or another left-to-right script.

    Only for documents in a right-to-left language; any other is given back as it is.
    """
    if not is_right_to_left(document.language):
        return document
    marked = _marked(document)
    assert isinstance(marked, Document)
    return marked


def _marked(part: Any) -> Any:
    if isinstance(part, str):
        return part if isinstance(part, Enum) or not _begins_left_to_right(part) else _enclosed(part)
    if isinstance(part, tuple):
        return tuple(_marked(item) for item in part)
    if isinstance(part, Quotation):
        return part
    if is_dataclass(part) and not isinstance(part, type):
        kept = _AS_THEY_ARE | ({"alternative"} if isinstance(part, Figure) else set())
        changed = {each.name: _marked(getattr(part, each.name)) for each in fields(part) if each.name not in kept}
        return replace(part, **changed)
    return part


def _enclosed(text: str) -> str:
    """A blank at the end stays outside: within, it would stand on the far side of the words, not before the next run."""
    words = text.rstrip()
    return f"{MARK}{words}{MARK}{text[len(words) :]}"


def _begins_left_to_right(text: str) -> bool:
    for letter in text:
        direction = unicodedata.bidirectional(letter)
        if direction in ("L", "R", "AL"):
            return direction == "L"
    return False
