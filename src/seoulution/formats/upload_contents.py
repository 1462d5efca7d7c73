"""What makes a file of one kind unacceptable, looked for in its bytes. Each check raises `Refused` with a code."""

import re
import struct
import zlib
from collections.abc import Iterator
from typing import Final

from lxml import etree

from seoulution.formats.archives import Archive, checked_archive
from seoulution.formats.images import MAX_PIXELS, MAX_SIDE, ImageBroken, pixel_size, strip_metadata


class Refused(ValueError):
    """A file is not acceptable; `code` says why, `subject` about what."""

    def __init__(self, code: str, subject: str = "") -> None:
        self.code = code
        self.subject = subject
        super().__init__(code)


_PROGRAMS: Final = (
    b"MZ",
    b"\x7fELF",
    b"\xca\xfe\xba\xbe",
    b"\xcf\xfa\xed\xfe",
    b"\xfe\xed\xfa",
    b"#!",
    b"L\x00\x00\x00\x01\x14\x02\x00",
    b"\x00asm",
    b"dex\n",
)
_PDF_ACTS: Final = re.compile(rb"/(JavaScript|JS|Launch|EmbeddedFile|RichMedia|XFA)\b")
_PDF_ENCRYPTED: Final = re.compile(rb"/Encrypt\s+\d+\s+\d+\s+R|/Encrypt\s*<<")
_PDF_STREAM: Final = re.compile(rb"stream\r?\n.*?endstream", re.DOTALL)
_PDF_OBJECTS: Final = re.compile(rb"/ObjStm\b[^\n]{0,300}?>>\s*stream\r?\n|/ObjStm\b.{0,300}?>>\s*stream\r?\n", re.DOTALL)
_PDF_INFLATED_BYTES: Final = 2 * 1024**2
_PDF_MOST_OBJECT_STREAMS: Final = 500
_MARKUP: Final = re.compile(r"<\s*(!doctype\s+html|html|script|iframe|object|embed)", re.IGNORECASE)
_DRAWING: Final = re.compile(r"<\s*([a-z]+:)?svg\b", re.IGNORECASE)
_MACRO_PARTS: Final = re.compile(
    r"vbaProject|vbaData|macrosheets/|activeX|\.bas$|oleObject|\.(exe|dll|scr|js|vbs|cmd|bat|ps1)$", re.IGNORECASE
)
_HWP_SIGNATURE: Final = b"HWP Document File"
_HWP_FLAGS_OFFSET: Final = 36
_HWP_LOCKED: Final = 0b110
"""Bit 1: password; bit 2: distribution copy (HWP 5.0 file header)."""


def executable(content: bytes) -> bool:
    """Whether a computer would run it."""
    return content.startswith(_PROGRAMS)


def office_kind(content: bytes, marker: bytes) -> str:
    """`docx`, `xlsx` or `hwpx`, after looking into every part of the archive."""
    archive = checked_archive(content, marker=marker)
    if archive.has_marker:
        raise Refused("upload.malware")
    if any(_MACRO_PARTS.search(name) for name in archive.names):
        raise Refused("upload.macro")
    if "mimetype" in archive.names and archive.read("mimetype", 100).strip() == b"application/hwp+zip":
        return "hwpx"
    if "[Content_Types].xml" not in archive.names:
        raise Refused("upload.type-not-allowed", "zip")
    if b"macroEnabled" in archive.read("[Content_Types].xml"):
        raise Refused("upload.macro")
    _check_relationships(archive)
    for part, kind in (("word/document.xml", "docx"), ("xl/workbook.xml", "xlsx")):
        if part in archive.names:
            return kind
    raise Refused("upload.type-not-allowed", "zip")


def _check_relationships(archive: Archive) -> None:
    """Only hyperlinks may lead out; a template, picture or frame from elsewhere would be fetched on opening."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    for name in archive.names:
        if not name.endswith(".rels"):
            continue
        try:
            relations = etree.fromstring(archive.read(name), parser)
        except etree.XMLSyntaxError as error:
            raise Refused("upload.archive-broken", name[:80]) from error
        for relation in relations:
            outside = relation.get("TargetMode") == "External"
            if outside and not str(relation.get("Type", "")).endswith("/hyperlink"):
                raise Refused("upload.external-content", name[:80])


def check_pdf(content: bytes) -> None:
    """Whole, open to reading, and without scripts, programs to start or files inside."""
    if b"%%EOF" not in content[-2048:]:
        raise Refused("upload.pdf-broken")
    # Pictures and fonts are skipped: their compressed bytes spell every short word by chance.
    objects = _PDF_STREAM.sub(b"", content)
    if _PDF_ENCRYPTED.search(objects):
        raise Refused("upload.encrypted")
    for part in (objects, *packed_objects(content)):
        if acts := _PDF_ACTS.search(part):
            raise Refused("upload.pdf-active", acts[1].decode())


def packed_objects(content: bytes) -> Iterator[bytes]:
    """The objects that newer PDFs keep compressed, each up to two megabytes."""
    for number, match in enumerate(_PDF_OBJECTS.finditer(content)):
        if number >= _PDF_MOST_OBJECT_STREAMS:
            raise Refused("upload.archive-too-many-entries", "pdf")
        try:
            yield zlib.decompressobj().decompress(content[match.end() : match.end() + _PDF_INFLATED_BYTES], _PDF_INFLATED_BYTES)
        except zlib.error:
            continue


def check_image(content: bytes) -> None:
    """Of a size that a computer can open, and whole."""
    try:
        width, height = pixel_size(content)
        if width > MAX_SIDE or height > MAX_SIDE or width * height > MAX_PIXELS:
            raise Refused("upload.image-too-large", f"{width} × {height}")
        strip_metadata(content)
    except ImageBroken as error:
        raise Refused("upload.image-broken") from error


def check_hwp(content: bytes) -> None:
    """A Hangul 5 paper that anyone may open; other old office files can hold macros and are refused."""
    if "FileHeader".encode("utf-16-le") not in content:
        raise Refused("upload.legacy-office")
    start = content.find(_HWP_SIGNATURE)
    if start < 0 or len(content) < start + _HWP_FLAGS_OFFSET + 4:
        raise Refused("upload.legacy-office")
    flags = struct.unpack_from("<L", content, start + _HWP_FLAGS_OFFSET)[0]
    if flags & _HWP_LOCKED:
        raise Refused("upload.encrypted")


def text_of(content: bytes) -> str:
    """The text in one of the encodings that cities' offices use; anything else is no text."""
    encodings = ("utf-16",) if content.startswith((b"\xff\xfe", b"\xfe\xff")) else ("utf-8-sig", "cp949")
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not any(ord(letter) < 32 and letter not in "\t\n\r\f" for letter in set(text)):
            return text
    raise Refused("upload.type-not-allowed")


def check_text(text: str) -> None:
    """Words, not a page or a drawing that a browser would run."""
    start = text[:65_536]
    if _DRAWING.search(start):
        raise Refused("upload.active-drawing")
    if _MARKUP.search(start[:2048]) or "<script" in text.lower():
        raise Refused("upload.web-page")
