"""References to claims as protected inline codes of XLIFF, and back: `[94.4 %](claim:x)` is `<pc id="1">94.4 %</pc>`.

The words stay open to the translator, the claim behind them is not: it stands in the unit's `originalData`.
"""

import re
from collections.abc import Mapping
from typing import Final

from lxml import etree

from seoulution.engine.catalogue.references import Reference, pieces

NAMESPACE: Final = "urn:oasis:names:tc:xliff:document:2.0"
_CLAIM: Final = re.compile(r"\]\(claim:(?P<claim>[a-z0-9][a-z0-9.\-]*)\)$")
_FIXED: Final = {"type": "other", "subType": "sl:claim", "canCopy": "no", "canDelete": "no"}
_MARKS: Final = frozenset({"mrk", "sm", "em"})
"""Annotations of tools; what they mark stays, they go."""
_NESTING: Final = 64


class CodeBroken(ValueError):
    """The inline codes of a text do not fit together. `code` : which one, as the file names it."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)


class InlineCodes:
    """The codes of one unit: each reference of the source gets a number, and the translation's references the same ones."""

    def __init__(self) -> None:
        self.data: dict[str, str] = {}
        self._numbers: dict[tuple[str, int], str] = {}

    def fill(self, element: etree._Element, text: str, values: Mapping[str, str]) -> None:
        """Writes `text` into a `<source>` or `<target>`. `values` : how a claim reads whose words the text leaves to it."""
        seen: dict[str, int] = {}
        last: etree._Element | None = None
        for part in pieces(text):
            if isinstance(part, Reference):
                occurrence = seen[part.claim] = seen.get(part.claim, 0) + 1
                last = self._code(element, part, occurrence, values)
            elif last is None:
                element.text = (element.text or "") + part
            else:
                last.tail = (last.tail or "") + part

    def _code(self, element: etree._Element, part: Reference, occurrence: int, values: Mapping[str, str]) -> etree._Element:
        number = self._numbers.setdefault((part.claim, occurrence), str(len(self._numbers) + 1))
        end = f"](claim:{part.claim})"
        if not part.words:
            self.data[f"{number}p"] = f"[{end}"
            shown = values.get(part.claim) or part.claim
            return etree.SubElement(element, tag("ph"), {"id": number, "dataRef": f"{number}p", "disp": shown, **_FIXED})
        self.data |= {f"{number}s": "[", f"{number}e": end}
        made = etree.SubElement(
            element, tag("pc"), {"id": number, "dataRefStart": f"{number}s", "dataRefEnd": f"{number}e", **_FIXED}
        )
        made.text = part.words
        return made


def tag(name: str) -> str:
    """The name in the namespace of XLIFF."""
    return f"{{{NAMESPACE}}}{name}"


def text_of(element: etree._Element, claims: Mapping[str, str]) -> str:
    """The text with its references put back. `claims` : code -> claim, as `claims_of` read them from the unit's source.

    raises CodeBroken : a code that the source does not have, one inside another, or one that does not end
    """
    written: list[str] = [element.text or ""]
    opened: list[str] = []
    _read(element, claims, written, opened, 0)
    if opened:
        raise CodeBroken(opened[-1])
    return "".join(written)


def _read(element: etree._Element, claims: Mapping[str, str], written: list[str], opened: list[str], depth: int) -> None:
    if depth > _NESTING:
        raise CodeBroken("nesting")
    for child in element:
        if isinstance(child.tag, str):
            _read_code(child, claims, written, opened, depth)
        written.append(child.tail or "")
        if opened and ("[" in written[-1] or "]" in written[-1] or "\n" in written[-1]):
            raise CodeBroken(opened[-1])


def _read_code(child: etree._Element, claims: Mapping[str, str], written: list[str], opened: list[str], depth: int) -> None:
    name, number = etree.QName(child).localname, str(child.get("id", ""))
    if name in _MARKS:
        written.append(child.text or "")
        _read(child, claims, written, opened, depth + 1)
    elif name == "cp":
        return
    elif name == "ph":
        written.append(f"[](claim:{_claim(number, claims, opened)})")
    elif name == "sc":
        _claim(number, claims, opened)
        opened.append(number)
        written.append("[")
    elif name == "ec":
        number = str(child.get("startRef", number))
        if opened != [number]:
            raise CodeBroken(number)
        written.append(f"](claim:{claims[opened.pop()]})")
    elif name == "pc":
        claim = _claim(number, claims, opened)
        words: list[str] = [child.text or ""]
        opened.append(number)
        _read(child, claims, words, opened, depth + 1)
        inside = "".join(words)
        if opened.pop() != number or any(mark in inside for mark in "[]\n"):
            raise CodeBroken(number)
        written.append(f"[{inside}](claim:{claim})")
    else:
        raise CodeBroken(f"<{name}>")


def _claim(number: str, claims: Mapping[str, str], opened: list[str]) -> str:
    """Claims do not nest, and a translation has no codes of its own."""
    if opened or number not in claims:
        raise CodeBroken(number or "?")
    return claims[number]


def claims_of(unit: etree._Element) -> dict[str, str]:
    """Code -> claim, from the unit's codes and its original data. Codes of a translation that lead nowhere are left out.

    raises CodeBroken : a code of the source leads to no claim
    """
    data = {str(one.get("id", "")): one.text or "" for one in unit.iter(tag("data"))}
    found: dict[str, str] = {}
    for text in unit.iter(tag("source"), tag("target")):
        ends = {str(code.get("startRef", "")): str(code.get("dataRef") or "") for code in text.iter(tag("ec"))}
        for code in text.iter(tag("pc"), tag("ph"), tag("sc")):
            number = str(code.get("id", ""))
            kept = data.get(str(code.get("dataRefEnd") or code.get("dataRef") or ""), "")
            reference = _CLAIM.search(kept) or _CLAIM.search(data.get(ends.get(number, ""), ""))
            if reference is not None:
                found.setdefault(number, reference["claim"])
            elif text.tag == tag("source"):
                raise CodeBroken(number or "?")
    return found
