"""A solution in a language beyond Korean and English: its record with the English replaced field by field, and what was not."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from seoulution.apps.catalogue.models import PolicySolution, Translation
from seoulution.apps.catalogue.models.translations import TranslationOrigin
from seoulution.engine.catalogue.references import plain, reference_findings
from seoulution.engine.vocabulary import Language
from seoulution.reference.schema import catalogue

SOURCE_LANGUAGES: Final = (Language.KO, Language.EN)
"""Records are written in both; every other language is translated from the English."""
TARGET_LANGUAGES: Final = tuple(language for language in Language if language not in SOURCE_LANGUAGES)


class TranslationState(StrEnum):
    """How a field stands in a language; exactly one holds."""

    HUMAN = "human"
    MACHINE = "machine"
    OUTDATED = "outdated"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class TranslatedField:
    """One text of a solution and its translation. `source` is today's English; `text` is empty where there is none."""

    path: str
    source: str
    text: str
    state: TranslationState
    row: Translation | None


@dataclass(frozen=True, slots=True)
class Translated:
    """A record for readers of `language`: `Words.en` holds that language where `fields` says so, English elsewhere."""

    record: catalogue.PolicySolution
    language: Language
    fields: tuple[TranslatedField, ...]

    def paths(self, *states: TranslationState) -> tuple[str, ...]:
        """The fields in one of the states, in the order of the template."""
        return tuple(field.path for field in self.fields if field.state in states)

    shown_as = paths
    """As every text that is shown in one language tells it: see `apps.publishing.edition_words.translation_notes`."""

    @property
    def left_in_english(self) -> frozenset[str]:
        """The English texts that stand in for a translation."""
        return frozenset(field.source for field in self.fields if not field.text)

    @property
    def share(self) -> float:
        """How much of the text is not missing, by field, in [0, 1]."""
        return 1 - len(self.paths(TranslationState.MISSING)) / len(self.fields) if self.fields else 1.0


def state_of(row: Translation | None, source: str) -> TranslationState:
    """Outdated before how it was made: a person's text of an older source is not today's."""
    if row is None:
        return TranslationState.MISSING
    if row.source_text != source:
        return TranslationState.OUTDATED
    return TranslationState.HUMAN if row.origin == TranslationOrigin.HUMAN else TranslationState.MACHINE


def fields_of(
    solution: PolicySolution, language: Language, *, rows: Sequence[Translation] | None = None
) -> tuple[TranslatedField, ...]:
    """Every text of the public record in `language`. `rows` : its translations, where they are at hand already."""
    found = rows if rows is not None else Translation.objects.filter(solution=solution, language=language.value)
    by_path = {row.path: row for row in found}
    return tuple(_fields(solution.manuscript, by_path))


def _fields(record: catalogue.PolicySolution, by_path: Mapping[str, Translation]) -> Iterator[TranslatedField]:
    for path, words in record.texts():
        row = by_path.get(path)
        yield TranslatedField(path, words.en, row.text if row else "", state_of(row, words.en), row)


def in_language(solution: PolicySolution, language: Language) -> Translated:
    """The manuscript for readers of `language`; an outdated translation is still shown, marked, before English is.

    Where its references no longer fit the claims, its own words stand without them.
    """
    record: catalogue.PolicySolution = solution.manuscript
    if language in SOURCE_LANGUAGES:
        return Translated(record, language, ())
    fields = fields_of(solution, language)
    data = record.model_dump(mode="json")
    figures = {claim.code: (claim.figure.value, claim.figure.unit) for claim in record.claims}
    for field in fields:
        if field.text:
            sound = not reference_findings(field.text, figures, field.path)
            _put(data, field.path, field.text if sound else plain(field.text, {}))
    return Translated(catalogue.PolicySolution.model_validate(data), language, fields)


def _put(data: dict[str, Any], path: str, text: str) -> None:
    """Writes `text` as the English of the words that `path` names, as `PolicySolution.texts` names them."""
    head, _, rest = path.partition(".")
    if head in ("name", "result"):
        data[head]["en"] = text
    elif head == "deliverable" or head == "sections":
        data[head][rest]["en"] = text
    else:
        place = _place(data[head], head, rest)
        place["name" if head in ("awards", "patents") else "label" if head == "claims" else "text"]["en"] = text


def _place(entries: Sequence[dict[str, Any]], head: str, rest: str) -> dict[str, Any]:
    if head in ("claims", "conditions"):
        return next(entry for entry in entries if entry["code"] == rest)
    if head == "levels":
        return next(entry for entry in entries if str(entry["level"]) == rest)
    return entries[int(rest) - 1]
