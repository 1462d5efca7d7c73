"""A text in parts that are written, compared and put back one by one: `sections.cost`, `claims.rwr-2013`, `levels.1`, `first_steps`, `facts`.

The text is the template's JSON. A section holds its words and its open question; entries of a list that have an identity are parts of
their own, so that two people may work on two claims at once.
"""

import hashlib
import json
from collections.abc import Mapping
from typing import Any, Final

from seoulution.reference.schema.catalogue import PolicySolution, SectionKey
from seoulution.reference.schema.template import TemplatePart

IDENTITY: Final[Mapping[str, str]] = {"claims": "code", "conditions": "code", "levels": "level"}
"""Lists whose entries are parts, and the key that tells them apart."""

WHOLE: Final = ("first_steps", "deliverable", "shared", "awards", "patents")
"""Parts that are written as a whole."""

FACTS: Final = (
    "name", "aliases", "result", "sector", "kinds", "owner", "started", "completed", "cost_class", "duration_years", "symptoms",
)  # fmt: skip
"""Keys of the part `facts`."""

SECTIONS: Final = tuple(f"sections.{key.value}" for key in SectionKey)
OTHER_GAPS: Final = "gaps"
"""Open questions that are about no section."""

Data = Mapping[str, Any]


def guidance_of(part: str) -> TemplatePart | None:
    """Which part of the template guides the writer of this one."""
    head, _, rest = part.partition(".")
    name = rest if head == "sections" else head
    return TemplatePart(name) if name in set(TemplatePart) else None


def value_of(data: Data, part: str) -> Any:
    """The part as it stands; None or empty where it is not there. KeyError for a part that the template does not have."""
    head, _, rest = part.partition(".")
    if part in SECTIONS:
        gaps = [gap for gap in data.get("gaps", ()) if gap["about"] == rest]
        return {"text": data.get("sections", {}).get(rest), "gaps": gaps}
    if head in IDENTITY and rest:
        return next((entry for entry in data.get(head, ()) if str(entry[IDENTITY[head]]) == rest), None)
    if part in IDENTITY or part in WHOLE:
        return data.get(part)
    if part == "facts":
        return {key: data.get(key) for key in FACTS}
    if part == OTHER_GAPS:
        return [gap for gap in data.get("gaps", ()) if gap["about"] not in set(SectionKey)]
    raise KeyError(part)


def with_value(data: Data, part: str, value: Any) -> dict[str, Any]:
    """The top-level keys to write so that the part becomes `value`; None takes an entry of a list away."""
    head, _, rest = part.partition(".")
    if part in SECTIONS:
        sections = {key: text for key, text in data.get("sections", {}).items() if key != rest}
        if value["text"] is not None:
            sections[rest] = value["text"]
        ordered = {key.value: sections[key.value] for key in SectionKey if key.value in sections}
        gaps = [gap for gap in data.get("gaps", ()) if gap["about"] != rest]
        return {"sections": ordered, "gaps": [*value["gaps"], *gaps]}
    if head in IDENTITY and rest:
        return {head: _replaced(data.get(head, ()), IDENTITY[head], rest, value)}
    if part in IDENTITY or part in WHOLE:
        return {part: value}
    if part == "facts":
        return {key: value[key] for key in FACTS}
    if part == OTHER_GAPS:
        return {"gaps": [*(gap for gap in data.get("gaps", ()) if gap["about"] in set(SectionKey)), *value]}
    raise KeyError(part)


def _replaced(entries: Any, key: str, identity: str, value: Any) -> list[Any]:
    """In the entry's own place; a new one comes last, levels in their order."""
    kept = [value if str(entry[key]) == identity else entry for entry in entries]
    if all(str(entry[key]) != identity for entry in entries):
        kept.append(value)
    present = [entry for entry in kept if entry is not None]
    return sorted(present, key=lambda entry: entry[key]) if key == "level" else present


def mark_of(data: Data, part: str) -> str:
    """Equal as long as nobody changed the part: what a form remembers of the text it was filled from."""
    written = json.dumps(value_of(data, part), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(written.encode()).hexdigest()[:16]


def is_filled(record: PolicySolution, part: TemplatePart) -> bool:
    """Whether the part of the template holds something."""
    if part.value in set(SectionKey):
        return SectionKey(part.value) in record.sections
    return bool(getattr(record, part.value))
