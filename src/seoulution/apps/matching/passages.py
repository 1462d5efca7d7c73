"""Which pieces of a solution's text the encoders read: title and result, symptoms, and the sections that tell what it does."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from typing import Final

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.matching.models import Match
from seoulution.language.passages import Passage
from seoulution.language.thesaurus import thesaurus_mark
from seoulution.reference.schema import catalogue
from seoulution.reference.schema.base import Words

RECIPE: Final = "2"
"""Counted up when passages are made in another way, so that those on record are made anew."""

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


def digest_of(row: PolicySolution, linked: Sequence[Match] = ()) -> str:
    """Changes when anything changes that the solution's passages are made of: its text, the thesaurus, needs linked to it."""
    sections = row.data.get("sections", {})
    read = [row.data.get("name"), row.data.get("result"), row.data.get("symptoms"), [sections.get(key) for key in _SECTIONS]]
    made_of = [RECIPE, thesaurus_mark(), read, [(one.need_id, one.need.text) for one in linked]]
    return hashlib.sha256(json.dumps(made_of, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def _in(words: Words, language: str) -> str:
    return words.ko if language == "ko" else words.en
