"""Text cleaned once, on entry: what no database, file format or reader can hold never gets in.

python-docx raises on a vertical tab, python-hwpx drops it silently, PostgreSQL refuses NUL, all refuse lone surrogates; a
direction override can make a file name or an amount read backwards.
"""

import re
import unicodedata
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any, Final

from seoulution.engine.dossier.document import Document

MAX_COMBINING_RUN: Final = 30
"""Combining marks kept after one letter: Unicode's Stream-Safe Text Format (UAX #15, section 13)."""

_LINE_ENDS: Final = re.compile("\r\n|[\r\x85\u2028\u2029]")
_FORBIDDEN: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters but for tab and new line
    "\u202a-\u202e\u2066-\u2069"  # direction embeddings, overrides and isolates
    "\ufeff\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff"  # byte order mark, annotation marks, non-characters
    "\ud800-\udfff]"  # lone surrogates
)
_PLANE_ENDS: Final = re.compile("[" + "".join(f"{chr(p << 16 | 0xFFFE)}{chr(p << 16 | 0xFFFF)}" for p in range(1, 17)) + "]")


def clean_text(value: str) -> str:
    """`value` as we keep it: NFC, `\\n` line ends, no control characters, overrides, surrogates or towers of marks."""
    if value.isascii() and value.isprintable():
        return value
    value = _FORBIDDEN.sub("", _LINE_ENDS.sub("\n", value))
    # Before normalising: the standard library's reordering of marks takes quadratic time in the length of a run.
    value = _PLANE_ENDS.sub("", _without_towers(value))
    return unicodedata.normalize("NFC", value)


def clean_document(document: Document) -> Document:
    """The same document with every text in it cleaned, so that no renderer meets what its format cannot hold."""
    cleaned = _cleaned(document)
    assert isinstance(cleaned, Document)
    return cleaned


def _cleaned(part: Any) -> Any:
    if isinstance(part, str):
        return part if isinstance(part, Enum) else clean_text(part)
    if isinstance(part, tuple):
        return tuple(_cleaned(item) for item in part)
    if is_dataclass(part) and not isinstance(part, type):
        return replace(part, **{field.name: _cleaned(getattr(part, field.name)) for field in fields(part)})
    return part


def _without_towers(value: str) -> str:
    if not any(unicodedata.combining(character) for character in value):
        return value
    kept: list[str] = []
    run = 0
    for character in value:
        run = run + 1 if unicodedata.combining(character) else 0
        if run <= MAX_COMBINING_RUN:
            kept.append(character)
    return "".join(kept)
