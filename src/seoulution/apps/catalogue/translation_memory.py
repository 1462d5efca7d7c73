"""The translation memory: what people wrote for the same or a similar English before, with who and when."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from django.contrib.postgres.search import TrigramSimilarity

from seoulution.apps.accounts.names import name_of
from seoulution.apps.catalogue.models import Translation
from seoulution.apps.catalogue.models.translations import TranslationOrigin
from seoulution.engine.vocabulary import Language

_LOOKED_AT: Final = 24
CLOSE: Final = 0.7
SIMILAR: Final = 0.45


class Likeness(StrEnum):
    """How near a remembered English is to the one at hand."""

    SAME = "same"
    CLOSE = "close"
    SIMILAR = "similar"


@dataclass(frozen=True, slots=True)
class Remembered:
    """A person's translation of `source`. `similarity` : share of three-letter runs that both texts have, in [0, 1]."""

    source: str
    text: str
    likeness: Likeness
    similarity: float
    solution: str
    path: str
    translator: str
    translated_at: datetime


def remembered(source: str, language: Language, *, but: Translation | None = None, limit: int = 5) -> tuple[Remembered, ...]:
    """Translations by people into `language`, nearest first; each text once. `but` : the row at hand, which is no memory of itself."""
    rows = (
        Translation.objects.filter(language=language.value, origin=TranslationOrigin.HUMAN, source_text__trigram_similar=source)
        .annotate(similarity=TrigramSimilarity("source_text", source))
        .filter(similarity__gte=SIMILAR)
        .select_related("translator", "solution")
        .defer("solution__data")
        .order_by("-similarity", "-translated_at")
    )
    if but is not None:
        rows = rows.exclude(pk=but.pk)
    found: dict[str, Remembered] = {}
    for row in rows[:_LOOKED_AT]:
        found.setdefault(row.text, _remembered(row, source, row.similarity))
    return tuple(found.values())[:limit]


def _remembered(row: Translation, source: str, similarity: float) -> Remembered:
    likeness = Likeness.CLOSE if similarity >= CLOSE else Likeness.SIMILAR
    who = name_of(row.translator)
    return Remembered(
        row.source_text,
        row.text,
        Likeness.SAME if row.source_text == source else likeness,
        similarity,
        row.solution.code,
        row.path,
        who,
        row.translated_at,
    )
