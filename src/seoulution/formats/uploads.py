"""Whether a file that somebody sent may be kept: decided by what is in it, never by what it is called.

Refuses with a code; allows documents, spreadsheets, pictures, plain text and letters. Nothing is unpacked to disk, no pixel is
decoded, no formula or macro is run. At most `limit_bytes` of the file are in memory, and archives are inflated in small pieces.
"""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from email import policy
from email.parser import BytesParser
from enum import StrEnum
from pathlib import PurePosixPath
from typing import BinaryIO, Final

from seoulution.engine.findings import Finding
from seoulution.formats.archives import ArchiveRefused
from seoulution.formats.cleaning import clean_text
from seoulution.formats.images import strip_metadata
from seoulution.formats.upload_contents import (
    Refused,
    check_hwp,
    check_image,
    check_pdf,
    check_text,
    executable,
    office_kind,
    text_of,
)

__all__ = ["CONTENT_TYPES", "Upload", "UploadKind", "UploadRefusal", "inspect_upload", "strip_metadata"]

# In two parts, so that no scanner takes this file for the test virus. https://www.eicar.org/download-anti-malware-testfile/
EICAR: Final = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
MAX_LETTER_PARTS: Final = 50
MAX_NAME: Final = 120


class UploadKind(StrEnum):
    """What a file is, found in its content."""

    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"
    HWPX = "hwpx"
    HWP = "hwp"
    PNG = "png"
    JPG = "jpg"
    TXT = "txt"
    CSV = "csv"
    EML = "eml"


CONTENT_TYPES: Final[Mapping[UploadKind, str]] = {
    UploadKind.PDF: "application/pdf",
    UploadKind.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    UploadKind.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    UploadKind.HWPX: "application/hwp+zip",
    UploadKind.HWP: "application/x-hwp",
    UploadKind.PNG: "image/png",
    UploadKind.JPG: "image/jpeg",
    UploadKind.TXT: "text/plain",
    UploadKind.CSV: "text/csv",
    UploadKind.EML: "message/rfc822",
}

_SUFFIXES: Final[Mapping[str, UploadKind]] = {**{f".{kind.value}": kind for kind in UploadKind}, ".jpeg": UploadKind.JPG}
_STARTS: Final[tuple[tuple[bytes, UploadKind, Callable[[bytes], None]], ...]] = (
    (b"%PDF-", UploadKind.PDF, check_pdf),
    (b"\x89PNG\r\n\x1a\n", UploadKind.PNG, check_image),
    (b"\xff\xd8\xff", UploadKind.JPG, check_image),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", UploadKind.HWP, check_hwp),
)


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that may be kept. `name` is safe to show and to offer for download; storage uses a random name of its own."""

    name: str
    kind: UploadKind
    content_type: str
    size_bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class UploadRefusal:
    """A file that was not kept, and why."""

    name: str
    findings: tuple[Finding, ...]


def inspect_upload(name: str, data: bytes | BinaryIO, *, limit_bytes: int) -> Upload | UploadRefusal:
    """What the file is, if it is one of the kinds we take and nothing in it is dangerous."""
    return _inspected(name, data, limit_bytes=limit_bytes, inside=False)


def _inspected(name: str, data: bytes | BinaryIO, *, limit_bytes: int, inside: bool) -> Upload | UploadRefusal:
    shown = safe_name(name)
    content = data if isinstance(data, bytes) else data.read(limit_bytes + 1)
    try:
        if not content:
            raise Refused("upload.empty")
        if len(content) > limit_bytes:
            raise Refused("upload.too-large", str(limit_bytes))
        kind = _kind(shown, content, limit_bytes, inside=inside)
        claimed = _SUFFIXES.get(PurePosixPath(shown).suffix.lower())
        if claimed is not kind:
            raise Refused("upload.type-differs-from-name", kind.value)
    except (Refused, ArchiveRefused) as refused:
        finding = Finding(refused.code, subject=shown, parameters={"detail": refused.subject})
        return UploadRefusal(shown, (finding,))
    return Upload(shown, kind, CONTENT_TYPES[kind], len(content), hashlib.sha256(content).hexdigest())


def safe_name(name: str) -> str:
    """The last part of the name, without control characters, direction overrides, folders or leading dots."""
    last = clean_text(name).replace("\\", "/").rsplit("/", 1)[-1]
    kept = " ".join("".join("_" if letter in '<>:"|?*;%' else letter for letter in last).split()).lstrip(". ")
    stem, dot, suffix = kept.rpartition(".")
    if dot and len(kept) > MAX_NAME:
        kept = f"{stem[: MAX_NAME - len(suffix) - 1]}.{suffix[:10]}"
    return kept[:MAX_NAME] or "file"


def _kind(name: str, content: bytes, limit_bytes: int, *, inside: bool) -> UploadKind:
    if EICAR in content:
        raise Refused("upload.malware")
    if executable(content):
        raise Refused("upload.executable")
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return UploadKind(office_kind(content, EICAR))
    # The end of a zip's directory: a file that is also an archive is opened as one thing here and as another there.
    if b"PK\x05\x06" in content[-65_557:]:
        raise Refused("upload.two-types-in-one")
    for start, kind, check in _STARTS:
        if content.startswith(start):
            check(content)
            return kind
    return _text_kind(name, text_of(content), content, limit_bytes, inside=inside)


def _text_kind(name: str, text: str, content: bytes, limit_bytes: int, *, inside: bool) -> UploadKind:
    suffix = PurePosixPath(name).suffix.lower()
    if suffix != ".eml":
        check_text(text)
        return UploadKind.CSV if suffix == ".csv" else UploadKind.TXT
    if inside:
        raise Refused("upload.letter-in-letter")
    letter = BytesParser(policy=policy.default).parsebytes(content)
    if not letter["from"] and not letter["subject"]:
        raise Refused("upload.type-differs-from-name", UploadKind.TXT.value)
    for number, part in enumerate(letter.walk()):
        if number > MAX_LETTER_PARTS:
            raise Refused("upload.archive-too-many-entries", str(number))
        _check_letter_part(part.get_filename(), part.get_payload(decode=True), limit_bytes)
    return UploadKind.EML


def _check_letter_part(name: str | None, payload: object, limit_bytes: int) -> None:
    """An attachment must be a file we would take by itself; the letter's own words are only looked at for the test virus."""
    if not isinstance(payload, bytes):
        return
    if EICAR in payload:
        raise Refused("upload.malware")
    if name:
        found = _inspected(name, payload, limit_bytes=limit_bytes, inside=True)
        if isinstance(found, UploadRefusal):
            raise Refused(found.findings[0].code, found.name)
    elif executable(payload):
        raise Refused("upload.executable")
