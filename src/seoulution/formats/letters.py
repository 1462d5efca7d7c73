"""An e-mail as it came, read into values: who wrote what to whom, and which of its attachments may be kept."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email import policy
from email.message import EmailMessage, MIMEPart
from email.parser import BytesParser
from typing import Final

from seoulution.engine.findings import Finding
from seoulution.formats.cleaning import clean_text
from seoulution.formats.html_text import text_of_html
from seoulution.formats.uploads import MAX_LETTER_PARTS, Upload, inspect_upload, safe_name

MOST_TEXT: Final = 200_000
"""Characters of a letter's words that are read, as in the form."""
_IDS: Final = re.compile(r"<[^<>\s]{1,250}>")


@dataclass(frozen=True, slots=True)
class Enclosed:
    """An attachment. With a finding it is named and never given out; `data` is empty then."""

    number: int
    name: str
    content_type: str
    data: bytes
    finding: Finding | None = None


@dataclass(frozen=True, slots=True)
class Letter:
    """What a mail says. `message_id` is empty where it has none."""

    message_id: str
    refers_to: tuple[str, ...]
    from_name: str
    from_address: str
    to: tuple[str, ...]
    subject: str
    sent_at: datetime | None
    text: str
    enclosed: tuple[Enclosed, ...]


def read_letter(data: bytes, *, limit_bytes: int) -> Letter | Finding:
    """The letter, or why it is none that can be read. Nothing is fetched from anywhere.

    Its attachments are inspected like any file that is sent; one that is refused does not refuse the letter.
    """
    if not data:
        return Finding("upload.empty")
    if len(data) > limit_bytes:
        return Finding("upload.too-large", parameters={"detail": str(limit_bytes)})
    message = BytesParser(_class=EmailMessage, policy=policy.default).parsebytes(data)
    sender = _addresses(message, "from")
    if not sender or (not _one_line(message, "subject") and not message.get("message-id") and not message.get("date")):
        return Finding("upload.not-a-letter")
    parts = []
    for part in message.walk():
        parts.append(part)
        if len(parts) > MAX_LETTER_PARTS:
            return Finding("upload.archive-too-many-entries", parameters={"detail": str(MAX_LETTER_PARTS)})
    return Letter(
        message_id=next(iter(_IDS.findall(str(message.get("message-id", "")))), ""),
        refers_to=tuple(dict.fromkeys(_IDS.findall(f"{message.get('in-reply-to', '')} {message.get('references', '')}")))[:50],
        from_name=sender[0][0],
        from_address=sender[0][1],
        to=tuple(address for _, address in _addresses(message, "to"))[:50],
        subject=_one_line(message, "subject")[:500],
        sent_at=_day(message),
        text=_words(message)[:MOST_TEXT],
        enclosed=tuple(_enclosed(message, limit_bytes)),
    )


def _addresses(message: EmailMessage, name: str) -> list[tuple[str, str]]:
    try:
        found = message[name].addresses if message[name] is not None else ()
    except (AttributeError, IndexError, ValueError):
        return []  # the standard library gives up on some broken headers
    return [(clean_text(one.display_name)[:200], one.addr_spec[:254]) for one in found if "@" in one.addr_spec]


def _one_line(message: EmailMessage, name: str) -> str:
    try:
        return " ".join(clean_text(str(message.get(name, ""))).split())
    except (IndexError, ValueError):
        return ""


def _day(message: EmailMessage) -> datetime | None:
    try:
        found: datetime | None = message["date"].datetime if message["date"] is not None else None
    except (AttributeError, TypeError, ValueError, OverflowError):
        return None
    if found is None or found.year < 1980:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _words(message: EmailMessage) -> str:
    body = message.get_body(preferencelist=("plain", "html"))
    if body is None:
        return ""
    written = _decoded(body)
    return text_of_html(written) if body.get_content_subtype() == "html" else clean_text(written).strip()


def _decoded(part: MIMEPart) -> str:
    try:
        return str(part.get_content())
    except (LookupError, ValueError, AttributeError):
        raw = part.get_payload(decode=True)
        return raw.decode("utf-8", "replace") if isinstance(raw, bytes) else ""


def _enclosed(message: EmailMessage, limit_bytes: int) -> Iterator[Enclosed]:
    body = message.get_body(preferencelist=("plain", "html"))
    number = 0
    for part in message.walk():
        if part.is_multipart() or part is body or (part.get_content_maintype() == "text" and not part.get_filename()):
            continue
        number += 1
        name = safe_name(part.get_filename() or f"part-{number}")
        raw = part.get_payload(decode=True)
        content = raw if isinstance(raw, bytes) else b""
        found = inspect_upload(name, content, limit_bytes=limit_bytes)
        if isinstance(found, Upload):
            yield Enclosed(number, found.name, found.content_type, content)
        else:
            yield Enclosed(number, name, "application/octet-stream", b"", found.findings[0])
