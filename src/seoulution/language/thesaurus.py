"""The thesaurus that ships: problems and symptoms of cities in eleven languages, by concept and sector."""

import hashlib
from functools import lru_cache
from importlib.resources import files
from typing import Final

import yaml

from seoulution.engine.demand.terms import TermEntry, Vocabulary
from seoulution.engine.vocabulary import Language, Sector

FILES: Final = (
    "thesaurus-water",
    "thesaurus-transport",
    "thesaurus-government",
    "thesaurus-city",
    "thesaurus-symptoms",
    "thesaurus-plain",
)


def _read(name: str) -> list[dict[str, object]]:
    text = files("seoulution.language").joinpath("data", f"{name}.yaml").read_text(encoding="utf-8")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    rows = yaml.load(text, Loader=loader)  # noqa: S506 - both are safe loaders
    if not isinstance(rows, list):
        raise ValueError(f"{name}.yaml is not a list of concepts; the thesaurus was not loaded")
    return rows


def _entries(name: str) -> list[TermEntry]:
    entries = []
    for row in _read(name):
        concept = str(row["concept"])
        sector = Sector(str(row["sector"])) if row.get("sector") else None
        for code, terms in row.items():
            if code in {"concept", "sector"}:
                continue
            if not isinstance(terms, list) or not terms:
                raise ValueError(f"{name}.yaml: {concept} has no terms for {code!r}; the thesaurus was not loaded")
            entries += [TermEntry(concept, sector, code, str(term)) for term in terms]
    return entries


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """Every shipped term, ready to be looked for. Read once for the process."""
    return Vocabulary(entry for name in FILES for entry in _entries(name))


@lru_cache(maxsize=1)
def thesaurus_mark() -> str:
    """Changes when a file of the thesaurus does: what was read with it is then read anew."""
    folder = files("seoulution.language").joinpath("data")
    return hashlib.sha256(b"".join(folder.joinpath(f"{name}.yaml").read_bytes() for name in FILES)).hexdigest()[:16]


@lru_cache(maxsize=1)
def sectors() -> dict[str, Sector | None]:
    """The sector of each concept; None outside the nine."""
    return {entry.concept: entry.sector for entry in vocabulary().entries}


@lru_cache(maxsize=2_048)
def phrase_of(concept: str, language: Language) -> str:
    """The concept in plain words of `language`: its terms, joined; empty when the language has none."""
    terms = [
        entry.term.replace("*", "") for entry in vocabulary().entries if entry.concept == concept and entry.language == language
    ]
    return ", ".join(terms)


@lru_cache(maxsize=2_048)
def name_of(concept: str, language: Language) -> str:
    """The concept by its first whole term in `language`: a stem with its star is no word to show; empty when it has none."""
    terms = [entry.term for entry in vocabulary().entries if entry.concept == concept and entry.language == language]
    return next((term for term in terms if "*" not in term), "") or (terms[0].replace("*", "") if terms else "")
