"""References to claims as tags that a translation machine carries through, and back: `[94.4 %](claim:x)` is `<c id="1">94.4 %</c>`.

Machines of both protocols know such tags. What comes back is trusted with the words only: the claims are kept here.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape, unescape
from typing import Final

from seoulution.engine.catalogue.references import Reference, pieces

_TAG: Final = re.compile(
    r"<\s*c\s+id\s*=\s*[\"“”']?\s*(\d{1,4})\s*[\"“”']?\s*(?:/\s*>|>(.*?)<\s*/\s*c\s*>)", re.IGNORECASE | re.DOTALL
)
_LEFT_OVER: Final = re.compile(r"<\s*/?\s*c\b", re.IGNORECASE)


class ReferencesLost(ValueError):
    """The machine dropped, doubled or broke a tag."""


@dataclass(frozen=True, slots=True)
class Protected:
    """A text for a machine, as HTML, and the claim behind each tag."""

    text: str
    claims: Mapping[str, str]

    def restored(self, translated: str) -> str:
        """The machine's text with its references.

        raises ReferencesLost : a tag is missing, there twice, unknown or not whole
        """
        found = [match[1] for match in _TAG.finditer(translated)]
        if sorted(found) != sorted(self.claims):
            raise ReferencesLost
        parts: list[str] = []
        place = 0
        for match in _TAG.finditer(translated):
            words = " ".join(unescape(match[2] or "").replace("[", "(").replace("]", ")").split())
            parts += [unescape(translated[place : match.start()]), f"[{words}](claim:{self.claims[match[1]]})"]
            place = match.end()
        parts.append(unescape(translated[place:]))
        if any(_LEFT_OVER.search(part) for part in parts):
            raise ReferencesLost
        return "".join(parts).strip()


def protected(text: str) -> Protected:
    """The text with a numbered tag in place of each reference; everything else is escaped, so that no other tag can be meant."""
    claims: dict[str, str] = {}
    written: list[str] = []
    for part in pieces(text):
        if isinstance(part, Reference):
            number = str(len(claims) + 1)
            claims[number] = part.claim
            written.append(f'<c id="{number}">{escape(part.words, quote=False)}</c>')
        else:
            written.append(escape(part, quote=False))
    return Protected("".join(written), claims)
