"""Reads XLIFF 2.0 and 2.1 that an agency sent back, unit by unit; a broken unit is told with its line, the others are read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree

from seoulution.engine.findings import Finding
from seoulution.formats.cleaning import clean_text
from seoulution.formats.xliff import OWN, UNTOUCHED
from seoulution.formats.xliff_codes import CodeBroken, claims_of, tag, text_of

MAX_BYTES: Final = 20 * 1024**2
VERSIONS: Final = frozenset({"2.0", "2.1"})
_DECLARATION: Final = re.compile(r"\A\s*<\?xml[^>]*\?>")
_DOCTYPE: Final = re.compile(r"<!(?:DOCTYPE|ENTITY)")


class XliffRefused(ValueError):
    """Nothing of the file was read; `code` says why, `detail` where."""

    def __init__(self, code: str, detail: str = "") -> None:
        self.code = code
        self.detail = detail
        super().__init__(f"{code} {detail}".strip())


@dataclass(frozen=True, slots=True)
class ReadUnit:
    """One unit as it came back. `findings` : why it could not be read; then its texts are empty.

    confirmed : a state of the segments says that somebody worked on it; None where the file carries no states
    revision : of the row as it went out; None where the file does not carry it
    """

    file: str
    unit: str
    segment: str
    line: int
    source: str = ""
    target: str = ""
    confirmed: bool | None = None
    revision: int | None = None
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadXliff:
    """The languages and units of a file, in its order."""

    source_language: str
    target_language: str
    units: tuple[ReadUnit, ...]


def read_xliff(data: bytes, *, max_bytes: int = MAX_BYTES) -> ReadXliff:
    """Every unit. Nothing is fetched and no entity is resolved: a file with a document type is refused.

    raises XliffRefused : `xliff.too-large`, `xliff.not-text`, `xliff.has-entities`, `xliff.not-xml`, `xliff.not-xliff`, `xliff.version`
    """
    root = _root(data, max_bytes)
    if root.tag != tag("xliff"):
        older = etree.QName(root).localname == "xliff"
        raise XliffRefused("xliff.version" if older else "xliff.not-xliff", str(root.get("version", "")) if older else "")
    if root.get("version") not in VERSIONS:
        raise XliffRefused("xliff.version", str(root.get("version", "")))
    units = tuple(_unit(str(file.get("id", "")), unit) for file in root.iter(tag("file")) for unit in file.iter(tag("unit")))
    return ReadXliff(_language(root.get("srcLang")), _language(root.get("trgLang")), units)


def _language(given: object) -> str:
    """The language without its region: `es-PE` is Spanish here."""
    return str(given or "").split("-")[0].lower()


def _root(data: bytes, max_bytes: int) -> etree._Element:
    if len(data) > max_bytes:
        raise XliffRefused("xliff.too-large", str(max_bytes // 1024**2))
    try:
        text = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise XliffRefused("xliff.not-text") from error
    if _DOCTYPE.search(text):
        raise XliffRefused("xliff.has-entities")
    kept_lines = _DECLARATION.sub(lambda found: "\n" * found[0].count("\n"), text)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(kept_lines.encode(), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        place = getattr(error, "lineno", None)
        raise XliffRefused("xliff.not-xml", str(place or "")) from error


def _unit(file: str, unit: etree._Element) -> ReadUnit:
    name = str(unit.get("id", ""))
    parts = [part for part in unit if part.tag in (tag("segment"), tag("ignorable"))]
    segments = [part for part in parts if part.tag == tag("segment")]
    broken = _Place(file, name, unit)
    if not segments:
        return broken.told(Finding("translation.no-segment", subject=name))
    try:
        claims = claims_of(unit)
        source = "".join(_text(part, "source", claims) or "" for part in parts)
    except CodeBroken as error:
        return broken.told(Finding("translation.code-broken", subject=name, parameters={"code": error.code}), segments[0])
    targets: dict[etree._Element, str] = {}
    for _, part in sorted(enumerate(parts, start=1), key=lambda placed: _order(placed[1], placed[0])):
        try:
            told = _text(part, "target", claims)
            targets[part] = (_text(part, "source", claims) if told is None and part.tag != segments[0].tag else told) or ""
        except CodeBroken as error:
            return broken.told(Finding("translation.code-broken", subject=name, parameters={"code": error.code}), part)
    lacking = [part for part in segments if not targets[part].strip()]
    if 0 < len(lacking) < len(segments):
        return broken.told(Finding("translation.segment-empty", subject=name), lacking[0])
    states = {str(segment.get("state")) for segment in segments if segment.get("state")}
    return ReadUnit(
        file,
        name,
        str(segments[0].get("id", "")),
        _line(segments[0]),
        clean_text(source),
        "" if lacking else clean_text("".join(targets.values())),
        UNTOUCHED not in states if states else None,
        _revision(unit),
    )


def _text(part: etree._Element, name: str, claims: dict[str, str]) -> str | None:
    held = part.find(tag(name))
    return None if held is None else text_of(held, claims)


def _order(part: etree._Element, place: int) -> int:
    """Where the translation of a segment stands in the unit: its target may say so."""
    target = part.find(tag("target"))
    written = "" if target is None else str(target.get("order", ""))
    return int(written) if written.isdecimal() and len(written) < 6 else place


def _revision(unit: etree._Element) -> int | None:
    written = str(unit.get(f"{{{OWN}}}revision", ""))
    return int(written) if written.isdecimal() and len(written) < 10 else None


def _line(element: etree._Element) -> int:
    place: object = element.sourceline
    return place if isinstance(place, int) else 0


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a unit stands, for what is wrong with it."""

    file: str
    unit: str
    element: etree._Element

    def told(self, finding: Finding, segment: etree._Element | None = None) -> ReadUnit:
        nearest = next(self._targets(segment), self.element if segment is None else segment)
        name = "" if segment is None else str(segment.get("id", ""))
        return ReadUnit(self.file, self.unit, name, _line(nearest), findings=(finding,))

    def _targets(self, segment: etree._Element | None) -> Iterator[etree._Element]:
        if segment is not None and (target := segment.find(tag("target"))) is not None:
            yield target
