"""Which pieces of a solution's text the encoders read: title and result, symptoms, and the sections that tell what it does."""

import hashlib
from collections.abc import Iterator
from typing import Final

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.language.passages import Passage
from seoulution.reference.schema import catalogue
from seoulution.reference.schema.base import Words

_SECTIONS: Final = (catalogue.SectionKey.PROBLEM, catalogue.SectionKey.ACTIONS, catalogue.SectionKey.RESULTS)


def passages_of(row: PolicySolution) -> Iterator[Passage]:
    """In both languages: name with result, each symptom, and three sections."""
    record: catalogue.PolicySolution = row.record
    for language in ("ko", "en"):
        yield Passage(row.code, language, f"{_in(record.name, language)}. {_in(record.result, language)}", 1.0)
        for symptom in record.symptoms:
            yield Passage(row.code, language, _in(symptom, language), 1.0)
        for key in _SECTIONS:
            if key in record.sections:
                yield Passage(row.code, language, f"{_in(record.name, language)}. {_in(record.sections[key], language)}", 0.9)


def digest_of(row: PolicySolution) -> str:
    """Changes when any passage changes."""
    text = "\n".join(f"{p.language}\t{p.weight}\t{p.text}" for p in passages_of(row))
    return hashlib.sha256(text.encode()).hexdigest()


def _in(words: Words, language: str) -> str:
    return words.ko if language == "ko" else words.en
