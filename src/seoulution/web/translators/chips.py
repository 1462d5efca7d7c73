"""References to claims as a translator puts them into the text: the words of the English, numbers as the language writes them."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from babel.numbers import format_decimal

from seoulution.engine.catalogue.references import references
from seoulution.engine.vocabulary import Language

_NUMBER: Final = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+")
_AS_ENGLISH: Final = frozenset({Language.TH, Language.MN, Language.AR})
"""Languages whose numbers stand as the English has them: the same marks, or digits that readers of both kinds know."""


@dataclass(frozen=True, slots=True)
class Chip:
    """`insert` goes into the text; `shown` is what a reader will see."""

    claim: str
    shown: str
    insert: str


def chips_of(source: str, language: Language) -> tuple[Chip, ...]:
    """One for each reference of the English, in order."""
    found = []
    for reference in references(source):
        words = _NUMBER.sub(lambda number: _written(number[0], language), reference.words)
        found.append(Chip(reference.claim, words or reference.claim, f"[{words}](claim:{reference.claim})"))
    return tuple(found)


def _written(number: str, language: Language) -> str:
    """A year has no marks, so it is never touched."""
    if language in _AS_ENGLISH:
        return number
    return str(format_decimal(Decimal(number.replace(",", "")), locale=language.value, decimal_quantization=False))
