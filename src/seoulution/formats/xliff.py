"""Texts for translation agencies as XLIFF 2.0: one `<file>` a solution, one `<unit>` a text, claims as protected inline codes.

https://docs.oasis-open.org/xliff/xliff-core/v2.0/xliff-core-v2.0.html
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from lxml import etree

from seoulution.formats.cleaning import clean_text
from seoulution.formats.xliff_codes import NAMESPACE, InlineCodes, tag

CONTENT_TYPE: Final = "application/xliff+xml"
VERSION: Final = "2.0"
OWN: Final = "urn:seoulution:translations:1"
"""Namespace of what we need back: the row's revision, and how the text stood."""
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_STRUCTURE: Final = frozenset(tag(name) for name in ("xliff", "file", "unit", "notes", "originalData", "segment"))
FINISHED: Final = "final"
UNTOUCHED: Final = "initial"


@dataclass(frozen=True, slots=True)
class Note:
    """Words for the translator. `category` : `guidance`, `korean`, `term`, `source-was`."""

    category: str
    text: str


@dataclass(frozen=True, slots=True)
class TextUnit:
    """One text. `target` is empty where there is none yet; `finished` : a person answers for it.

    revision : of the row as it went out, 0 for none; an import finds by it what was changed meanwhile
    """

    id: str
    source: str
    target: str = ""
    finished: bool = False
    state: str = ""
    revision: int = 0
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class TextFile:
    """The texts of one solution. `values` : how each claim reads where a text leaves its words to the claim."""

    id: str
    units: Sequence[TextUnit]
    values: Mapping[str, str] = field(default_factory=dict)


def xliff_bytes(files: Iterable[TextFile], *, source: str, target: str) -> bytes:
    """The whole document, indented outside of texts, so that a line number leads a person to a unit."""
    names: dict[Any, str] = {None: NAMESPACE, "sl": OWN}
    root = etree.Element(tag("xliff"), {"version": VERSION, "srcLang": source, "trgLang": target}, nsmap=names)
    for file in files:
        held = etree.SubElement(root, tag("file"), {"id": file.id, "original": file.id})
        for unit in file.units:
            _unit(held, unit, file.values)
    _indent(root, 0)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8"))


def _unit(file: etree._Element, unit: TextUnit, values: Mapping[str, str]) -> None:
    about = {"id": unit.id, _SPACE: "preserve", f"{{{OWN}}}revision": str(unit.revision), f"{{{OWN}}}state": unit.state}
    held = etree.SubElement(file, tag("unit"), about)
    if unit.notes:
        notes = etree.SubElement(held, tag("notes"))
        for note in unit.notes:
            etree.SubElement(notes, tag("note"), {"category": note.category}).text = clean_text(note.text)
    codes = InlineCodes()
    segment = etree.Element(tag("segment"), {"id": "s1", "state": FINISHED if unit.finished else UNTOUCHED})
    codes.fill(etree.SubElement(segment, tag("source")), clean_text(unit.source), values)
    if unit.target:
        codes.fill(etree.SubElement(segment, tag("target")), clean_text(unit.target), values)
    if codes.data:
        original = etree.SubElement(held, tag("originalData"))
        for number, text in codes.data.items():
            etree.SubElement(original, tag("data"), {"id": number}).text = text
    held.append(segment)


def _indent(element: etree._Element, depth: int) -> None:
    """Line ends between elements of the structure only: inside a text every blank counts."""
    if element.tag not in _STRUCTURE or not len(element):
        return
    element.text = "\n" + "  " * (depth + 1)
    for child in element:
        _indent(child, depth + 1)
        child.tail = "\n" + "  " * (depth + 1)
    element[-1].tail = "\n" + "  " * depth
