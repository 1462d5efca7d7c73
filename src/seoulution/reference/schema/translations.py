"""Translations that ship: machine text that no person has accepted yet, one file for each language and solution."""

from hashlib import sha256
from typing import Annotated, Final

from pydantic import Field, StringConstraints, field_validator

from seoulution.engine.vocabulary import Language
from seoulution.reference.schema.base import Code, Record

_MARK: Final = "sha256:"
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]


def source_mark(source: str) -> str:
    """Stands for a source text in files that need not repeat it."""
    return _MARK + sha256(source.encode()).hexdigest()[:16]


class ShippedText(Record):
    """One field. `of` : the English it was made from, or its `source_mark`."""

    of: Text
    text: Text

    def is_of(self, source: str) -> bool:
        """Whether this is the translation of exactly this English."""
        return self.of in (source, source_mark(source))

    @property
    def source_text(self) -> str:
        """The English it was made from, empty where only its mark was kept."""
        return "" if self.of.startswith(_MARK) else self.of


class ShippedTranslations(Record):
    """`reference/translations/<language>/<solution>.yaml`. Each path is one of `PolicySolution.texts`.

    A text whose English changed since loads as outdated; the file is not refused for it.
    """

    solution: Code
    language: Language
    engine: Annotated[str, StringConstraints(min_length=1, max_length=120)] = "seoulution, unreviewed"
    texts: Annotated[dict[str, ShippedText], Field(min_length=1)]

    @field_validator("language")
    @classmethod
    def _is_translated_into(cls, language: Language) -> Language:
        if language in (Language.KO, Language.EN):
            raise ValueError("solutions are written in Korean and English; they are not translated into them")
        return language
