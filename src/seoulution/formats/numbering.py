"""Numbers that readers see: sections 1.2 and citations [3], counted once for every format."""

from collections.abc import Mapping

from seoulution.engine.dossier.document import Document, Section


def citation_numbers(document: Document) -> Mapping[str, int]:
    """The place of each citation in the list, from 1."""
    return {citation.key: number for number, citation in enumerate(document.citations, start=1)}


def section_numbers(document: Document) -> Mapping[str, str]:
    """`1.2` for the second part of the first section, by section key."""
    return dict(_numbered(document.sections, ""))


def _numbered(sections: tuple[Section, ...], before: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for number, section in enumerate(sections, start=1):
        own = f"{before}{number}"
        found.append((section.key, own))
        found += _numbered(section.sections, f"{own}.")
    return found
