"""The programme's glossary for translators: its terms, and what they are called in the languages of receiving cities."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field, field_validator

from seoulution.engine.vocabulary import Language
from seoulution.reference.schema.base import Code, Record, Words

Stems = Annotated[tuple[str, ...], Field(min_length=1)]


class TermForms(Record):
    """What to write, and the other forms that count: beginnings of words, `*` for any ending (in Arabic also before the word)."""

    write: Annotated[str, Field(min_length=1)]
    counts: tuple[str, ...] = ()


class Term(Record):
    """One entry of `reference/terms.yaml`. A language that nobody was sure of is left out and asks for nothing."""

    code: Code
    name: Words
    ko: Stems
    en: Stems
    into: Mapping[Language, TermForms]
    note: Words | None = None

    @field_validator("into", mode="before")
    @classmethod
    def _short(cls, into: object) -> object:
        """A bare word stands for one form; a list for the form to write and the others that count."""
        if not isinstance(into, dict):
            return into
        return {language: _forms(forms) for language, forms in into.items()}


def _forms(forms: object) -> object:
    if isinstance(forms, str):
        return {"write": forms}
    if isinstance(forms, list) and forms:
        return {"write": forms[0], "counts": forms[1:]}
    return forms
