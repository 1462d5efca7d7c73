"""A document as PDF/A-2b and PDF/UA-1, typeset by typst in a process of its own; data never becomes source."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from seoulution.engine.dossier.document import Document, Layout
from seoulution.engine.findings import Finding, Severity
from seoulution.formats.direction import with_marks
from seoulution.formats.json import document_value
from seoulution.formats.links import is_right_to_left, language_tag, safe_link
from seoulution.formats.pictures import fitted_points
from seoulution.formats.rendered import Rendered
from seoulution.formats.tones import ACCENT, HEAD_GROUND, LOOKS, QUIET, RULE, accent_of
from seoulution.formats.typst_worker import worker
from seoulution.formats.words import WORDS

FRAMES: Final[Mapping[Layout, tuple[float, float]]] = {
    Layout.REPORT: (476.0, 600.0),
    Layout.BROCHURE: (459.0, 600.0),
    Layout.LEAFLET: (504.0, 205.0),
    Layout.OFFICIAL: (470.0, 600.0),
}
"""Width and height that a drawing may fill on A4 with the margins of each layout."""
_LONG_RUN: Final = re.compile(r"[!-~]{60,}|\S{1000,}")
_BREAK_EVERY: Final = 40
_LONGEST_STRING: Final = 1000
"""PDF/A allows no string above 32,767 bytes, and the compiler writes an unbroken word as one."""
LONG_CHARACTERS: Final = 1500
"""A cell or callout with more text than this may be cut at a page's end, since it might not fit on any page."""


def render(document: Document) -> Rendered:
    """The file, and a `document.script-without-font` warning for each script that this machine has no font for."""
    answer = worker().ask({"kind": "pdf", "payload": payload_of(document)})
    return Rendered(
        answer.files[0],
        tuple(
            Finding("document.script-without-font", Severity.WARNING, subject=script, parameters={"characters": characters})
            for script, characters in sorted(answer.missing.items())
        ),
    )


def payload_of(document: Document) -> dict[str, Any]:
    """What the template prints: the tree, the fixed words and the colours, all of it data."""
    document = with_marks(document)
    words = WORDS[document.language]
    dated = document.dated or date.today()
    return {
        "document": _printable(document_value(document), FRAMES[document.layout]),
        "right-to-left": is_right_to_left(document.language),
        "date": [dated.year, dated.month, dated.day],
        "words": {name: getattr(words, name) for name in words.__slots__},
        "looks": {tone.value: {"sign": look.sign, "ink": look.ink, "ground": look.ground} for tone, look in LOOKS.items()},
        "colours": {
            "accent": ACCENT,
            "head": HEAD_GROUND,
            "rule": RULE,
            "quiet": QUIET,
            "sector": accent_of(document.sector),
        },
    }


def _printable(part: Any, frame: tuple[float, float]) -> Any:
    """The JSON tree with what only paper needs: which links are safe, how large a drawing is, what may be cut."""
    if isinstance(part, list):
        return [_printable(item, frame) for item in part]
    if not isinstance(part, dict):
        return part
    own = {key: _printable(value, frame) for key, value in part.items()}
    if isinstance(own.get("text"), str):
        own["text"] = _LONG_RUN.sub(_with_places_to_break, own["text"])
    if "link" in own:
        own["link"] = safe_link(own["link"])
        own["language"] = _short_language(own["language"])
    if "address" in own:
        own["linked"] = safe_link(own["address"]) is not None
    match own.get("kind"):
        case "quotation":
            own["right-to-left"] = is_right_to_left(own["language"])
            own["language"] = _short_language(own["language"]) or "und"
            own["long"] = len(own["text"]) > LONG_CHARACTERS
        case "figure":
            own["width-pt"] = fitted_points(own["svg"], width=frame[0], height=frame[1])[0]
        case "callout":
            own["long"] = _length(own) > LONG_CHARACTERS
    if "colspan" in own:
        own["long"] = _length(own) > LONG_CHARACTERS / 3
    return own


def _with_places_to_break(run: re.Match[str]) -> str:
    """A word wider than the page would run over its edge; an address is broken by the compiler itself."""
    word = run[0]
    if word.startswith(("http://", "https://")) and len(word) < _LONGEST_STRING:
        return word
    step = _BREAK_EVERY if word.isascii() else _LONGEST_STRING
    return "\u200b".join(word[place : place + step] for place in range(0, len(word), step))


def _length(part: dict[str, Any]) -> int:
    return sum(len(span["text"]) for span in part["spans"])


def _short_language(language: str | None) -> str | None:
    return language_tag(language).split("-")[0].lower() if language else None
