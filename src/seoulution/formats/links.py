"""Which addresses may become links, and which language tags may be written into a file."""

import re
from typing import Final
from urllib.parse import urlsplit

_LANGUAGE_TAG: Final = re.compile(r"[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*")
_RIGHT_TO_LEFT: Final = frozenset({"ar", "arc", "dv", "fa", "ha-arab", "he", "ku-arab", "ps", "sd", "ug", "ur", "yi"})
_UNSAFE: Final = re.compile(r"[\s<>\"'`\\^{}|\x00-\x20]")


def safe_link(address: str | None) -> str | None:
    """`address` if it is https with a host and without user name; None means: print the words, make no link."""
    if not address or _UNSAFE.search(address):
        return None
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return None
    return address if parts.scheme == "https" and host and "@" not in parts.netloc else None


def page_link(address: str | None) -> str | None:
    """For a page of our own site: as `safe_link`, and a path within the site."""
    if address and address.startswith("/") and not address.startswith("//") and not _UNSAFE.search(address):
        return address
    return safe_link(address)


def language_tag(language: str) -> str:
    """`language` if it has the form of a BCP 47 tag, else `und` (undetermined)."""
    return language if _LANGUAGE_TAG.fullmatch(language) else "und"


def is_right_to_left(language: str) -> bool:
    """Whether the language is written from right to left."""
    lowered = language.lower()
    return lowered in _RIGHT_TO_LEFT or lowered.split("-")[0] in _RIGHT_TO_LEFT
